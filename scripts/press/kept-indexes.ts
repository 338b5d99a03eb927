import { join } from 'node:path';
import { diskShelf } from '../../src/io/disk-shelf.ts';
import { freshIndexer } from '../../src/search/fresh-indexer.ts';
import { keptIndexer } from '../../src/search/kept-indexer.ts';
import type { Indexer } from '../../src/search/search-index.ts';
import { cacheFolder } from './cache-folder.ts';

/** Makes the search index of an event where its entries have changed; the last one is kept on the disk. */
export const keptIndexes = (version: string): Indexer =>
  keptIndexer(diskShelf(join(cacheFolder(), 'search')), version, freshIndexer());
