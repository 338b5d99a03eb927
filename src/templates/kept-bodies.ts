import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from '../io/cache-folder.ts';
import { keepFile, readKept } from '../io/disk-shelf.ts';
import type { BodyShelf, KeptBody } from '../markdown/prepare-body.ts';

/** The kept bodies of one event, and the way to keep what was used of them, and what is new. */
export type KeptBodies = { readonly shelf: BodyShelf; readonly save: () => Promise<void> };

/** Opens the kept bodies of the event in a folder. A damaged file is one that is not there. */
export const openBodies = async (folder: string, version: string): Promise<KeptBodies> => {
  const path = join(cacheFolder(), 'bodies', fileOfBodies(folder, version));
  const file = readKept(path);
  const kept = file ? unpackAll(file) : new Map<string, KeptBody>();
  const used = new Map<string, KeptBody>();
  let isNew = false;
  return {
    shelf: {
      get: (key) => {
        const found = kept.get(key);
        if (found) used.set(key, found);
        return found;
      },
      set: (key, body) => {
        used.set(key, body);
        isNew = true;
      },
    },
    save: async () => {
      if (isNew || used.size < kept.size) await keepFile(path, JSON.stringify([...used].map(pack)));
    },
  };
};

/** The file of the bodies of an event, below the folder of all bodies. */
export const fileOfBodies = (folder: string, version: string): string =>
  `${version}/${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.json`;

const unpackAll = (file: Buffer): ReadonlyMap<string, KeptBody> =>
  new Map((JSON.parse(file.toString('utf8')) as readonly Packed[]).map(unpack));

/** What is the same again is written as 0. */
type Packed = readonly [
  key: string,
  kept: Omit<KeptBody, 'body'>,
  text: string,
  summary: string | 0,
  blocks: readonly string[],
  html: string | 0,
  cutBlocks: readonly (string | 0)[] | 0,
  absoluteHtml: string | 0,
];

const pack = ([key, { body, ...kept }]: readonly [string, KeptBody]): Packed => {
  const { text, summary, blocks, html, cutBlocks, absoluteHtml } = body;
  const cut = cutBlocks.map((block, index) => (block === blocks[index] ? 0 : block));
  return [
    key,
    kept,
    text,
    summary === text ? 0 : summary,
    blocks,
    html === blocks.join('\n') ? 0 : html,
    cut.every((block) => block === 0) ? 0 : cut,
    absoluteHtml === html ? 0 : absoluteHtml,
  ];
};

const unpack = ([key, kept, text, summary, blocks, ownHtml, cut, absolute]: Packed): readonly [string, KeptBody] => {
  const html = ownHtml === 0 ? blocks.join('\n') : ownHtml;
  const cutBlocks = cut === 0 ? blocks : cut.map((block, index) => (block === 0 ? (blocks[index] ?? '') : block));
  const absoluteHtml = absolute === 0 ? html : absolute;
  return [
    key,
    { ...kept, body: { text, summary: summary === 0 ? text : summary, blocks, html, cutBlocks, absoluteHtml } },
  ];
};
