import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { manifestFile, printManifest, tagManifestFile } from '../../core/bag.ts';
import { topFolder } from '../../core/content-files.ts';
import { ledgerFile } from '../../core/ledger/ledger.ts';
import { permalinks } from '../../core/permalinks.ts';
import { readSite } from '../../core/read-site.ts';
import { buildInfoFile } from '../../core/sums.ts';
import { objectsOf } from '../../io/git-objects.ts';
import { listGitTree } from '../../io/read-git-tree.ts';
import type { Exported, Writer } from '../exported.ts';
import { openZip } from '../zip/zip-file.ts';
import { writeBundle } from './history-bundle.ts';

/** A file of a bag: its path in it, and its bytes, or where they lie. */
type FileOfBag = { readonly path: string; readonly from: Uint8Array | string };

/** Content in a commit: the repository's folder, the commit, and the path of the content in it. */
type InCommit = { readonly folder: string; readonly commit: string; readonly prefix: string };

/**
 * Writes a bag (RFC 8493) in a zip file, in a folder that is called as the file. Its payload follows from the commit; what built
 * the pages is said beside it.
 */
export const write: Writer = async (exported, path) => {
  const { place } = exported.source;
  if (place.kind !== 'git') throw new TypeError('What is in no commit has no history.');
  const zip = openZip(path, exported.committed ?? 0);
  const top = basename(path).replace(/\.zip$/, '');
  const aside = await mkdtemp(join(dirname(path), 'bag-'));
  try {
    const payload = new Map<string, string>();
    let bytes = 0;
    for await (const { path: name, from } of payloadOf(exported, place, aside)) {
      const { sum, size } = await zip.add(`${top}/${name}`, from);
      payload.set(name, sum);
      bytes += size;
    }
    const tags = new Map<string, string>();
    for (const { path: name, from } of tagFiles(exported, place.commit, { payload, bytes }))
      tags.set(name, (await zip.add(`${top}/${name}`, from)).sum);
    await zip.add(`${top}/${tagManifestFile}`, Buffer.from(printManifest(tags)));
    await zip.close();
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

/** The files below `data/`, one after the other: content as it was committed, pages, the ledger, and the history. */
async function* payloadOf(exported: Exported, place: InCommit, aside: string): AsyncGenerator<FileOfBag> {
  const { folder, files, event } = exported;
  const others = new Set(exported.source.folders.filter((name) => name !== event));
  const isWanted = (path: string): boolean => event === undefined || !others.has(topFolder(path) ?? '');
  const listed = await listGitTree(place.folder, place.commit, place.prefix, { isDeep: true });
  for (const { path, object, kind } of listed) {
    const [read] = kind === 'file' && isWanted(path) ? await objectsOf(place.folder).read([object]) : [];
    if (read) yield { path: `data/content/${path}`, from: read.bytes };
  }
  const isPage = (path: string): boolean =>
    event === undefined ? path !== buildInfoFile : ['_astro', 'media', event].includes(topFolder(path) ?? '');
  for (const path of files.filter(isPage)) yield { path: `data/site/${path}`, from: join(folder, path) };
  // The ledger is of the whole archive, also where the pages are those of one event.
  if (event !== undefined) yield { path: `data/site/${ledgerFile}`, from: join(folder, ledgerFile) };
  const bundle = join(aside, 'history.bundle');
  await writeBundle(place.folder, place.commit, bundle);
  yield { path: 'data/history.bundle', from: bundle };
}

type Payload = { readonly payload: ReadonlyMap<string, string>; readonly bytes: number };

/** What says of a bag what it is, and has the sums of its payload. */
const tagFiles = (exported: Exported, commit: string, { payload, bytes }: Payload): readonly FileOfBag[] => {
  const { source, address, event, committed = 0, folder } = exported;
  const { title } = readSite(source.top.files, address, () => {});
  const to = permalinks(address);
  const info = [
    ['Source-Organization', title],
    ['External-Identifier', to.absolute(event === undefined ? to.home() : to.event(event))],
    ['Internal-Sender-Identifier', `git commit ${commit}`],
    ['Bagging-Date', new Date(committed).toISOString().slice(0, 10)],
    ['Payload-Oxum', `${bytes}.${payload.size}`],
  ];
  const texts = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': info.map(([label, value]) => `${label}: ${value}\n`).join(''),
    [manifestFile]: printManifest(payload),
  };
  return [
    ...Object.entries(texts).map(([path, text]) => ({ path, from: Buffer.from(text) })),
    { path: buildInfoFile, from: join(folder, buildInfoFile) },
  ];
};
