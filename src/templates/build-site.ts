import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskSource } from '../io/content-source.ts';
import { replaceFolder } from '../io/output-folder.ts';
import { noteBuild, pruneDaily } from '../io/prune-cache.ts';
import type { Signer } from '../io/signer.ts';
import { beginRendering } from './begin-rendering.ts';
import type { KnownLedger } from './continue-addresses.ts';
import { openShards } from './open-shards.ts';
import { type RenderedSite, renderSite } from './render-site.ts';
import { makeShard, type Shard } from './shard.ts';

/** Whoever looks after signals: hears which folder is to be removed, and does what must not be interrupted. */
export type Guard = {
  readonly begin: (aside: string) => void;
  readonly finish: (work: () => Promise<void>) => Promise<void>;
};

/** What came of a build: everything that is wrong, and how many pages there are. */
export type BuiltSite = { readonly diagnostics: readonly Diagnostic[]; readonly pages: number };

/** What somebody may bring to a build. */
type BuildMeans = { readonly guard?: Guard; readonly published?: KnownLedger; readonly sign?: Signer };

const noGuard: Guard = { begin: () => {}, finish: (work) => work() };

/**
 * Builds the archive of a content folder, and puts it in the place of `target` only when all of it is there. Gives everything
 * that is wrong, and how many pages there are: where there are errors, `target` stays as it was.
 */
export const buildSite = (content: string, target: string, { guard, ...means }: BuildMeans = {}): Promise<BuiltSite> =>
  replaceWith(target, guard, async (folder) => {
    const rendering = await beginRendering(await diskSource(content));
    return renderSite(rendering, { folder, earlier: target }, means);
  });

/** Does the same with the events that fall to one of several shards. */
export const buildShard = (content: string, target: string, shard: Shard, guard?: Guard): Promise<BuiltSite> =>
  replaceWith(target, guard, (folder) => makeShard(content, shard, folder, target));

/** Puts the shards of an archive, by their folders, together to what `buildSite` builds. Throws `UsageError` where they do not fit. */
export const assembleSite = (
  content: string,
  target: string,
  names: readonly string[],
  { guard, ...means }: BuildMeans = {},
): Promise<BuiltSite> =>
  replaceWith(target, guard, async (folder) => {
    const rendering = await beginRendering(await diskSource(content));
    const shards = await openShards(names, folder, rendering);
    return renderSite(rendering, { folder, earlier: target }, { ...means, shards });
  });

/** Puts what `make` makes in a folder in the place of `target`. */
const replaceWith = async (
  target: string,
  guard: Guard | undefined,
  make: (folder: string) => Promise<RenderedSite>,
): Promise<BuiltSite> => {
  noteBuild(cacheFolder());
  await mkdir(cacheFolder(), { recursive: true });
  const aside = await mkdtemp(join(cacheFolder(), 'building-'));
  guard?.begin(aside);
  try {
    const staging = join(aside, 'site');
    await mkdir(staging);
    const { diagnostics, files } = await make(staging);
    if (hasErrors(diagnostics)) return { diagnostics, pages: 0 };
    await (guard ?? noGuard).finish(() => replaceFolder(staging, target, files));
    pruneDaily(cacheFolder());
    return { diagnostics, pages: files.filter((path) => path.endsWith('.html')).length };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};
