import { join } from 'node:path';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskShelf } from '../io/disk-shelf.ts';
import { freshIndexer } from '../search/fresh-indexer.ts';
import { keptIndexer } from '../search/kept-indexer.ts';
import type { Indexer } from '../search/search-index.ts';

/** Makes the search index of an event where its entries have changed; the last one is kept on the disk. */
export const keptIndexes = (version: string): Indexer =>
  keptIndexer(diskShelf(join(cacheFolder(), 'search')), version, freshIndexer());
