import { once } from '../core/once.ts';
import { indexLanguage, type Pack, type RecordPlace, recordIds, recordPlaces } from '../core/search-packs.ts';
import { findsWord, hasWord } from '../core/search-words.ts';

/** What the search page uses of what Pagefind finds. */
export type Found = {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<FoundEntry>;
  /** The words of the entry, and those of its title, for which it was found; not there where a phrase was looked for. */
  readonly scores?: readonly { readonly search_term: string }[];
  readonly verbose_meta_scores?: readonly { readonly matched_terms: readonly string[] }[];
};

/** An entry that was found, as its record in the index has it. */
export type FoundEntry = {
  readonly url: string;
  /** Its text as it was indexed, and which words of it were found, counted from 0. */
  readonly raw_content: string;
  readonly locations: readonly number[];
  readonly meta: { readonly title: string; readonly when: string };
};

/** Looks through all the indexes that have been opened, for what any of the queries finds. */
export type Search = (queries: readonly string[]) => Promise<readonly Found[]>;

type Options = { readonly basePath: string; readonly baseUrl: string };

/** What `entries.json` says of an index. */
type Entry = {
  readonly languages: { readonly und: { readonly page_count: number } };
  readonly include_characters: readonly string[];
  readonly packs: readonly Pack[];
};

/** One index of Pagefind. What looks through it is loaded once for all. */
type Index = {
  languages: Entry['languages'];
  includeCharacters: readonly string[];
  /** The table of its entries, once it is open. */
  readonly searchMeta: Uint8Array;
  loadEntry: () => Promise<void>;
  _loadFragment: (id: string) => Promise<unknown>;
  readonly decompress: (bytes: Uint8Array, name: string) => Uint8Array;
  readonly loadWasm: (name: string) => Promise<void>;
  readonly init: (language: string, options: { readonly load_wasm: boolean }) => Promise<void>;
  readonly enterPlaygroundMode: () => Promise<void>;
  readonly search: (
    query: string,
  ) => Promise<{ readonly results: readonly Found[]; readonly search_keywords?: readonly string[] }>;
};

export type Pagefind = { readonly PagefindInstance: new (options: Options) => Index };

/** Where Pagefind and its indexes come from, by their paths in the site. */
export type SearchAccess = {
  /** Loads Pagefind from its folder. */
  readonly load: (engine: string) => Promise<Pagefind>;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
};

/** Opens all indexes in some folders, whose finds are merged; `engine` is where Pagefind lies. Rejects where the network fails. */
export const openSearch = async (files: SearchAccess, engine: string, folders: readonly string[]): Promise<Search> => {
  const { PagefindInstance } = await files.load(engine);
  const at = (basePath: string): Index => new PagefindInstance({ basePath, baseUrl: '/' });
  const listed = Promise.all(folders.map((folder) => partsIn(folder, files)));
  const [parts] = await Promise.all([listed, at(engine).loadWasm('unknown')]);
  const opening = parts.flat().map(({ path, entry }) => openIndex(at(path), { path, entry, files }));
  const indexes = await Promise.all(opening);
  const ask = async (index: Index, query: string): Promise<readonly Found[]> => {
    const { results, search_keywords: words = [] } = await index.search(query);
    return results.filter((found) => hasAll(found, words));
  };
  return async (queries) => {
    const all = await Promise.all(queries.flatMap((query) => indexes.map((index) => ask(index, query))));
    const best = new Map<string, Found>();
    for (const found of all.flat().sort((a, b) => b.score - a.score))
      if (!best.has(found.id)) best.set(found.id, found);
    return [...best.values()];
  };
};

/** One of the indexes in a folder: where it lies, and what is said of it. */
type Part = { readonly path: string; readonly entry: Entry };

/** The indexes in a folder. A publish replaces them, so nobody may keep what it says. */
const partsIn = async (folder: string, { fetch }: SearchAccess): Promise<readonly Part[]> => {
  const response = await fetch(`${folder}entries.json`, { cache: 'no-cache' });
  const entries: readonly Entry[] = await response.json();
  return entries.map((entry, index) => ({ path: `${folder}${index + 1}/`, entry }));
};

const openIndex = async (
  index: Index,
  { path, entry, files }: Part & { readonly files: SearchAccess },
): Promise<Index> => {
  const { languages, include_characters: characters, packs } = entry;
  const places = once(() => recordPlaces(recordIds(index.searchMeta, languages.und.page_count), packs));
  index.loadEntry = async () => {
    index.languages = languages;
    index.includeCharacters = characters;
  };
  index._loadFragment = async (id) => {
    const place = places().get(id);
    if (!place) throw new Error(`There is no record of ${id}.`);
    const bytes = await readRecord(files, `${path}packs/${place.pack}.pf_pack`, place);
    return JSON.parse(new TextDecoder().decode(index.decompress(bytes, id)));
  };
  await index.init(indexLanguage, { load_wasm: false });
  // In this mode it says for which words it found an entry.
  await index.enterPlaygroundMode();
  return index;
};

/** A record out of a pack, of which most hosts send the part that is asked for, some the whole, and some another part. */
const readRecord = async (files: SearchAccess, pack: string, { from, to }: RecordPlace): Promise<Uint8Array> => {
  const sent = await readBytes(files, pack, { Range: `bytes=${from}-${to - 1}` });
  if (isRecord(sent) && sent.length === to - from) return sent;
  const whole = isRecord(sent) && sent.length >= to ? sent : await readBytes(files, pack, {});
  return whole.slice(from, to);
};

/** No copy is kept: requests for parts of one file would wait for each other. */
const readBytes = async (
  { fetch }: SearchAccess,
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<Uint8Array> => {
  const response = await fetch(address, { cache: 'no-store', headers });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** Whether a record begins here: each is compressed with gzip. */
const isRecord = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/**
 * Whether an entry was found for each of the words. Where no entry has a word, Pagefind looks for what the word begins with,
 * `the` for `theatre`, and leaves out of the search what cannot be found at all: readers would take both for finds.
 */
const hasAll = ({ scores, verbose_meta_scores: titles = [] }: Found, words: readonly string[]): boolean => {
  if (!scores) return true;
  const found = [...scores.map(({ search_term: word }) => word), ...titles.flatMap(({ matched_terms: all }) => all)];
  return words.every((word) => !hasWord(word) || found.some((one) => findsWord(word, one)));
};
