import { collectDiagnostics, type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { ownTextsOf } from '../core/texts.ts';
import { checkCopies } from '../inspect/check-copies.ts';
import { finishEvent, prepareEvent } from '../inspect/event-bodies.ts';
import { noBodyCache } from '../markdown/prepare-body.ts';
import { type EventInput, filesAround, foreignOf } from './open-event.ts';
import { type KnownEvent, type OpenSite, siteOf } from './open-site.ts';

/** What the pages of an archive are made of: `content` is what lies beside its events, of which only records are `known`. */
export type PagesInput = Pick<
  EventInput,
  'content' | 'others' | 'tops' | 'options' | 'pictures' | 'cards' | 'indexer'
> & {
  readonly known: readonly KnownEvent[];
};

/** The archive without its events, and what is wrong with it; nothing else where there are errors. */
type OpenedPages = { readonly diagnostics: readonly Diagnostic[]; readonly site?: OpenSite };

/** Opens an archive for the pages that belong to no event. Only of events to which its own pages link, the files are read. */
export const openPages = async (input: PagesInput): Promise<OpenedPages> => {
  const { content, options, known, pictures, cards, indexer } = input;
  const { archive, diagnostics } = readArchive(content.files, options);
  const { site } = archive;
  const to = permalinks(site.url);
  const { report, diagnostics: inTexts } = collectDiagnostics();
  const source = { slug: undefined, texts: ownTextsOf(archive), heroes: [] };
  const prepared = prepareEvent(source, { to, shelf: noBodyCache, language: site.language }, report);
  const foreign = foreignOf(prepared.bodies, input);
  const files = await filesAround(foreign, input);
  const around = foreign.length === 0 ? archive : readArchive(files, options).archive;
  const targets = linkTargets(around, files, to);
  const finished = await finishEvent(prepared, { to, targets, source: content, pictures }, report);
  await checkCopies(archive, content, report);
  const all = sortDiagnostics([...diagnostics, ...inTexts()]);
  if (hasErrors(all)) return { diagnostics: all };
  const own = { ...archive, finished };
  return {
    diagnostics: all,
    site: siteOf({ site, to, open: [], known, own, source: content, pictures, cards, indexer }),
  };
};
