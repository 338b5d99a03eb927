import { z } from 'zod';
import type { Diagnostic } from '../core/diagnostics.ts';
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

/** What is kept of an event: also how the folders of other events were of which its pages show something, and when it was read. */
export type KeptEvent = KeptPages &
  KnownEvent & { readonly near: Readonly<Record<string, string>>; readonly now: number };

/** What earlier builds have made with everything common as it is now. */
export type PageCache = {
  readonly eventIn: (folder: string) => Promise<KeptEvent | undefined>;
  readonly keepEvent: (folder: string, event: KeptEvent) => Promise<void>;
  /** The pages that belong to no event. */
  readonly archive: () => Promise<KeptPages | undefined>;
  readonly keepArchive: (pages: KeptPages) => Promise<void>;
};

/** Opens what is kept in the cache of pages that depend on `common`, beside what they were made of. */
export const pageCache = (common: string): PageCache => {
  const cache = diskCache(cacheFolder(), 'events');
  const read = async <Value>(key: string, schema: z.ZodType<Value>): Promise<Value | undefined> => {
    const bytes = await cache.get(key);
    return bytes && schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  };
  const write = (key: string, value: KeptPages) => cache.set(key, Buffer.from(JSON.stringify(value)));
  const keyOf = (folder: string): string => JSON.stringify(['events', common, folder]);
  const archive = JSON.stringify(['archive', common]);
  return {
    eventIn: (folder) => read(keyOf(folder), keptEvent),
    keepEvent: (folder, event) => write(keyOf(folder), event),
    archive: () => read(archive, keptPages),
    keepArchive: (pages) => write(archive, pages),
  };
};

// The program that wrote a value is part of `common`: what only it reads again is not looked at.
const written = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);
const hashes = z.record(z.string(), z.string());
const pages = { fingerprint: z.string(), files: hashes, diagnostics: z.array(written<Diagnostic>()) };
const keptPages: z.ZodType<KeptPages> = z.object(pages);
const keptEvent: z.ZodType<KeptEvent> = z.object({
  ...pages,
  near: hashes,
  now: z.number(),
  record: written<KnownEvent['record']>(),
  items: z.array(written<KnownEvent['items'][number]>()),
  titles: z.string(),
});
