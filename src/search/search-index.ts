import { z } from 'zod';
import type { Pack } from '../core/search-packs.ts';

/** What the index has of an entry. */
export type SearchRecord = {
  /** The path of the entry's page. */
  readonly url: string;
  /** All its words but those of `meta`. */
  readonly content: string;
  /** What a result shows; its words are found, too. */
  readonly meta: Readonly<Record<string, string>>;
};

/** The files of an index, by their paths below the folder in which it is published. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/** Makes a record when the index takes it: what indexes has begun before the last of thousands is made. */
export type RecordMaker = () => SearchRecord;

/** Makers of records that are there already. */
export const makersOf = (records: readonly SearchRecord[]): readonly RecordMaker[] =>
  records.map((record) => () => record);

/** What makes an index; somebody may keep what came of it between builds. */
export type Indexer = {
  /** The same records, in the same order, give the same bytes. Rejects where the index has not as many entries as these. */
  readonly index: (name: string, records: readonly RecordMaker[]) => Promise<SearchFiles>;
  /** What looks through any index: a script and its WebAssembly. */
  readonly engine: () => Promise<SearchFiles>;
};

/** The file of an index that says what else it has. */
export const entryName = 'pagefind-entry.json';

const entrySchema = z.looseObject({ languages: z.object({ und: z.looseObject({ page_count: z.number() }) }) });

/** What that file says, and where the packs of its records are. */
export type IndexEntry = z.infer<typeof entrySchema> & { readonly packs?: readonly Pack[] };

/** Reads it; there is none where an index has no entries. */
export const readIndexEntry = (files: SearchFiles): IndexEntry | undefined => {
  const entry = files.get(entryName);
  return entry && entrySchema.parse(JSON.parse(Buffer.from(entry).toString('utf8')));
};

/** How many entries an index has, by what it says itself. */
export const entriesIn = (files: SearchFiles): number => readIndexEntry(files)?.languages.und.page_count ?? 0;

/** Throws where an index has not as many entries as it should: Pagefind leaves out what it finds empty, and says nothing. */
export const assertWhole = (event: string, files: SearchFiles, count: number): void => {
  const found = entriesIn(files);
  if (found !== count) throw new Error(`The search index of ${event} has ${found} entries, expected ${count}.`);
};
