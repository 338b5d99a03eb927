import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ContentFiles } from '../core/content-files.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { isSameAt } from '../core/reached.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { type ContentSource, contentParts } from '../io/content-source.ts';
import { diskCache } from '../io/disk-cache.ts';
import { type Content, joinContent } from '../io/read-content.ts';
import { type KeptState, memoryOf } from './kept-events.ts';
import { commonOf, foldersShown } from './plan-events.ts';

/** What an earlier check has found in some events, and as much of the content as they are. */
type KnownCheck = { readonly content: Content; readonly known: readonly Diagnostic[] };

/**
 * What a check of everything has found in the events in these folders, where nothing has changed since that could be wrong in
 * them: then a check of one file parses nothing. It is looked at anew where it shows something of other events.
 */
export const knownCheck = async (
  source: ContentSource,
  folders: ReadonlySet<string>,
  { version, now = Number.POSITIVE_INFINITY, ...options }: ReadOptions & { readonly version: string },
): Promise<KnownCheck | undefined> => {
  if (![...folders].every((folder) => source.folders.includes(folder))) return undefined;
  const settings = await source.readSettings(source.folders);
  const cache = checkCache(await commonOf({ source, options }, [version]));
  if (!(await cache.isSound(settings))) return undefined;
  const memory = memoryOf(cache.eventIn, now);
  const known: Diagnostic[] = [];
  let content: Content = { ...source.top, files: new Map([...source.top.files, ...settings]) };
  for (const folder of folders) {
    const event = await source.read(folder);
    const kept = await memory.recall(folder, await contentParts(event).fingerprint(folder));
    if (!kept || !isSameAt(kept.record.reached, now) || foldersShown(kept.record).length > 0) return undefined;
    known.push(...kept.diagnostics);
    content = joinContent(content, event);
  }
  return { content, known };
};

/** What is kept of checks in the cache, with everything common as it is now. */
export const checkCache = (common: string) => {
  const cache = diskCache(cacheFolder(), 'checks');
  const read = async <Value>(schema: z.ZodType<Value>, ...key: readonly string[]): Promise<Value | undefined> => {
    const bytes = await cache.get(JSON.stringify([common, ...key]));
    return bytes && schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  };
  const keep = (value: unknown, ...key: readonly string[]): Promise<void> =>
    cache.set(JSON.stringify([common, ...key]), Buffer.from(JSON.stringify(value)));
  const hashOf = (settings: ContentFiles): string => {
    const whole = createHash('sha256');
    for (const [path, bytes] of settings) whole.update(`\0${path}\0`).update(bytes);
    return whole.digest('hex');
  };
  return {
    /** Whether all was right with events that have these settings: of one that is checked alone it depends on all. */
    isSound: async (settings: ContentFiles) => (await read(z.literal(true), 'sound', hashOf(settings))) ?? false,
    keepSound: async (settings: ContentFiles) => {
      const hash = hashOf(settings);
      if (!(await read(z.literal(true), 'sound', hash))) await keep(true, 'sound', hash);
    },
    eventIn: (folder: string) => read(keptState, 'event', folder),
    keepEvent: (folder: string, state: KeptState) => keep(state, 'event', folder),
    beside: (fingerprint: string) => read(diagnostics, 'beside', fingerprint),
    keepBeside: (fingerprint: string, found: readonly Diagnostic[]) => keep(found, 'beside', fingerprint),
  };
};

// The program that wrote a value is part of its key: what only it reads again is not looked at.
const written = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);
const diagnostics = z.array(written<Diagnostic>());
const keptState: z.ZodType<KeptState> = z.object({
  fingerprint: z.string(),
  near: z.record(z.string(), z.string()),
  now: z.number(),
  diagnostics,
  record: written<KeptState['record']>(),
});
