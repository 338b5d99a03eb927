import { isDeepStrictEqual } from 'node:util';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { once } from '../core/once.ts';
import { outlineOf } from '../inspect/around.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { freshIndexer } from '../search/fresh-indexer.ts';
import type { SearchFiles } from '../search/search-index.ts';
import type { PageMakers } from '../templates/entry.ts';
import { archiveInput, type Rendering } from '../templates/event-renderer.ts';
import { filesOfTemplates } from '../templates/open-templates.ts';
import { ContentRefused } from '../views/content-refused.ts';
import { filesIn } from './folder-site.ts';
import type { MediaFolder } from './media-folder.ts';
import type { ServedFile } from './served-site.ts';
import { type WrittenEvents, writtenEvents } from './written-events.ts';

/** The archive as it is at one moment while it is written: what is shown of it is made when it is asked for. */
export type Snapshot = {
  readonly rendering: Rendering;
  readonly events: WrittenEvents;
  /** A file of the site. Rejects with `ContentRefused` where content that it is made from has errors. */
  readonly find: (path: string) => Promise<ServedFile | undefined>;
  /** Everything that is wrong; from when `isWanted` says that nobody wants to know any more, no more of it is looked for. */
  readonly diagnostics: (isWanted?: () => boolean) => Promise<readonly Diagnostic[]>;
};

/** What an event, or the archive around the events, shows. */
type Shown = {
  readonly pages: PageMakers;
  readonly media: readonly PublishedMedia[];
  readonly searchFiles?: () => Promise<SearchFiles>;
};

/** Opens the archive as it is now. Of an earlier snapshot it keeps what changes in some folders of events do not concern. */
export const openSnapshot = async (
  rendering: Rendering,
  media: MediaFolder,
  earlier?: { readonly events: WrittenEvents; readonly changed: ReadonlySet<string> },
): Promise<Snapshot> => {
  const { source, options, theme } = rendering;
  const { folders, top } = source;
  const outline = outlineOf(new Map([...top.files, ...(await source.readSettings(folders))]), options);
  const { addresses } = outline;
  const isAsBefore = isDeepStrictEqual(earlier?.events.addresses, addresses);
  const events = writtenEvents(rendering, addresses, isAsBefore ? earlier : undefined);
  const diagnostics = async (isWanted = () => true): Promise<readonly Diagnostic[]> => {
    const found = [...outline.diagnostics, ...theme.diagnostics];
    for (const folder of folders) if (isWanted()) found.push(...(await events.eventIn(folder)).diagnostics);
    return sortDiagnostics(found);
  };
  const shownIn = async (folder: string) => {
    // What every page looks like concerns every page.
    if (hasErrors(theme.diagnostics)) refuse(theme.diagnostics);
    const { diagnostics: found, shown } = await events.eventIn(folder);
    return shown ?? refuse(found);
  };
  const archive = once(async (): Promise<Shown> => {
    const found = await diagnostics();
    if (hasErrors(found)) refuse(found);
    const known = await Promise.all(folders.map(shownIn));
    const { openArchivePages } = await rendering.templates();
    const opened = await openArchivePages(archiveInput(rendering, addresses, freshIndexer(), { events: known }));
    return opened.shown ?? refuse(opened.diagnostics);
  });
  const folderOf = new Map([...addresses].flatMap(([folder, slugs]) => slugs.map((slug) => [slug, folder])));
  const assets = filesIn(filesOfTemplates(rendering.folder));
  const engine = once(freshIndexer().engine);
  const find = async (path: string): Promise<ServedFile | undefined> => {
    const [first = '', ...below] = path.split('/');
    const folder = folderOf.get(first);
    if (folder !== undefined) return findIn(await shownIn(folder), path, below.join('/'), media);
    // Pages of events need the look and what looks through an index, also where an error is in the way of the archive's own pages.
    const look = { pages: new Map(), media: theme.files, searchFiles: engine };
    return (
      (await assets(path)) ?? (await findIn(look, path, path, media)) ?? findIn(await archive(), path, path, media)
    );
  };
  return { rendering, events, diagnostics, find };
};

const refuse = (diagnostics: readonly Diagnostic[]): never => {
  throw new ContentRefused('content', diagnostics);
};

/** A file of what is shown: `inside` is its path below the page of that. */
const findIn = async (
  { pages, media, searchFiles }: Shown,
  path: string,
  inside: string,
  made: MediaFolder,
): Promise<ServedFile | undefined> => {
  const [, name] = /^media\/([^/]+)$/.exec(inside) ?? [];
  if (name !== undefined) return made.find(name, media);
  const [, index] = /^search\/pagefind\/(.+)$/.exec(inside) ?? [];
  const bytes = index === undefined ? await pages.get(path)?.() : (await searchFiles?.())?.get(index);
  return bytes && { bytes };
};
