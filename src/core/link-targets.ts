import type { Archive, Entry, Event, Site } from './archive.ts';
import { type ContentFiles, fileName, folderOf, isNote, relativePath, topFolder } from './content-files.ts';
import { feedFormats } from './feed-formats.ts';
import { attachable, mediaKindOf } from './media-names.ts';
import { nearest } from './nearest.ts';
import { once } from './once.ts';
import { pathsOf } from './parts.ts';
import type { Permalinks } from './permalinks.ts';
import { redirectsOf } from './redirects.ts';
import { partsOfFileName } from './slug.ts';
import { isTranscriptIn } from './transcripts.ts';
import { inFormOf } from './unicode-form.ts';

/** What links between documents may lead to. */
export type LinkTargets = {
  /** The permalink of a document seen from the file of another, or why there is none: a message and how to fix it. */
  readonly document: (path: string, fromFile: string) => { readonly link: string } | LinkFault;
  /** The same for a path from the root of the archive, such as `/apollo-11/touchdown/`. */
  readonly page: (path: string) => { readonly link: string } | LinkFault;
};

type LinkFault = { readonly message: string; readonly hint: string };

/** The link targets of an archive. `files` says which documents exist, even those that could not be read. */
export const linkTargets = (archive: Archive, files: ContentFiles, to: Permalinks): LinkTargets => {
  const { site, events } = archive;
  const placed = events.flatMap((event) => event.entries.map((entry) => ({ event, entry })));
  const entries = new Map(placed.map((one) => [one.entry.file, one]));
  const others = otherDocuments(archive, to);
  const drafts = new Set(events.flatMap(({ leftOut }) => leftOut));
  const pages = once(() => pagesOf(archive, to));
  const isTranscript = isTranscriptIn(files);
  const nearestDocument = once(() => nearestAmong([...files.keys()].filter(isEntryFile)));
  const nearestFile = once(() => nearestAmong([...files.keys()].filter((file) => mediaKindOf(file) !== undefined)));
  // A folder that was renamed breaks a thousand links at once: looking for what each was meant to be would take minutes.
  let guesses = 100;
  const guess = (find: () => string | undefined): string | undefined => (guesses-- > 0 ? find() : undefined);
  return {
    document: (written, fromFile) => {
      const path = inFormOf(files, written);
      const target = entries.get(path);
      if (target) return linkToEntry(target, topFolder(fromFile), to);
      const link = others.get(path);
      if (link !== undefined) return { link };
      if (drafts.has(path)) return draftFault(path);
      const kind = mediaKindOf(path);
      if (!files.has(path))
        return missingFault(
          path,
          fromFile,
          guess(() => (kind === undefined ? nearestDocument() : nearestFile())(path)),
        );
      // One that cannot be published, and a document with errors, have diagnostics of their own: a link to them is not broken.
      if (kind !== undefined) return { link: to.home() };
      if (!path.endsWith('.md')) return fileFault(path);
      if (isTranscript(path)) return transcriptFault(path);
      return isNote(path) ? noteFault(path) : { link: to.home() };
    },
    page: (path) => {
      const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to.base + path) ?? [];
      const found = pages().get(address) ?? pages().get(encodeURI(address));
      if (found !== undefined) return { link: found + rest };
      const meant = guess(() => nearest(`${address}/`, pages().keys()) ?? nearest(address, pages().keys()));
      return pageFault(path, site, meant && decodeURI(meant.slice(to.base.length)));
    },
  };
};

/** The permalinks of documents that are no entries, and of files of `public/`. */
const otherDocuments = ({ events, pages, copies }: Archive, to: Permalinks): ReadonlyMap<string, string> =>
  new Map([
    ...events.map((event) => [`${event.folder}/event.md`, to.event(event.slug)] as const),
    ...pages.map(({ body, slug }) => [body.file, to.page(slug)] as const),
    ...copies.map((path) => [`public/${path}`, to.copy(path)] as const),
  ]);

/** What is said of a path that is an address of mail, or one of the web whose scheme has lost its colon. */
const withScheme = (path: string): string | undefined => {
  const [, scheme, rest] = /^(https?)\/+(.+)$/i.exec(path) ?? [];
  if (scheme !== undefined) return `Write ${scheme.toLowerCase()}://${rest}`;
  return /^[^\s/@]+@[^\s/@]+\.[a-z]{2,}$/i.test(path) ? `Write mailto:${path}` : undefined;
};

/** What is said of a path that looks like an address of the web without its scheme. */
const onTheWeb = (path: string): string | undefined => {
  const [, host = '', ending = ''] = /^((?:[\p{L}\p{N}-]+\.)+(\p{L}{2,}))(?:\/|$)/u.exec(path) ?? [];
  if (host === '') return undefined;
  const isHost = /^www\./i.test(host) || (path.includes('/') ? !isFileEnding.test(ending) : hostEnding.test(ending));
  return isHost ? `Write https://${path} if it is a page on the web.` : undefined;
};

