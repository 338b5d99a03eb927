import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskSource } from '../io/content-source.ts';
import { replaceFolder } from '../io/output-folder.ts';
import { noteBuild, pruneDaily } from '../io/prune-cache.ts';
import { beginRendering } from './begin-rendering.ts';
import type { KnownLedger } from './continue-addresses.ts';
import { renderSite } from './render-site.ts';

/** Whoever looks after signals: hears which folder is to be removed, and does what must not be interrupted. */
export type Guard = {
  readonly begin: (aside: string) => void;
  readonly finish: (work: () => Promise<void>) => Promise<void>;
};

/** What came of a build: everything that is wrong, and how many pages there are. */
export type BuiltSite = { readonly diagnostics: readonly Diagnostic[]; readonly pages: number };

const noGuard: Guard = { begin: () => {}, finish: (work) => work() };

/**
 * Builds the archive of a content folder, and puts it in the place of `target` only when all of it is there. Gives everything
 * that is wrong, and how many pages there are: where there are errors, `target` stays as it was.
 */
export const buildSite = async (
  content: string,
  target: string,
  { guard = noGuard, published }: { readonly guard?: Guard; readonly published?: KnownLedger } = {},
): Promise<BuiltSite> => {
  noteBuild(cacheFolder());
  await mkdir(cacheFolder(), { recursive: true });
  const aside = await mkdtemp(join(cacheFolder(), 'building-'));
  guard.begin(aside);
  try {
    const staging = join(aside, 'site');
    const rendering = await beginRendering(await diskSource(content));
    const { diagnostics, files } = await renderSite(rendering, { folder: staging, earlier: target }, published);
    if (hasErrors(diagnostics)) return { diagnostics, pages: 0 };
    await guard.finish(() => replaceFolder(staging, target, files));
    pruneDaily(cacheFolder());
    return { diagnostics, pages: files.filter((path) => path.endsWith('.html')).length };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};
