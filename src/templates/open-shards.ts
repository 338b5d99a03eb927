import { join } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import type { EventMemory } from '../inspect/plan-events.ts';
import { fileCache } from '../io/file-cache.ts';
import type { Rendering } from './event-renderer.ts';
import { folderTarget, type Target } from './folder-target.ts';
import { type PageCache, pageCache } from './kept-pages.ts';
import type { EventInPlace } from './render-site.ts';
import { eventsOfShard, type MadeWith, madeWith, pagesOfShard, readShardFile, type ShardFile } from './shard.ts';

type OpenShard = ShardFile & { readonly name: string; readonly pages: Target; readonly kept: PageCache };

/**
 * Opens the shards of a site that lie in folders, to take its events from there into the folder `staging`. Throws `UsageError`
 * where they are not all shards of one site, made of this content in this way, each once and whole.
 */
export const openShards = async (
  names: readonly string[],
  staging: string,
  rendering: Rendering,
): Promise<EventMemory<EventInPlace>> => {
  const made = await madeWith(rendering);
  const shards = names.map((name): OpenShard => {
    const about = readShardFile(name);
    if (!about)
      throw new UsageError(`"${name}" holds no shard of a build: name the folders that "build --shard" made.`);
    const pages = folderTarget({ folder: staging, earlier: join(name, pagesOfShard) });
    return { ...about, name, pages, kept: pageCache(made.common, fileCache(name, eventsOfShard)) };
  });
  checkNumbers(shards);
  for (const shard of shards) checkMadeWith(shard, made);
  const byFolder = new Map(shards.flatMap((shard) => shard.folders.map((folder) => [folder, shard])));
  const { folders } = rendering.source;
  const gone = [...byFolder.keys()].find((folder) => !folders.includes(folder));
  if (gone !== undefined) throw otherContent(`"${byFolder.get(gone)?.name}" has "${gone}", which is not there`);
  return {
    recall: async (folder, fingerprint) => {
      const shard = byFolder.get(folder);
      if (!shard) throw otherContent(`No shard has "${folder}"`);
      // Some folders are no events.
      if (!shard.events.includes(folder)) return undefined;
      const event = await shard.kept.eventIn(folder);
      if (!event || !shard.pages.has(event.files)) throw damaged(shard);
      if (event.fingerprint !== fingerprint) throw otherContent(`"${shard.name}" has another "${folder}"`);
      return { ...event, from: shard.pages };
    },
    fingerprintOf: ({ near }, folder) => near[folder],
  };
};

/** Throws unless each of the shards of one site is there once. */
const checkNumbers = (shards: readonly OpenShard[]): void => {
  const [first] = shards;
  if (!first) throw new UsageError('No shard was named: recapsule assemble part-1 part-2.');
  const { count } = first.shard;
  const byNumber = new Map<number, string>();
  for (const { name, shard } of shards) {
    if (shard.count !== count)
      throw new UsageError(
        `"${first.name}" is one of ${count} shards, and "${name}" one of ${shard.count}: all are of one build.`,
      );
    const other = byNumber.get(shard.number);
    if (other !== undefined)
      throw new UsageError(`"${other}" and "${name}" are both shard ${shard.number} of ${count}: leave one out.`);
    byNumber.set(shard.number, name);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !byNumber.has(number));
  if (missing.length === 0) return;
  const commands = missing.map((number) => `recapsule build --shard ${number}/${count} --outDir part-${number}`);
  throw new UsageError(
    `Of ${count} shards ${missing.length} ${missing.length === 1 ? 'is' : 'are'} missing. Run: ${commands.join('; ')}`,
  );
};

/** Throws unless a shard was made with what everything is made with now. */
const checkMadeWith = ({ name, madeWith: own, shard }: OpenShard, now: MadeWith): void => {
  const remedy = `Make it again: recapsule build --shard ${shard.number}/${shard.count} --outDir ${name}`;
  const refuse = (how: string): never => {
    throw new UsageError(`"${name}" was made ${how}. ${remedy}`);
  };
  if (own.program !== now.program) refuse('by another version of Recapsule');
  if (own.url !== now.url) refuse(`for ${own.url}, and this is ${now.url}`);
  if (own.drafts !== now.drafts)
    refuse(own.drafts ? 'with drafts, and this is without' : 'without drafts, and this is with them');
  if (own.common !== now.common) refuse('with another site.yml, theme, or names of pages');
};

const otherContent = (how: string): UsageError =>
  new UsageError(`${how}: made of other content. Make all shards of the content that is here.`);

const damaged = ({ name, shard }: OpenShard): UsageError =>
  new UsageError(
    `"${name}" is damaged: something in it is missing or has changed. Make it again: recapsule build --shard ${shard.number}/${shard.count} --outDir ${name}`,
  );
