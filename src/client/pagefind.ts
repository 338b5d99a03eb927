import { findsWord, hasWord } from '../core/search-words.ts';

/** What the search page uses of Pagefind, which lies beside each index. */
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

type Options = { readonly basePath: string; readonly baseUrl: string; readonly primary: boolean };

/** One index. The first, which is the primary one, loads the program for all. */
type Index = {
  readonly init: (language: string, options: { readonly load_wasm: boolean }) => Promise<void>;
  readonly enterPlaygroundMode: () => Promise<void>;
  readonly search: (
    query: string,
  ) => Promise<{ readonly results: readonly Found[]; readonly search_keywords?: readonly string[] }>;
};

type Pagefind = { readonly PagefindInstance: new (options: Options) => Index };

/** The language of all indexes: none. */
const language = 'und';

/** Opens the index of one event, or of several, whose finds are merged. Rejects where the network fails. */
export const openSearch = async (paths: readonly string[]): Promise<Search> => {
  const [first = '', ...others] = paths;
  const { PagefindInstance }: Pagefind = await import(/* @vite-ignore */ `${first}pagefind.js`);
  const open = async (basePath: string, primary: boolean): Promise<Index> => {
    const index = new PagefindInstance({ basePath, baseUrl: '/', primary });
    await index.init(language, { load_wasm: primary });
    // In this mode it says for which words it found an entry.
    await index.enterPlaygroundMode();
    return index;
  };
  const indexes = [await open(first, true), ...(await Promise.all(others.map((path) => open(path, false))))];
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

/**
 * Whether an entry was found for each of the words. Where no entry has a word, Pagefind looks for what the word begins with,
 * `the` for `theatre`, and leaves out of the search what cannot be found at all: readers would take both for finds.
 */
const hasAll = ({ scores, verbose_meta_scores: titles = [] }: Found, words: readonly string[]): boolean => {
  if (!scores) return true;
  const found = [...scores.map(({ search_term: word }) => word), ...titles.flatMap(({ matched_terms: all }) => all)];
  return words.every((word) => !hasWord(word) || found.some((one) => findsWord(word, one)));
};
