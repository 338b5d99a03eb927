import { availableParallelism } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { recordIds, recordPlaces } from '../core/search-packs.ts';
import { hasTitleIndex, searchParts } from '../core/search-parts.ts';
import { indexWords } from '../core/search-words.ts';
import { spellings } from '../core/spellings.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import { wordsIn } from '../words/words.ts';
import { cachedIndexer } from './cached-indexer.ts';
import { freshIndexer, withIndex } from './fresh-indexer.ts';
import { indexEvent } from './index-event.ts';
import { indexTitles } from './index-titles.ts';
import { assertWhole, entriesIn, type Indexer, makersOf, type SearchFiles, type SearchRecord } from './search-index.ts';
import { searchRecords } from './search-records.ts';

const records = (count: number): readonly SearchRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    url: `/gala/song-${index}/`,
    content: `Song ${index} is sung, 第${index}首歌 and goes on for ${'long '.repeat(index % 40)} to its end.`,
    meta: { title: `Song ${index}`, when: `10:${index}` },
  }));

const makers = (count: number) => makersOf(records(count));

const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(Buffer.from(bytes ?? []).toString());

const entrySchema = z.object({ packs: z.array(z.object({ name: z.string(), sizes: z.array(z.number()) })) });
const recordSchema = z.object({ url: z.string(), anchors: z.array(z.unknown()) });

/** Which entries an index has, read as the search page reads them. */
const recordsIn = (files: SearchFiles): string[] => {
  const { packs } = entrySchema.parse(json(files.get('pagefind-entry.json')));
  const table = [...files].find(([path]) => path.endsWith('.pf_meta'))?.[1] ?? Buffer.alloc(0);
  const ids = recordIds(gunzipSync(table).subarray(12), entriesIn(files));
  const places = recordPlaces(ids, packs);
  return ids.map((id) => {
    const { pack = '', from, to } = places.get(id) ?? {};
    const bytes = files.get(`packs/${pack}.pf_pack`)?.subarray(from, to) ?? Buffer.alloc(0);
    return recordSchema.parse(json(gunzipSync(bytes).subarray(12))).url;
  });
};

const entriesSchema = z.array(z.object({ languages: z.object({ und: z.object({ page_count: z.number() }) }) }));

/** How many entries each index in a folder has. */
const countsIn = (files: SearchFiles): number[] =>
  entriesSchema.parse(json(files.get('entries.json'))).map(({ languages }) => languages.und.page_count);

