import { type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { canBeInFeed, inFeedSince } from '../feeds/archive-feed.ts';
import type { KnownEvent, Pages } from './entry.ts';
import { type Handler, type Handling, type Rendering, renderPages } from './event-renderer.ts';
import { folderTarget, type SiteFolder, type Target } from './folder-target.ts';
import { makeMedia } from './make-media.ts';
import { renderEvents } from './render-events.ts';

/**
 * Makes every page of a site, event by event, and writes it into a folder. Gives everything that is wrong: where that
 * includes errors, what has been written is not whole and must not be used.
 */
export const renderSite = async (rendering: Rendering, site: SiteFolder): Promise<readonly Diagnostic[]> => {
  const { source, options, templates } = rendering;
  const { folders, top } = source;
  const { addresses, diagnostics } = templates.outlineOf(
    new Map([...top.files, ...(await source.readSettings(folders))]),
    options,
  );
  let known: readonly KnownEvent[] = [];
  const handling: Handling<KnownEvent> = { module: new URL('./render-site.ts', import.meta.url).href, input: site };
  const take = (_folder: string, event: KnownEvent): void => {
    known = addKnown(known, event);
  };
  const found = await renderEvents(rendering, { folders, addresses, diagnostics }, { handling, take });
  if (hasErrors(found)) return found;
  const { diagnostics: inPages, pages } = await renderPages(rendering, addresses, { events: known });
  if (pages) await writePages(pages, folderTarget(site));
  return sortDiagnostics([...found, ...inPages]);
};

/**
 * Adds an event to those that the pages of the archive know of. Of feed items only those keep their texts that can still be in
 * the archive's feed: so memory grows little with the number of events.
 */
export const addKnown = (known: readonly KnownEvent[], added: KnownEvent): readonly KnownEvent[] => {
  const all = [...known, added];
  const since = inFeedSince(all.map(({ record }) => record.feed));
  return all.map((event) => ({ ...event, items: event.items.filter((item) => canBeInFeed(item, since)) }));
};

/** Writes each event that is printed. */
export const handlerOf = (site: SiteFolder): Handler<KnownEvent> => {
  const target = folderTarget(site);
  return async (_folder, { record, items, outlines, pages, media }) => {
    await writePages(pages, target);
    const folder = `${record.summary.slug}/media`;
    await makeMedia(
      media,
      () => true,
      (name, bytes) => target.write(`${folder}/${name}`, bytes),
    );
    return { record, items, outlines };
  };
};

/** The disk answers many requests at once. */
const atOnce = 32;

const writePages = async (pages: Pages, target: Target): Promise<void> => {
  const waiting = pages.entries();
  const work = async (): Promise<void> => {
    for (const [path, bytes] of waiting) await target.write(path, bytes);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};
