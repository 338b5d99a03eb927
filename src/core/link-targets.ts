import type { Archive, Entry, Event } from './archive.ts';
import { type ContentFiles, fileName, folderOf, relativePath, topFolder } from './content-files.ts';
import { nearest } from './nearest.ts';
import { pathsOf } from './parts.ts';
import type { Permalinks } from './permalinks.ts';
import { partsOfFileName } from './slug.ts';

/** What links between documents may lead to. */
export type LinkTargets = {
  /** The permalink of a document seen from the file of another, or why there is none: a message and its cure. */
  readonly document: (path: string, fromFile: string) => { readonly link: string } | LinkFault;
  /** The same for a path from the root of the archive, such as `/apollo-11/touchdown/`. */
  readonly page: (path: string) => { readonly link: string } | LinkFault;
};

export type LinkFault = { readonly message: string; readonly hint: string };

/** The link targets of an archive. `files` says which documents exist, even those that could not be read. */
export const linkTargets = ({ site, events }: Archive, files: ContentFiles, to: Permalinks): LinkTargets => {
  const entries = new Map(
    events.flatMap((event) => event.entries.map((entry) => [entry.file, { event, entry }] as const)),
  );
  const settings = new Map(events.map((event) => [`${event.slug}/event.md`, event]));
  let pages: ReadonlySet<string> | undefined;
  return {
    document: (path, fromFile) => {
      const target = entries.get(path);
      if (target) return linkToEntry(target, topFolder(fromFile), to);
      const event = settings.get(path);
      if (event) return { link: to.event(event.slug) };
      if (events.some(({ leftOut }) => leftOut.includes(path))) return draftFault(path);
      // A document with errors has diagnostics of its own: a link to it is not broken.
      if (files.has(path) && path.endsWith('.md')) return { link: to.home() };
      if (files.has(path)) return fileFault(path);
      const meant = nearestDocument(path, files);
      return {
        message: `Unexpected link to "${path}", expected an entry that exists`,
        hint: meant
          ? `Did you mean "${relativePath(folderOf(fromFile), meant)}"?`
          : 'Correct the path: it starts at the folder of this file.',
      };
    },
    page: (path) => {
      pages ??= new Set([to.home(), to.rss(), ...events.flatMap((event) => pathsOf(event, to))]);
      const link = to.base + path.replace(/[?#].*$/s, '');
      if (pages.has(link) || pages.has(encodeURI(link))) return { link: to.base + path };
      const meant = nearest(`${link}/`, pages) ?? nearest(link, pages);
      return {
        message: `Unexpected link to "${path}", expected a page of ${site.title || 'the archive'}`,
        hint: meant
          ? `Did you mean "${decodeURI(meant.slice(to.base.length))}"?`
          : 'Correct the address, or link to the Markdown file by its relative path.',
      };
    },
  };
};

const linkToEntry = (
  { event, entry }: { event: Event; entry: Entry },
  fromFolder: string | undefined,
  to: Permalinks,
): { link: string } | LinkFault => {
  const link = to.entry(event.slug, entry.slug);
  // Across events a link is resolved from its path alone, so that an event can be built without reading another.
  if (event.slug === fromFolder || partsOfFileName(fileName(entry.file)).slug === entry.slug) return { link };
  return {
    message: `Unexpected link by path to "${entry.file}" of another event, expected its address: its slug is not that of its file name`,
    hint: `Write ${link.slice(to.base.length)}`,
  };
};

/** The document of the same or nearly the same name, wherever it lies, or of nearly the same path. */
const nearestDocument = (path: string, files: ContentFiles): string | undefined => {
  const documents = [...files.keys()].filter((file) => file.endsWith('.md'));
  const byName = new Map(documents.map((file) => [fileName(file), file]));
  return (
    byName.get(fileName(path)) ?? nearest(path, documents) ?? byName.get(nearest(fileName(path), byName.keys()) ?? '')
  );
};

const fileFault = (path: string): LinkFault => ({
  message: `Unexpected link to "${path}", expected an entry or a picture: other files are not published`,
  hint: 'Put the file on a server of its own and link to it there, or remove the link.',
});

const draftFault = (path: string): LinkFault => ({
  message: `Unexpected link to "${path}", expected an entry that is published: it is a draft`,
  hint: 'Remove "draft" from it, or link to it later.',
});