const plain = (files: SearchFiles): string[] =>
  [...files].map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString('hex')}`);

describe('an index', () => {
  test('has the same bytes for the same entries, whatever else is asked for at the same time', async () => {
    const one = plain(await freshIndexer().index('gala', makers(120)));
    const others = await Promise.all(
      Array.from({ length: availableParallelism() + 2 }, (_, index) => {
        const indexer = freshIndexer();
        return Promise.all([indexer.index('other', makers(10 * index)), indexer.index('gala', makers(120))]);
      }),
    );
    for (const [, same] of others) expect(plain(same)).toEqual(one);
  });

  test('has what is found, its table, and a pack for 50 entries, and nothing for each entry', async () => {
    const kinds = (files: SearchFiles) => [...files.keys()].map((path) => path.replace(/[^/]+(?=\.pf_)/, '*')).sort();
    const files = await freshIndexer().index('gala', makers(51));
    expect(entriesIn(files)).toBe(51);
    expect(kinds(files)).toEqual([
      '*.pf_meta',
      'index/*.pf_index',
      'packs/*.pf_pack',
      'packs/*.pf_pack',
      'pagefind-entry.json',
    ]);
  });

  test('has the record of each entry where its table and the list of packs say, in the order of the entries', async () => {
    const files = await freshIndexer().index('gala', makers(120));
    expect(recordsIn(files)).toEqual(records(120).map(({ url }) => url));
  });

  test('is not made by a version of Pagefind that the search page cannot replace the loader of', async () => {
    const script = `${(await freshIndexer().engine()).get('pagefind.js')}`;
    expect(script).toContain('export{PagefindInstance};');
    expect(() => withIndex(script.replaceAll('_loadFragment', 'loadPiece'))).toThrow(
      'pagefind.js of this version of Pagefind has no async _loadFragment(hash){',
    );
  });

  test('is none where there are no entries', async () => {
    expect((await freshIndexer().index('gala', [])).size).toBe(0);
  });

  test('that lacks an entry is refused: Pagefind leaves out what is empty, and says nothing', async () => {
    const empty = { url: '/gala/empty/', content: '', meta: { title: 'Empty' } };
    await expect(freshIndexer().index('gala', makersOf([...records(2), empty]))).rejects.toThrow(
      'The search index of gala has 2 entries, expected 3.',
    );
    const indexer = freshIndexer();
    await expect(indexer.index('gala', makersOf([empty, ...records(1)]))).rejects.toThrow('has 1 entries');
    expect(entriesIn(await indexer.index('gala', makers(1)))).toBe(1);
    expect(() => assertWhole('gala', new Map(), 1)).toThrow('has 0 entries, expected 1.');
  });
});

describe('the indexes of an event', () => {
  const filesOf = (count: number) => indexEvent('gala', makers(count), freshIndexer());

  test('have each of its entries once, of more than 50 the newest by themselves', async () => {
    expect(countsIn(await filesOf(0))).toEqual([]);
    expect(countsIn(await filesOf(50))).toEqual([50]);
    expect(countsIn(await filesOf(51))).toEqual([50, 1]);
    expect(countsIn(await filesOf(150))).toEqual([100, 50]);
    const paths = [...(await filesOf(150)).keys()];
    expect(paths.filter((path) => path.endsWith('.pf_pack')).map((path) => path[0])).toEqual(['1', '1', '2']);
  });

  test('change in one pack, and in the index of the newest, when one more entry comes', async () => {
    const before = new Set(plain(await filesOf(139)));
    const changed = plain(await filesOf(140)).filter((line) => !before.has(line));
    expect(changed.map((line) => line.replace(/[^/]+(?=\.pf_)/, '*').replace(/ .*/, '')).sort()).toEqual([
      '2/*.pf_meta',
      '2/index/*.pf_index',
      '2/packs/*.pf_pack',
      'entries.json',
    ]);
  });
});

test('the index of all titles has those of all events, and changes at its end when one more entry comes', async () => {
  const old = { slug: 'zoo', titles: JSON.stringify(records(2)).replaceAll('gala', 'zoo'), changed: 1 };
  const titlesOf = (count: number) =>
    indexTitles(
      [{ slug: 'gala', titles: JSON.stringify(records(count)), changed: 2 }, old],
      [{ url: '/about/', content: 'About', meta: {} }],
      freshIndexer(),
    );
  const [before, after] = [await titlesOf(508), await titlesOf(509)];
  expect(countsIn(before)).toEqual([500, 11]);
  const isOlder = (path: string) => path.startsWith('1/');
  expect([...after.keys()].filter(isOlder)).toEqual([...before.keys()].filter(isOlder));
});

test.each([
  [0, []],
  [50, [50]],
  [51, [50, 1]],
  [5050, [5000, 50]],
  [5051, [5000, 50, 1]],
  [10_000, [5000, 4950, 50]],
])('the texts of %i entries are in indexes of %j, because one of more would take too much memory', (count, sizes) => {
  const entries = Array.from({ length: count }, (_, index) => index);
  const parts = searchParts(entries);
  expect(parts.map(({ length }) => length)).toEqual(sizes);
  expect(parts.flat()).toEqual(entries);
});

test('titles are searched first where texts are in more than six indexes: an event with more than 50 entries has two', () => {
  expect(hasTitleIndex([1, 50, 0, 51, 2000])).toBe(false);
  expect(hasTitleIndex([1, 50, 0, 51, 2000, 1])).toBe(true);
});

describe('a kept index', () => {
  const aShelf = () => {
    const kept = new Map<string, Uint8Array>();
    return {
      kept,
      get: async (key: string) => kept.get(key),
      set: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    };
  };
  const counting = () => {
    const asked: string[] = [];
    const indexer: Indexer = {
      ...freshIndexer(),
      index: (event, all) => {
        asked.push(event);
        return freshIndexer().index(event, all);
      },
    };
    return { asked, indexer };
  };

  test('is made again only for the event whose entries have changed, or by another version', async () => {
    const cache = aShelf();
    const { asked, indexer } = counting();
    const kept = cachedIndexer(cache, 'one', indexer);
    const first = await kept.index('gala', makers(5));
    await kept.index('other', makers(3));
    expect(plain(await kept.index('gala', makers(5)))).toEqual(plain(first));
    expect(asked).toEqual(['gala', 'other']);
    await kept.index('gala', makers(6));
    await kept.index('other', makers(3));
    expect(asked).toEqual(['gala', 'other', 'gala']);
    await cachedIndexer(cache, 'two', indexer).index('other', makers(3));
    expect(asked).toHaveLength(4);
    expect(cache.kept.size).toBe(2);
  });
});

describe('the records of an event', () => {
  const bothOf = (texts: Readonly<Record<string, string>>, textOf = () => '') => {
    const { archive } = readArchive(galaWith(texts));
    const [event] = archive.events;
    if (!event) throw new Error('There is no event');
    const parts = { to: permalinks('https://example.org'), words: wordsIn(event.language), textOf };
    return searchRecords(event, parts).map((make) => make());
  };
  const recordsOf = (...of: Parameters<typeof bothOf>) => bothOf(...of).map(({ whole }) => whole);

  test('are those of its entries, without withdrawn ones and drafts, oldest first', () => {
    const all = recordsOf({
      'gala/b.md': anEntry({ title: 'B', time: '2019-11-11T12:00' }),
      'gala/a.md': anEntry({ title: 'A', time: '2019-11-11T11:00' }),
      'gala/draft.md': anEntry({ draft: 'true' }),
      'gala/wrong.md': anEntry({ withdrawn: '{time: 2019-11-11T13:00, reason: It was not so.}' }),
    });
    expect(all.map(({ url }) => url)).toEqual(['/gala/a/', '/gala/b/']);
  });

  test('say when the entry was, and are never empty', () => {
    expect(recordsOf({ 'gala/a.md': anEntry({ title: '双十一', author: 'Ada', label: 'Noon' }) })).toEqual([
      {
        url: '/gala/a/',
        content: '双十 十一 一',
        meta: {
          title: '双十一',
          words: '双十 十一 一 · Ada · 2019ꞏ11ꞏ11 · 10ꞏ00',
          when: 'Monday, 11 November 2019, Noon',
        },
      },
    ]);
    expect(recordsOf({ 'gala/a.md': anEntry({ title: 'Alone' }) })[0]?.content).toBe('Alone');
  });

  test('have the text of the entry alone as their content, and are found by its author, topics and date', () => {
    const [one] = recordsOf(
      { 'gala/a.md': anEntry({ title: 'A', time: '2019-11-11T09:05', author: 'Ada', topics: '[sailing]' }) },
      () => 'The wind is up.',
    );
    expect(one?.content).toBe('The wind is up.');
    expect(one?.meta['words']).toBe('Ada · sailing · 2019ꞏ11ꞏ11 · 9ꞏ05');
  });

  test.each(['', '?!', '…', '→ ★', '🎉', '\u00a0', '\u00ad\u200b', '---', '・', '1', 'é'])(
    'are counted where the text is %j',
    async (text) => {
      const all = ['A title', '?', '🎉', '第一'].flatMap((title, index) =>
        recordsOf({ [`gala/a-${index}.md`]: anEntry({ title: JSON.stringify(title) }) }, () => text),
      );
      expect(entriesIn(await freshIndexer().index('gala', makersOf(all)))).toBe(4);
    },
  );

  test.each(['Plain words.', 'O’Brien is 5 million ahead', 'Straße', 'C++', '5 ㋄', '· million ·'])(
    'are those without texts, for the titles of an archive, but for what %j has of its own',
    (text) => {
      const content = { 'gala/a.md': anEntry({ title: 'Over 5', time: '2019-11-11T09:05', author: 'Ada' }) };
      const [both] = bothOf(content, () => text);
      expect(both?.brief).toEqual(recordsOf(content)[0]);
      const words = spellings(['Over 5', text, 'Ada', '2019-11-11', '09:05'].join(' · ')).map(indexWords);
      expect(both?.whole).toEqual({
        ...both?.brief,
        content: indexWords(text),
        meta: { ...both?.brief.meta, words: ['Ada', ...words].join(' · ') },
      });
    },
  );

  test('have the title for a text without letters, and without one there the time', () => {
    const contentOf = (title: string): string | undefined =>
      recordsOf({ 'gala/a.md': anEntry({ title: JSON.stringify(title), label: 'Noon' }) }, () => '?!')[0]?.content;
    expect(contentOf('The end')).toBe('The end');
    expect(contentOf('→')).toBe('Monday, 11 November 2019, Noon');
  });
});
