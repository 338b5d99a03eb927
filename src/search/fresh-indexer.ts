import { assertWhole, type Indexer, type SearchFiles, type SearchRecord } from './search-index.ts';

/**
 * No language of its own: stems and words would be those of one language, and a search over several events knows only one. Words
 * are found as they are written, and by their beginnings, in every script.
 */
const language = 'und';

/** Of what Pagefind brings along, this is needed; its own interfaces are not. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.+\.pf_(?:meta|index|fragment))$/;

/** Pagefind is one process for a thread: who asks for an index waits until the one before is made. */
let last: Promise<unknown> = Promise.resolve();

/** Makes every index anew; the process of Pagefind is there for as long as that takes. */
export const freshIndexer = (): Indexer => ({
  index: (event, records) => {
    const made = last.then(() => (records.length === 0 ? new Map<string, Uint8Array>() : makeIndex(event, records)));
    last = made.catch(() => {});
    return made;
  },
});

const makeIndex = async (event: string, records: readonly SearchRecord[]): Promise<SearchFiles> => {
  const { createIndex, close } = await import('pagefind');
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (!index) throw new Error(`The search index of ${event} cannot be made: ${errors.join(', ')}`);
    const added = await Promise.all(
      records.map(({ url, content, meta }) => index.addCustomRecord({ url, content, meta: { ...meta }, language })),
    );
    const { files, errors: faults } = await index.getFiles();
    const all = [...added.flatMap((one) => one.errors), ...faults];
    if (all.length > 0) throw new Error(`The search index of ${event} cannot be made: ${all.join(', ')}`);
    const kept = files.filter(({ path }) => needed.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
    const found = new Map(kept.map(({ path, content }) => [path, content]));
    assertWhole(event, found, records.length);
    return found;
  } finally {
    await close();
  }
};
