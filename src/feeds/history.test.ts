import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import { textsFrom } from './testing/open-feeds.ts';

type Document = { readonly ids: readonly string[]; readonly previous: string | undefined };

const host = 'https://recaps.example.org';

/** An Atom document as a walker of histories sees it. */
const documentOf = (xml: string | undefined): Document => {
  // biome-ignore lint/suspicious/noExplicitAny: the types tell formats apart that do not matter here
  const { feed } = parseFeed(xml ?? '') as any;
  return {
    ids: (feed.entries ?? []).map(({ id }: { id: string }) => id.slice(host.length)),
    previous: feed.links.find(({ rel }: { rel: string }) => rel === 'prev-archive')?.href,
  };
};

/** Walks from a feed through its archive documents (RFC 5005, section 4). */
const walk = (files: ReadonlyMap<string, string>, path: string): { newest: Document; archived: readonly string[] } => {
  const newest = documentOf(files.get(path));
  const archived: string[] = [];
  for (let next = newest.previous; next !== undefined; ) {
    const text = files.get(next.slice(host.length));
    expect(text, next).toContain('<fh:archive/>');
    expect(text).toContain('rel="current"');
    const document = documentOf(text);
    archived.push(...document.ids);
    next = document.previous;
  }
  return { newest, archived };
};

const two = (number: number): string => String(number).padStart(2, '0');
const timeOf = (minute: number): string => `2019-11-11T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Entries of an event, one a minute. */
const entries = (event: string, count: number, fields = {}): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, minute) => [
      `${event}/e${minute}.md`,
      anEntry({ title: `Entry ${minute}`, time: timeOf(minute), ...fields }),
    ]),
  );

const changes = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...before].filter(([path, text]) => after.get(path) !== text).map(([path]) => path);

describe('the history of a feed', () => {
  it.each([0, 1, 49, 50, 51, 99, 100, 101, 230])(
    'of an event of %i entries has each of them exactly once',
    async (count) => {
      const files = await textsFrom(galaWith(entries('gala', count)));
      const { newest, archived } = walk(files, '/gala/atom.xml');
      expect(archived).toHaveLength(Math.floor(count / 50) * 50);
      const all = new Set([...newest.ids, ...archived]);
      expect(new Set(archived).size).toBe(archived.length);
      expect(all.size).toBe(count);
      // The newest come without a walk, too: nobody misses one who looks in while 50 are new.
      expect(newest.ids).toHaveLength(Math.min(50, count));
    },
  );

  it('of a topic and of milestones goes as far back', async () => {
    const files = await textsFrom(
      galaWith({
        ...entries('gala', 60, { topics: '[songs]', milestone: 'true' }),
        'gala/last.md': anEntry({ time: '2019-11-11T23:00' }),
      }),
    );
    for (const page of ['/gala/topics/songs/', '/gala/milestones/']) {
      const { newest, archived } = walk(files, `${page}atom.xml`);
      expect(archived).toHaveLength(50);
      expect(new Set([...newest.ids, ...archived]).size).toBe(60);
    }
  });

  it('of the archive has each entry of each event, in its feed or in exactly one document', async () => {
    const files = await textsFrom(
      galaWith({
        ...entries('gala', 120),
        'fest/event.md': anEvent({ ends: '2019-11-12T24:00' }),
        ...entries('fest', 70),
        'bare/event.md': anEvent({ starts: '2019-11-08', ends: '2019-11-09' }),
        'early/event.md': anEvent({ starts: '2019-11-01', ends: '2019-11-02' }),
        'early/only.md': anEntry({ time: '2019-11-01T10:00' }),
      }),
    );
    const { newest, archived } = walk(files, '/atom.xml');
    expect(newest.ids).toHaveLength(50);
    expect(archived).toHaveLength(150);
    expect(new Set([...archived, ...newest.ids]).size).toBe(191);
  });

  it('is named by the feeds in other formats, too', async () => {
    const files = await textsFrom(galaWith(entries('gala', 60)));
    const older = `${host}/gala/feed-archive/1.xml`;
    expect(files.get('/gala/rss.xml')).toContain(`<atom:link href="${older}" rel="prev-archive"`);
    expect(JSON.parse(files.get('/gala/feed.json') ?? '')._history.prev_archive).toBe(older);
  });

  it('takes a late entry into its newest part, and leaves every document as it was', async () => {
    const content = entries('gala', 170, { topics: '[songs]' });
    const late = anEntry({ title: 'Late', time: timeOf(3), published: '2019-11-13T12:00', topics: '[songs]' });
    const before = await textsFrom(galaWith(content));
    const after = await textsFrom(galaWith({ ...content, 'gala/late.md': late }));
    expect(changes(before, after).filter((path) => path.includes('feed-archive'))).toEqual([]);
    for (const path of ['/atom.xml', '/gala/atom.xml', '/gala/topics/songs/atom.xml'])
      expect(documentOf(after.get(path)).ids[0], path).toBe('/gala/late/');
  });

  it('has no entry whose time is yet to come, which others would come before', async () => {
    const content = { ...entries('gala', 99), 'gala/far.md': anEntry({ time: '2098-01-01' }) };
    const now = Date.UTC(2020, 0);
    const before = await textsFrom(galaWith(content), { now });
    expect([...before.keys()].filter((path) => path.includes('feed-archive'))).toEqual([
      '/feed-archive/1.xml',
      '/gala/feed-archive/1.xml',
    ]);
    expect(documentOf(before.get('/gala/atom.xml')).ids).toHaveLength(50);
  });

  it('never changes a full document when entries are appended', async () => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 1, max: 60 }));
    await fc.assert(
      fc.asyncProperty(sizes, async ([count, more]) => {
        const [before, after] = await Promise.all(
          [count, count + more].map((size) => textsFrom(galaWith(entries('gala', size, { topics: '[songs]' })))),
        );
        const changed = changes(before ?? new Map(), after ?? new Map());
        expect(changed.filter((path) => path.includes('feed-archive/'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['a correction', { corrections: '[{time: 2019-11-12T09:00, note: Spelling}]' }],
    ['a withdrawal', { withdrawn: '{time: 2019-11-12T09:00, reason: A slip}' }],
  ])('is changed by %s in the documents of that entry alone', async (_, fields) => {
    const content = entries('gala', 170);
    const before = await textsFrom(galaWith(content));
    const fixed = { ...content, 'gala/e60.md': anEntry({ title: 'Entry 60', time: timeOf(60), ...fields }) };
    const after = await textsFrom(galaWith(fixed));
    const changed = changes(before, after).filter((path) => path.includes('feed-archive'));
    expect(changed.sort()).toEqual(['/feed-archive/2.xml', '/gala/feed-archive/2.xml']);
    expect(documentOf(after.get('/gala/feed-archive/2.xml')).ids).toHaveLength(50);
  });
});
