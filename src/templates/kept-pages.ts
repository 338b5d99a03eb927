import { z } from 'zod';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { KeptState } from '../inspect/kept-events.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskCache } from '../io/disk-cache.ts';
import type { KnownEvent } from './entry.ts';

/** The files of a site, by their paths in it, each with its SHA-256 in hex. */
export type FileHashes = Readonly<Record<string, string>>;

/** What is kept of pages that a build has made: of what they were made, what came of it, and what was wrong with it. */
export type KeptPages = {
  readonly fingerprint: string;
  readonly files: FileHashes;
  readonly diagnostics: readonly Diagnostic[];
};

/** What is kept of an event and its pages. */
export type KeptEvent = KeptPages &
  KeptState &
  Pick<KnownEvent, 'record'> & {
    /** Its feed items, with and without their texts, which few builds need. */
    readonly items: () => KnownEvent['items'];
    readonly outlines: () => KnownEvent['outlines'];
    /** What the index of all titles has of it. */
    readonly titles: () => KnownEvent['titles'];
    /** The lines that its files have among the sums of the site. */
    readonly sums: () => string;
  };

/** The same of the pages that belong to no event; `documents` tells of those of the feed's history whether they have changed. */
export type KeptArchive = KeptPages & { readonly documents: readonly string[]; readonly sums: string };

/** What earlier builds have made with everything common as it is now. */
export type PageCache = {
  readonly eventIn: (folder: string) => Promise<KeptEvent | undefined>;
  readonly keepEvent: (folder: string, event: KeptEvent) => Promise<void>;
  /** The pages that belong to no event. */
  readonly archive: () => Promise<KeptArchive | undefined>;
  readonly keepArchive: (pages: KeptArchive) => Promise<void>;
};

/** Opens what is kept in the cache of pages that depend on `common`, beside what they were made of. */
export const pageCache = (common: string, cache = diskCache(cacheFolder(), 'events')): PageCache => {
  /** A value has one line of JSON, or three and one of titles; sums follow. */
  const read = async (key: string): Promise<readonly string[]> => {
    const bytes = await cache.get(key);
    return bytes ? Buffer.from(bytes).toString('utf8').split('\n') : [];
  };
  const write = (key: string, ...lines: readonly string[]) => cache.set(key, Buffer.from(lines.join('\n')));
  const keyOf = (folder: string): string => JSON.stringify(['events', common, folder]);
  const archive = JSON.stringify(['archive', common]);
  return {
    eventIn: async (folder) => {
      const [first, second = '', third = '', titles = '', ...sums] = await read(keyOf(folder));
      const event = first === undefined ? undefined : keptEvent.safeParse(JSON.parse(first)).data;
      const [items, outlines] = [
        () => feedItems.parse(JSON.parse(second)),
        () => feedOutlines.parse(JSON.parse(third)),
      ];
      return event && { ...event, items, outlines, titles: () => titles, sums: () => sums.join('\n') };
    },
    keepEvent: (folder, { items, outlines, titles, sums, ...event }) =>
      write(keyOf(folder), ...[event, items(), outlines()].map((line) => JSON.stringify(line)), titles(), sums()),
    archive: async () => {
      const [first] = await read(archive);
      return first === undefined ? undefined : keptArchive.safeParse(JSON.parse(first)).data;
    },
    keepArchive: (pages) => write(archive, JSON.stringify(pages)),
  };
};

// The program that wrote a value is part of `common`: what only it reads again is not looked at.
const written = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);
const hashes = z.record(z.string(), z.string());
const pages = { fingerprint: z.string(), files: hashes, diagnostics: z.array(written<Diagnostic>()) };
const keptArchive: z.ZodType<KeptArchive> = z.object({
  ...pages,
  documents: z.array(z.string()),
  sums: z.string(),
});
const keptEvent: z.ZodType<Omit<KeptEvent, 'items' | 'outlines' | 'titles' | 'sums'>> = z.object({
  ...pages,
  near: hashes,
  now: z.number(),
  record: written<KnownEvent['record']>(),
});
const feedItems = z.array(written<KnownEvent['items'][number]>());
const feedOutlines = z.array(written<KnownEvent['outlines'][number]>());
