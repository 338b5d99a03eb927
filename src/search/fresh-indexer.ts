import { setImmediate } from 'node:timers/promises';
import type { createIndex, PagefindIndex } from 'pagefind';
import { indexLanguage } from '../core/search-packs.ts';
import { packRecords } from './pack-records.ts';
import { assertWhole, type Indexer, type RecordMaker, type SearchFiles } from './search-index.ts';

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

/**
 * Pagefind is one process for a thread. How long that waits for the next index, in milliseconds: to start one takes as long as
 * to index a hundred entries.
 */
const patience = 1000;
let ending: NodeJS.Timeout | undefined;
let indexing = 0;

/** What is written to that process is sent when this thread pauses: after so many records. */
const recordsAtOnce = 200;

/** Makes every index anew. */
export const freshIndexer = (): Indexer => ({
  index: async (event, records) => {
    if (records.length === 0) return new Map();
    const files = await runPagefind(event, records);
    const found = packRecords(new Map([...files].filter(([path]) => ofIndex.test(path))));
    assertWhole(event, found, records.length);
    return found;
  },
  engine: async () => {
    const files = await runPagefind('nothing', [() => ({ url: '/', content: 'nothing', meta: {} })]);
    return new Map(
      [...files]
        .filter(([path]) => ofEngine.test(path))
        .map(([path, bytes]) => [path, path.endsWith('.js') ? Buffer.from(withIndex(`${bytes}`)) : bytes]),
    );
  },
});

/** Starts Pagefind for an index that will be wanted in a moment. */
export const getIndexerReady = async (): Promise<void> => {
  await withPagefind(async (createIndex) => {
    const { index } = await createIndex({ forceLanguage: indexLanguage });
    await index?.deleteIndex();
  });
};

const runPagefind = (event: string, records: readonly RecordMaker[]): Promise<SearchFiles> =>
  withPagefind(async (createIndex) => {
    const { index, errors } = await createIndex({ forceLanguage: indexLanguage });
    if (!index) throw new Error(`The search index of ${event} cannot be made: ${errors.join(', ')}`);
    const added = await addAll(index, records);
    const { files, errors: faults } = await index.getFiles();
    const all = [...added, ...faults];
    if (all.length > 0) throw new Error(`The search index of ${event} cannot be made: ${all.join(', ')}`);
    await index.deleteIndex();
    const sorted = files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return new Map(sorted.map(({ path, content }) => [path, content]));
  });

/** Does some work with Pagefind, whose process waits afterwards for the next index. */
const withPagefind = async <Result>(work: (create: typeof createIndex) => Promise<Result>): Promise<Result> => {
  const { createIndex, close } = await import('pagefind');
  clearTimeout(ending);
  indexing += 1;
  try {
    return await work(createIndex);
  } catch (fault) {
    await close();
    throw fault;
  } finally {
    indexing -= 1;
    if (indexing === 0) ending = setTimeout(close, patience).unref();
  }
};

/** Adds records to an index, and gives what went wrong. */
const addAll = async (index: PagefindIndex, records: readonly RecordMaker[]): Promise<readonly string[]> => {
  const adding: Promise<readonly string[]>[] = [];
  for (const [at, make] of records.entries()) {
    const { url, content, meta } = make();
    const added = index.addCustomRecord({ url, content, meta: { ...meta }, language: indexLanguage });
    adding.push(
      added.then(
        ({ errors }) => errors,
        (fault) => [String(fault)],
      ),
    );
    if (at % recordsAtOnce === recordsAtOnce - 1) await setImmediate();
  }
  return (await Promise.all(adding)).flat();
};
