import { indexLanguage } from '../core/search-packs.ts';
import { packRecords } from './pack-records.ts';
import { assertWhole, type Indexer, type SearchFiles, type SearchRecord } from './search-index.ts';

/** Of what Pagefind brings along, this looks through an index, and that is the index; its own interfaces are not needed. */
const ofEngine = /^(?:pagefind\.js|wasm\.unknown\.pagefind)$/;
const ofIndex = /^(?:pagefind-entry\.json|.+\.pf_(?:meta|index|fragment))$/;

/** What the search page replaces in an index of Pagefind: where it finds its files, and a record. */
const replaced = ['PagefindInstance=class', 'async loadEntry(){', 'async _loadFragment(hash){'];

/**
 * Pagefind's script, which also gives a single index (`PagefindInstance`, of which the script itself hides the half): only that
 * says for which words it found an entry, and an index in another language than the page's can be opened by it. Throws where it has
 * not what the search page needs.
 */
export const withIndex = (script: string): string => {
  const lost = replaced.find((one) => !script.includes(one));
  if (lost !== undefined) throw new Error(`pagefind.js of this version of Pagefind has no ${lost}`);
  return `${script}\nexport{PagefindInstance};\n`;
};

/** Pagefind is one process for a thread: who asks for an index waits until the one before is made. */
let last: Promise<unknown> = Promise.resolve();

/** How long that process waits for the next index, in milliseconds: to start one takes as long as to index a hundred entries. */
const patience = 1000;
let ending: NodeJS.Timeout | undefined;

const inTurn = <Result>(make: () => Promise<Result>): Promise<Result> => {
  const made = last.then(make);
  last = made.catch(() => {});
  return made;
};

/** Makes every index anew. */
export const freshIndexer = (): Indexer => ({
  index: (event, records) =>
    inTurn(async () => {
      if (records.length === 0) return new Map();
      const files = await runPagefind(event, records);
      const found = packRecords(new Map([...files].filter(([path]) => ofIndex.test(path))));
      assertWhole(event, found, records.length);
      return found;
    }),
  engine: () =>
    inTurn(async () => {
      const files = await runPagefind('nothing', [{ url: '/', content: 'nothing', meta: {} }]);
      return new Map(
        [...files]
          .filter(([path]) => ofEngine.test(path))
          .map(([path, bytes]) => [path, path.endsWith('.js') ? Buffer.from(withIndex(`${bytes}`)) : bytes]),
      );
    }),
});

const runPagefind = async (event: string, records: readonly SearchRecord[]): Promise<SearchFiles> => {
  const { createIndex, close } = await import('pagefind');
  clearTimeout(ending);
  const language = indexLanguage;
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (!index) throw new Error(`The search index of ${event} cannot be made: ${errors.join(', ')}`);
    const added = await Promise.all(
      records.map(({ url, content, meta }) => index.addCustomRecord({ url, content, meta: { ...meta }, language })),
    );
    const { files, errors: faults } = await index.getFiles();
    const all = [...added.flatMap((one) => one.errors), ...faults];
    if (all.length > 0) throw new Error(`The search index of ${event} cannot be made: ${all.join(', ')}`);
    await index.deleteIndex();
    const sorted = files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return new Map(sorted.map(({ path, content }) => [path, content]));
  } catch (fault) {
    await close();
    throw fault;
  } finally {
    ending = setTimeout(close, patience).unref();
  }
};
