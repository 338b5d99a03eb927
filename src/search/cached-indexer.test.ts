import { expect, test } from 'vitest';
import { cachedIndexer } from './cached-indexer.ts';
import { freshIndexer } from './fresh-indexer.ts';
import type { Indexer } from './search-index.ts';

test('an index is begun before its records are made where none is kept', async () => {
  const made: string[] = [];
  const makersSeen = ['a', 'b', 'c']
    .map((slug) => ({ url: `/gala/${slug}/`, content: slug, meta: { title: slug } }))
    .map((record) => () => {
      made.push(record.url);
      return record;
    });
  let before: number | undefined;
  const indexer: Indexer = {
    ...freshIndexer(),
    index: (event, all) => {
      before = made.length;
      return freshIndexer().index(event, all);
    },
  };
  await cachedIndexer({ get: async () => undefined, set: async () => {} }, 'one', indexer).index('gala', makersSeen);
  expect({ before, made: made.length }).toEqual({ before: 0, made: 3 });
});
