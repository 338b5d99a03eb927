import type { Archive } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { once } from '../core/once.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import type { ContentSource } from '../io/content-source.ts';
import type { Content } from '../io/read-content.ts';

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

/** What lies around the event in a folder of a source, for one event after the other. */
export const aroundIn = (
  source: Pick<ContentSource, 'read' | 'readWhole'>,
  addresses: Addresses,
  options: ReadOptions,
): ((folder: string) => Around) => {
  const tops = new Map([...addresses].flatMap(([folder, slugs]) => slugs.map((slug) => [slug, folder])));
  const whole = once(async () => wholeOf(await source.readWhole(), options));
  const read: Around['read'] = async (folders) => {
    const files = await Promise.all(folders.map(async (folder) => [...(await source.read(folder)).files]));
    return new Map(files.flat());
  };
  return (folder) => ({ own: new Set([folder]), tops: async () => tops, read, whole });
};
