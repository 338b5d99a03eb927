import { type Cards, freshCards } from '../cards/cards.ts';
import type { Event } from '../core/archive.ts';
import { collectDiagnostics, type Diagnostic, sortDiagnostics } from '../core/diagnostics.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { heroesOf, textsOf } from '../core/texts.ts';
import { counterpartsOf } from '../core/translations.ts';
import { finishEvent, prepareEvent } from '../inspect/event-bodies.ts';
import { noBodyCache } from '../markdown/prepare-body.ts';
import { freshPictures, type Pictures } from '../media/pictures.ts';
import type { MediaSource } from '../media/plan-media.ts';
import { freshIndexer } from '../search/fresh-indexer.ts';
import { type OpenSite, type SiteParts, siteOf } from './open-site.ts';

/** Pictures and cards that are made where they are asked for, and not kept. */
const fresh = { pictures: freshPictures, cards: freshCards };

/** A whole archive, and everything that is wrong with it. Where that includes errors, it must not be published. */
export const openArchive = async (
  content: MediaSource,
  options: ReadOptions,
  { pictures, cards }: { readonly pictures: Pictures; readonly cards: Cards } = fresh,
): Promise<{ readonly site: OpenSite; readonly diagnostics: readonly Diagnostic[] }> => {
  const { archive, diagnostics, unplaced } = readArchive(content.files, options);
  const { site, events } = archive;
  const to = permalinks(site.url);
  const { report, diagnostics: inBodies } = collectDiagnostics();
  const targets = linkTargets(archive, content.files, to);
  const prepare = (event: Event) => {
    const own = { site, events: [event] };
    return prepareEvent(
      { slug: event.slug, texts: textsOf(own), heroes: heroesOf(own) },
      { to, shelf: noBodyCache, language: event.language },
      report,
    );
  };
  const open: SiteParts['open'][number][] = [];
  for (const event of events)
    open.push({
      event,
      finished: await finishEvent(prepare(event), { to, targets, source: content, pictures }, report),
      counterparts: counterpartsOf(event, { events, files: content.files }, report),
    });
  // Bodies of what is no part of the archive are read only to say what is wrong in them.
  for (const [event, texts] of Map.groupBy(unplaced, (one) => one.event)) {
    const own = { slug: event, texts, heroes: [] };
    const prepared = prepareEvent(own, { to, shelf: noBodyCache, language: site.language }, report);
    await finishEvent(prepared, { to, targets, source: content, pictures }, report);
  }
  return {
    site: siteOf({ site, to, open, known: [], source: content, pictures, cards, indexer: freshIndexer() }),
    diagnostics: sortDiagnostics([...diagnostics, ...inBodies()]),
  };
};
