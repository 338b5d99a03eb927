import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compare, type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { readArchive } from '../core/read-archive.ts';
import { UsageError } from '../core/usage-error.ts';
import { diskSource } from '../io/content-source.ts';
import { fileCache } from '../io/file-cache.ts';
import { readPlain } from '../io/plain-file.ts';
import { weightOf } from '../io/weigh-folder.ts';
import { beginRendering } from './begin-rendering.ts';
import type { Rendering } from './event-renderer.ts';
import { commonTo, renderShard } from './render-site.ts';

/** One of several shards of a site: the events that one of several machines makes. */
export type Shard = { readonly number: number; readonly count: number };

/** What a shard was made with, as plain data: all shards of a site have the same, and so has what assembles them. */
export type MadeWith = {
  readonly program: string;
  readonly url: string;
  readonly drafts: boolean;
  /** The settings of the archive, its theme, and everything else that all pages share. */
  readonly common: string;
};

/** What the file of a shard says of it: also which folders fell to it, and which of them are events. */
export type ShardFile = {
  readonly shard: Shard;
  readonly madeWith: MadeWith;
  readonly folders: readonly string[];
  readonly events: readonly string[];
};

/** Reads `2/8`. Throws `UsageError` where that is not a shard. */
export const readShard = (text: string): Shard => {
  const [, number = 0, count = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (number >= 1 && number <= count) return { number, count };
  throw new UsageError(`Unexpected "${text}" in --shard, expected a number of how many, such as 2/8.`);
};

/**
 * The folders of the events that fall to a shard. Each event has as much weight as it has files: the heaviest come first, and
 * each falls to the shard that is lightest then. So every machine with the same content divides it in the same way.
 */
export const foldersOfShard = (weights: ReadonlyMap<string, number>, { number, count }: Shard): readonly string[] => {
  const shards = Array.from({ length: count }, () => ({ weight: 0, folders: [] as string[] }));
  for (const [folder, weight] of [...weights].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))) {
    const lightest = shards.reduce((least, one) => (one.weight < least.weight ? one : least));
    lightest.weight += weight;
    lightest.folders.push(folder);
  }
  return (shards[number - 1]?.folders ?? []).sort(compare);
};

/** Makes one shard of the site of a content folder in `folder`, where an earlier one may lie in `earlier`. */
export const makeShard = async (
  content: string,
  shard: Shard,
  folder: string,
  earlier: string,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly files: readonly string[] }> => {
  const rendering = await beginRendering(await diskSource(content));
  const weights = new Map(rendering.source.folders.map((name) => [name, weightOf(join(content, name))]));
  const folders = foldersOfShard(weights, shard);
  const [site, earlierSite] = [join(folder, pagesOfShard), join(earlier, pagesOfShard)];
  const kept = fileCache(folder, eventsOfShard);
  const { diagnostics, files, events } = await renderShard(
    rendering,
    { folder: site, earlier: earlierSite },
    folders,
    kept,
  );
  if (hasErrors(diagnostics)) return { diagnostics, files: [] };
  const about: ShardFile = { shard, madeWith: await madeWith(rendering), folders, events };
  await writeFile(join(folder, shardFile), `${JSON.stringify(about)}\n`);
  return { diagnostics, files: files.map((path) => `${pagesOfShard}/${path}`) };
};

/** In the folder of a shard: what it is, its pages, and what is known of its events. */
export const [shardFile, pagesOfShard, eventsOfShard] = ['shard.json', 'pages', 'events'] as const;

/** What everything is made with now. */
export const madeWith = async (rendering: Rendering): Promise<MadeWith> => {
  const { source, options, key, version } = rendering;
  const { archive } = readArchive(source.top.files, options);
  return {
    program: `${key} ${version}`,
    url: archive.site.url,
    drafts: options.drafts ?? false,
    common: await commonTo(rendering),
  };
};

/** What a folder says of the shard that it holds; `undefined` where it holds none. */
export const readShardFile = (folder: string): ShardFile | undefined => {
  const text = readPlain(join(folder, shardFile))?.toString('utf8');
  try {
    return text === undefined ? undefined : shardSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** The shard that may lie where another one is to be put. */
export const earlierShard = {
  name: 'an earlier shard',
  isIn: async (folder: string): Promise<boolean> => readShardFile(folder) !== undefined,
};

const shardSchema: z.ZodType<ShardFile> = z.object({
  shard: z.object({ number: z.number(), count: z.number() }),
  madeWith: z.object({ program: z.string(), url: z.string(), drafts: z.boolean(), common: z.string() }),
  folders: z.array(z.string()),
  events: z.array(z.string()),
});
