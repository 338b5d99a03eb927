import type { Archive, Event } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { once } from '../core/once.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { isNamed } from '../core/translations.ts';
import type { ContentSource } from '../io/content-source.ts';
import { type Content, joinContent } from '../io/read-content.ts';

/** What lies around the events that are inspected. It is read only as far as their links and pictures need it. */
export type Around = {
  /** The folders of the events that are inspected. */
  readonly own: ReadonlySet<string>;
  /** The folders of the events at these first parts of addresses: by slugs and aliases. */
  readonly tops: (names: ReadonlySet<string>) => Promise<Tops>;
  /** The files of other events. */
  readonly read: (folders: readonly string[]) => Promise<ContentFiles>;
  /** As much of the content as is known: it says what a link or a picture that leads nowhere was meant to be. */
  readonly whole: () => Promise<Whole>;
};

/** Which folder holds the event at the first part of an address. */
export type Tops = ReadonlyMap<string, string>;

type Whole = { readonly content: Content; readonly archive: Archive };

/** The whole that a content is. */
export const wholeOf = (content: Content, options: ReadOptions): Whole => ({
  content,
  archive: readArchive(content.files, options).archive,
});

/** The slug and the aliases of each event that can be read, by its folder. */
export type Addresses = ReadonlyMap<string, readonly string[]>;

/**
 * Reads what an archive is without its entries, and what is wrong above them: `files` holds what lies at its top, and the
 * settings of its events.
 */
export const outlineOf = (
  files: ContentFiles,
  options: ReadOptions,
): { readonly addresses: Addresses; readonly diagnostics: readonly Diagnostic[] } => {
  const { archive, diagnostics } = readArchive(files, options);
  return {
    addresses: new Map(archive.events.map(({ folder, slug, aliases }) => [folder, [slug, ...aliases]])),
    diagnostics,
  };
};

/** What lies around the events in some folders of a source, for one event after the other. */
export const aroundIn = (
  source: Pick<ContentSource, 'read' | 'readWhole'>,
  addresses: Addresses,
  options: ReadOptions,
): ((...folders: readonly string[]) => Around) => {
  const tops = new Map([...addresses].flatMap(([folder, slugs]) => slugs.map((slug) => [slug, folder])));
  const whole = once(async () => wholeOf(await source.readWhole(), options));
  const read: Around['read'] = async (folders) => {
    const files = await Promise.all(folders.map(async (folder) => [...(await source.read(folder)).files]));
    return new Map(files.flat());
  };
  return (...folders) => ({ own: new Set(folders), tops: async () => tops, read, whole });
};

/** What lies at the top of a content, and the settings of all events. */
export const readOutline = async ({ top, folders, readSettings }: ContentSource): Promise<ContentFiles> =>
  new Map([...top.files, ...(await readSettings(folders))]);

/** A part of a content, and what lies around it; nothing where it is all there is. */
export type ContentPart = { readonly content: Content; readonly around?: Around };

/**
 * The part of a content that says what is wrong in the folders that `concern`: what lies at the top, all settings, and these
 * events with their translations. So a check of one entry does not read all others.
 */
export const readContentPart = async (
  source: ContentSource,
  concern: ReadonlySet<string>,
  options: ReadOptions,
): Promise<ContentPart> => {
  const outline = await readOutline(source);
  const events = once(() => readArchive(outline, options).archive.events);
  const hasTranslations = [...outline.values()].some((bytes) => bytes instanceof Uint8Array && namesOthers(bytes));
  const own = [...new Set([...concern, ...(hasTranslations ? translationsOf(concern, events()) : [])])];
  const read = await Promise.all(own.map((folder) => source.read(folder)));
  const around: Around = {
    ...aroundIn(source, new Map(), options)('pages', ...own),
    tops: async () =>
      new Map(events().flatMap(({ folder, slug, aliases }) => [slug, ...aliases].map((one) => [one, folder]))),
  };
  return { content: read.reduce(joinContent, { ...source.top, files: outline }), around };
};

/** Most archives have no events in other languages: then settings need not be parsed for them. */
const namesOthers = (settings: Uint8Array): boolean => Buffer.from(settings).includes('translations');

/** The folders of the events that name one of these as a translation, and of those that they name. */
const translationsOf = (concern: ReadonlySet<string>, events: readonly Event[]): readonly string[] => {
  const names = (one: Event, other: Event): boolean =>
    Object.values(one.fields.translations ?? {}).some((slug) => isNamed(other, slug));
  const concerned = events.filter(({ folder }) => concern.has(folder));
  return events
    .filter((one) => concerned.some((other) => names(one, other) || names(other, one)))
    .map(({ folder }) => folder);
};
