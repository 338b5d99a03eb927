import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compare, type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { nearest } from '../core/nearest.ts';
import { readSite } from '../core/read-site.ts';
import { UsageError } from '../core/usage-error.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import type { ContentSource } from '../io/content-source.ts';
import { beginRendering } from '../templates/begin-rendering.ts';
import type { Guard } from '../templates/build-site.ts';
import type { KnownLedger } from '../templates/continue-addresses.ts';
import type { Rendering } from '../templates/event-renderer.ts';
import { renderSite } from '../templates/render-site.ts';
import type { Exported, Writer } from './exported.ts';

/** What is to be exported, and where to. */
export type ExportOrder = {
  readonly source: ContentSource;
  /** The slug of an event, or nothing for the whole archive. */
  readonly event?: string;
  readonly published?: KnownLedger;
  readonly write: Writer;
  /** The path of the result. */
  readonly out: string;
};

/**
 * Builds the archive aside, and puts what a format makes of it in the place of `out` when all of it is there. Gives what is
 * wrong: where there are errors, nothing is written. Throws `UsageError` where there is no such event.
 */
export const exportArchive = async (wanted: ExportOrder, guard: Guard): Promise<readonly Diagnostic[]> => {
  const { source, event, published, write, out } = wanted;
  checkEvent(event, source.folders);
  await mkdir(dirname(out), { recursive: true });
  // Beside the result, and so on the same disk.
  const aside = await mkdtemp(join(dirname(out), '.exporting-'));
  guard.begin(aside);
  try {
    const folder = join(aside, 'site');
    await Promise.all([mkdir(folder), mkdir(cacheFolder(), { recursive: true })]);
    const rendering = await beginRendering(source);
    const site = { folder, earlier: join(aside, 'none') };
    const { diagnostics, files } = await renderSite(rendering, site, { ...(published && { published }) });
    if (hasErrors(diagnostics)) return diagnostics;
    const made = join(aside, basename(out));
    await write(exportedOf(wanted, rendering, { folder, files }), made);
    await guard.finish(() => rename(made, out));
    return diagnostics;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

const exportedOf = (
  { source, event }: ExportOrder,
  { options, committed, folder: templates }: Rendering,
  { folder, files }: { readonly folder: string; readonly files: readonly string[] },
): Exported => ({
  folder,
  files: [...new Set(files)].sort(compare),
  address: readSite(source.top.files, options.siteUrl, () => {}).url,
  source,
  templates,
  ...(event !== undefined && { event }),
  ...(committed && { committed: committed.time }),
});

const checkEvent = (event: string | undefined, events: readonly string[]): void => {
  if (event === undefined || events.includes(event)) return;
  const meant = nearest(event, events);
  const hint = meant === undefined ? '"all" exports the whole archive.' : `Did you mean "${meant}"?`;
  throw new UsageError(`There is no event "${event}". ${hint}`);
};
