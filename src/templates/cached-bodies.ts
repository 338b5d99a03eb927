import { z } from 'zod';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskCache } from '../io/disk-cache.ts';
import type { Body } from '../markdown/body.ts';
import type { BodyCache, KeptBody } from '../markdown/prepare-body.ts';

/** The kept bodies of one event, and the way to keep what was used of them, and what is new. */
type KeptBodies = { readonly bodies: BodyCache; readonly save: () => Promise<void> };

/** Opens the kept bodies of the event in a folder. A damaged file is one that is not there. */
export const openBodies = async (folder: string, version: string): Promise<KeptBodies> => {
  const cache = diskCache(cacheFolder(), 'bodies');
  const cacheKey = JSON.stringify(['bodies', version, folder]);
  const kept = unpackAll(await cache.get(cacheKey));
  const used = new Map<string, KeptBody>();
  let isNew = false;
  return {
    bodies: {
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
      if (isNew || used.size < kept.size) await cache.set(cacheKey, Buffer.from(JSON.stringify([...used].map(pack))));
    },
  };
};

const unpackAll = (packed: Uint8Array | undefined): ReadonlyMap<string, KeptBody> => {
  const all = packed && packedSchema.safeParse(JSON.parse(Buffer.from(packed).toString('utf8'))).data;
  return new Map(all?.map(unpack));
};

const pictureSchema = z.strictObject({
  kind: z.literal('picture'),
  src: z.string(),
  width: z.number(),
  height: z.number(),
  sources: z.array(
    z.strictObject({
      type: z.string(),
      srcset: z.string(),
      isFluid: z.boolean(),
      media: z.string().exactOptional(),
    }),
  ),
  large: z.string(),
  tone: z.string().exactOptional(),
  isDrawn: z.literal(true).exactOptional(),
});

const videoSchema = z.strictObject({
  kind: z.literal('video'),
  src: z.string(),
  type: z.string(),
  size: z.number(),
  poster: pictureSchema.exactOptional(),
  tracks: z.array(z.strictObject({ src: z.string(), language: z.string().exactOptional() })),
});

const fileShape = { src: z.string(), type: z.string(), name: z.string(), size: z.number() };

const audioSchema = z.strictObject({
  kind: z.literal('audio'),
  ...fileShape,
  seconds: z.number().exactOptional(),
  transcript: z
    .union([
      z.strictObject({ cues: z.array(z.strictObject({ at: z.number(), text: z.string() })) }),
      z.strictObject({ file: z.string(), line: z.number(), markdown: z.string() }),
    ])
    .exactOptional(),
});

const documentSchema = z.strictObject({ kind: z.literal('document'), ...fileShape });

const mediaSchema = z.discriminatedUnion('kind', [pictureSchema, videoSchema, audioSchema, documentSchema]);

const itemSchema = z.strictObject({
  kind: z.enum(['picture', 'video', 'audio', 'document']),
  src: z.string(),
  type: z.string(),
  text: z.string(),
  size: z.number().exactOptional(),
  seconds: z.number().exactOptional(),
  width: z.number().exactOptional(),
  height: z.number().exactOptional(),
});

const useSchema = z.strictObject({
  picture: z.string(),
  place: z.strictObject({ file: z.string(), line: z.number(), column: z.number() }),
  as: z.enum(['hero', 'large']).exactOptional(),
  text: z.string().exactOptional(),
});

const same = z.literal(0);

/** A body, packed: what is the same again is written as 0. */
type Packed = readonly [
  key: string,
  kept: Omit<KeptBody, 'body'>,
  text: string,
  summary: string | 0,
  blocks: readonly string[],
  html: string | 0,
  cutBlocks: readonly (string | 0)[] | 0,
  absoluteHtml: string | 0,
  media: Body['media'],
  links: Body['links'],
];

const packedSchema: z.ZodType<readonly Packed[]> = z.array(
  z.tuple([
    z.string(),
    z.strictObject({
      pictures: z.array(useSchema),
      shown: z.array(z.tuple([z.string(), mediaSchema])),
    }),
    z.string(),
    z.union([z.string(), same]),
    z.array(z.string()),
    z.union([z.string(), same]),
    z.union([z.array(z.union([z.string(), same])), same]),
    z.union([z.string(), same]),
    z.array(itemSchema),
    z.array(z.tuple([z.string(), z.string()])),
  ]),
);

const pack = ([key, { body, ...kept }]: readonly [string, KeptBody]): Packed => {
  const { text, summary, blocks, html, cutBlocks, absoluteHtml, media, links } = body;
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
    media,
    links,
  ];
};

const unpack = ([key, kept, text, brief, blocks, ownHtml, cut, absolute, ...lists]: Packed): readonly [
  string,
  KeptBody,
] => {
  const [media, links] = lists;
  const html = ownHtml === 0 ? blocks.join('\n') : ownHtml;
  const cutBlocks = cut === 0 ? blocks : cut.map((block, index) => (block === 0 ? (blocks[index] ?? '') : block));
  const absoluteHtml = absolute === 0 ? html : absolute;
  const summary = brief === 0 ? text : brief;
  return [key, { ...kept, body: { text, summary, blocks, html, cutBlocks, absoluteHtml, media, links } }];
};
