import { assertWhole, type Indexer, type SearchFiles, type SearchRecord } from './search-index.ts';

/**
 * No language of its own: stems and words would be those of one language, and a search over several events knows only one. Words
 * are found as they are written, and by their beginnings, in every script.
 */
const language = 'und';

/** Of what Pagefind brings along, this is needed; its own interfaces are not. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.+\.pf_(?:meta|index|fragment))$/;

const script = 'pagefind.js';

/**
 * Pagefind's script, which also gives a single index (`PagefindInstance`, of which the script itself hides the half): only that
 * says for which words it found an entry, and an index in another language than the page's can be opened by it.
 */
const withIndex = (content: Uint8Array): Uint8Array => {
  const text = Buffer.from(content).toString();
  if (!text.includes('PagefindInstance=class'))
    throw new Error(`${script} of this version of Pagefind has no PagefindInstance`);
  return Buffer.from(`${text}\nexport{PagefindInstance};\n`);
};

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
    const found = new Map(kept.map(({ path, content }) => [path, path === script ? withIndex(content) : content]));
    assertWhole(event, found, records.length);
    return found;
  } finally {
    await close();
  }
};
