/** What the search page uses of Pagefind, which lies beside each index. */
export type Found = { readonly data: () => Promise<FoundEntry> };

/** An entry that was found, as its record in the index has it. */
export type FoundEntry = {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title: string; readonly when: string };
};

/** Looks through all the indexes that have been opened. */
export type Search = (query: string) => Promise<readonly Found[]>;

type Options = { readonly basePath: string; readonly baseUrl: string; readonly noWorker: boolean };

type Pagefind = {
  readonly createInstance: (options: Options) => {
    readonly init: () => Promise<void>;
    readonly mergeIndex: (
      index: string,
      options: { readonly language: string; readonly baseUrl: string },
    ) => Promise<void>;
    readonly search: (query: string) => Promise<{ readonly results: readonly Found[] }>;
  };
};

/** The language of all indexes: none. */
const language = 'und';

/** Opens the index of one event, or of several, which are merged. Rejects where the network fails. */
export const openSearch = async (indexes: readonly string[]): Promise<Search> => {
  const [first = '', ...others] = indexes;
  const { createInstance } = (await import(/* @vite-ignore */ `${first}pagefind.js`)) as Pagefind;
  // Pagefind takes the language of the page for that of the index, at once, and would part words as the browser does.
  const { documentElement } = document;
  const { lang } = documentElement;
  documentElement.lang = language;
  const instance = createInstance({ basePath: first, baseUrl: '/', noWorker: true });
  documentElement.lang = lang;
  await instance.init();
  await Promise.all(others.map((index) => instance.mergeIndex(index, { language, baseUrl: '/' })));
  return async (query) => (await instance.search(query)).results;
};