/** Endings that names of files have as often as hosts. */
const isFileEnding = /^(?:md|html?|pdf|txt|csv|zip|docx?|xlsx?|pptx?|png|jpe?g|webp|mp[34]|json|ya?ml)$/i;
const hostEnding =
  /^(?:com|org|net|edu|gov|info|int|eu|io|dev|app|news|blog|tv|de|at|ch|fr|es|it|nl|be|uk|ie|dk|se|no|fi|pl|cz|pt|gr|tr|ru|ua|jp|cn|kr|in|br|mx|ar|ca|au|nz|za)$/i;

const linkToEntry = (
  { event, entry }: { event: Event; entry: Entry },
  fromFolder: string | undefined,
  to: Permalinks,
): { link: string } | LinkFault => {
  const link = to.entry(event.slug, entry.slug);
  // Across events a link is resolved from its path alone, so that an event can be built without reading another.
  if (event.folder === fromFolder || partsOfFileName(fileName(entry.file)).slug === entry.slug) return { link };
  return {
    message: `Unexpected link by path to "${entry.file}" of another event, expected its address: its slug is not that of its file name`,
    hint: `Write ${link.slice(to.base.length)}`,
  };
};

/** Where each address of the archive leads: pages to themselves, earlier addresses to where they have moved. */
const pagesOf = (archive: Archive, to: Permalinks): ReadonlyMap<string, string> => {
  const feeds = feedFormats.map(({ file }) => to.beside(to.home(), file));
  const own = [
    ...[to.home(), to.feeds(), to.search(), ...feeds],
    ...archive.pages.map(({ slug }) => to.page(slug)),
    ...archive.copies.map(to.copy),
    ...archive.events.flatMap((event) => pathsOf(event, to)),
  ];
  const moved = redirectsOf(archive, to).map(({ event, old, path }) => {
    const below = old === undefined ? '' : `${old.split('/').map(encodeURIComponent).join('/')}/`;
    return [to.event(event) + below, path] as const;
  });
  const renamed = archive.pages.flatMap(({ slug, aliases }) =>
    aliases.map((alias) => [to.page(alias), to.page(slug)] as const),
  );
  return new Map([...moved, ...renamed, ...own.map((path) => [path, path] as const)]);
};

const isEntryFile = (file: string): boolean => file.endsWith('.md') && topFolder(file) !== undefined && !isNote(file);

/** Finds the file of the same or nearly the same name among some, wherever it lies, or of nearly the same path. */
const nearestAmong = (files: readonly string[]): ((path: string) => string | undefined) => {
  const byName = new Map(files.map((file) => [fileName(file), file]));
  return (path) =>
    byName.get(fileName(path)) ??
    byName.get(`${fileName(path)}.md`) ??
    nearest(path, files) ??
    byName.get(nearest(fileName(path), byName.keys()) ?? '');
};

const missingFault = (path: string, fromFile: string, meant: string | undefined): LinkFault => {
  const relative = relativePath(folderOf(fromFile), path).replace(/^\.\//, '');
  return {
    message: `Unexpected link to "${path}", expected ${mediaKindOf(path) === undefined ? 'an entry' : 'a file'} that exists`,
    hint:
      withScheme(relative) ??
      (meant ? `Did you mean "${relativePath(folderOf(fromFile), meant)}"?` : onTheWeb(relative)) ??
      'Correct the path: it starts at the folder of this file.',
  };
};

const pageFault = (path: string, { title }: Site, meant: string | undefined): LinkFault => ({
  message: `Unexpected link to "${path}", expected a page of ${title || 'the archive'}`,
  hint: meant ? `Did you mean "${meant}"?` : 'Correct the address, or link to the Markdown file by its relative path.',
});

const fileFault = (path: string): LinkFault => ({
  message: `Unexpected link to "${path}", expected an entry, or a file of another kind: ${attachable}`,
  hint: 'Put it into a ZIP file, or move it into public/, where files are published as they are, and link to it there.',
});

const noteFault = (path: string): LinkFault => ({
  message: `Unexpected link to "${path}", expected an entry: notes such as ${fileName(path)} are not published`,
  hint: 'Remove the link, or give the file a name without an underscore at its beginning if it is an entry.',
});

const transcriptFault = (path: string): LinkFault => ({
  message: `Unexpected link to "${path}", expected an entry: a transcript is shown below its sound`,
  hint: 'Link to the entry that shows the sound.',
});

const draftFault = (path: string): LinkFault => ({
  message: `Unexpected link to "${path}", expected an entry that is published: it is a draft`,
  hint: 'Remove "draft" from it, or link to it later.',
});
