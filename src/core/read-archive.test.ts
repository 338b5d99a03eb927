import { describe, expect, it } from 'vitest';
import { milestonesOf, standing } from './archive.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, aSite, aSmallArchive, faultsIn, galaWith } from './testing.ts';

const instantOf = (utc: string): number => Temporal.Instant.from(utc).epochMilliseconds;

describe('a small archive', () => {
  const { archive, diagnostics } = readArchive(aSmallArchive());
  const [later, gala, flight] = archive.events;

  it('is read without a word', () => {
    expect(diagnostics).toEqual([]);
  });

  it('knows the addresses that it had before, in the form of its own', () => {
    const texts = { 'site.yml': aSite({ 'former-urls': '[https://Old.example/recaps/, "http://old.example"]' }) };
    expect(readArchive(galaWith(texts)).archive.site.formerUrls).toEqual([
      'https://old.example/recaps',
      'http://old.example',
    ]);
  });

  it('has its settings, the address without a slash at its end', () => {
    expect(archive.site).toEqual({
      formerUrls: [],
      firstUrl: 'https://example.org/recaps',
      head: { scripts: [], meta: [] },
      title: 'Recaps',
      description: 'Worth keeping.',
      url: 'https://example.org/recaps',
      language: 'en',
      publisher: { name: 'Press', url: 'https://example.org' },
      links: [{ title: 'Social', url: 'https://social.example/@press' }],
    });
  });

  it('has its events from the newest, by the end of their coverage', () => {
    expect(archive.events.map(({ slug }) => slug)).toEqual(['later', 'gala', 'flight']);
    expect(later?.entries).toEqual([]);
    expect(flight?.days).toEqual([]);
  });

  it('has the settings of an event', () => {
    expect(gala).toMatchObject({
      slug: 'gala',
      aliases: ['gala-2019'],
      title: 'Gala',
      standfirst: { file: 'gala/event.md', line: 15, markdown: '\nAll of it.\n' },
      timezone: 'Asia/Shanghai',
      starts: { date: '2019-11-10', clock: '12:00' },
      ends: { date: '2019-11-11', clock: '24:00', datetime: '2019-11-12T00:00+08:00' },
      countsFrom: instantOf('2019-11-10T16:00Z'),
      order: 'newest-first',
      language: 'en',
      location: 'Hangzhou',
      links: [],
      live: false,
      results: [{ label: 'Total', value: 'US$10', note: 'Rounded' }],
      leftOut: ['gala/draft.md'],
    });
    const usual = { better: 'higher', decimals: 0, format: 'number' };
    expect([...(gala?.metrics ?? [])]).toEqual([
      [
        'gmv',
        {
          slug: 'gmv',
          title: 'GMV',
          unit: 'USD',
          cumulative: true,
          ...usual,
          rates: { CNY: 7 },
          ratesNote: 'A guess.',
          references: [],
        },
      ],
      [
        'people',
        { slug: 'people', title: 'People', unit: 'people', cumulative: false, ...usual, rates: {}, references: [] },
      ],
    ]);
  });

  it('has an entry in full', () => {
    const metric = gala?.metrics.get('gmv');
    const moment = {
      precision: 'second',
      date: '2019-11-11',
      clock: '00:01:08',
      instant: instantOf('2019-11-10T16:01:08Z'),
      datetime: '2019-11-11T00:01:08+08:00',
    };
    expect(gala?.entries[0]).toEqual({
      file: 'gala/2019-11-11/0001-first.md',
      slug: 'first',
      aliases: [],
      formerAddresses: [],
      title: 'First',
      moment,
      published: moment,
      day: '2019-11-11',
      untimed: 'last',
      sequence: 0,
      demandedInstant: instantOf('2019-11-10T16:01:08Z'),
      publishedAt: instantOf('2019-11-10T16:01:08Z'),
      changed: instantOf('2019-11-10T16:01:08Z'),
      topics: ['gmv', 'people'],
      pinned: false,
      draft: false,
      corrections: [],
      fields: {
        title: 'First',
        time: '2019-11-11T00:01:08',
        topics: ['gmv', 'people', 'gmv'],
        milestone: { metric: 'gmv', value: { CNY: 7e9 } },
      },
      body: { file: 'gala/2019-11-11/0001-first.md', line: 7, markdown: '\nIt begins.\n' },
      milestone: { metric, value: { CNY: 7e9 }, amount: 1e9, surpasses: [], elapsed: 68_000 },
    });
    expect(gala?.entries[0]?.milestone?.metric).toBe(metric);
  });

  it('has its entries from the oldest, untimed ones last, with instants for those who demand them', () => {
    expect(gala?.entries.map(({ slug }) => slug)).toEqual(['first', 'wrong', 'last', 'word']);
    expect(gala?.entries[3]).toMatchObject({
      moment: { precision: 'day', date: '2019-11-11', datetime: '2019-11-11' },
      demandedInstant: instantOf('2019-11-11T16:00Z'),
      pinned: true,
      source: 'https://example.org/live#1',
      corrections: [{ moment: { date: '2019-11-12', clock: '09:00' }, note: 'Spelling' }],
    });
    expect(gala?.days).toEqual([{ date: '2019-11-11', entries: gala?.entries }]);
  });

  it('keeps withdrawn entries in their place, and out of topics, last values and what can be read', () => {
    const entries = gala?.entries ?? [];
    expect(entries[1]).toMatchObject({ slug: 'wrong', withdrawn: { moment: { clock: '13:00' }, reason: 'A slip' } });
    expect(standing(entries).map(({ slug }) => slug)).toEqual(['first', 'last', 'word']);
    expect(gala && milestonesOf(gala).map(({ slug }) => slug)).toEqual(['first', 'last']);
    expect(entries.map(({ milestone }) => milestone?.standing)).toEqual([undefined, undefined, 'final', undefined]);
  });

  it('has topics by title, each with its entries', () => {
    expect(gala?.topics.map(({ slug, title, entries }) => [slug, title, entries.map((entry) => entry.slug)])).toEqual([
      ['gmv', 'Gross merchandise volume', ['first']],
      ['people', 'people', ['first']],
    ]);
  });

  it('is frozen through and through', () => {
    const loose: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      const inner = value instanceof Map ? [...value] : Object.entries(value);
      for (const [key, one] of inner) walk(one, `${path}.${key}`);
    };
    walk(archive, 'archive');
    expect(loose).toEqual([]);
  });

  it('is the same whatever the order in which its files come', () => {
    const backwards = new Map([...aSmallArchive()].reverse());
    expect(readArchive(backwards)).toEqual(readArchive(aSmallArchive()));
  });
});

describe('drafts', () => {
  it('are entries like others where they are asked for', () => {
    const { archive } = readArchive(aSmallArchive(), { drafts: true });
    const gala = archive.events[1];
    expect(gala?.leftOut).toEqual([]);
    expect(gala?.entries.map(({ slug, draft }) => [slug, draft])).toEqual([
      ['first', false],
      ['wrong', false],
      ['draft', true],
      ['last', false],
      ['word', false],
    ]);
    expect(gala?.topics.map(({ slug }) => slug)).toEqual(['gmv', 'drafts', 'people']);
  });

  it('are checked even where they are left out', () => {
    expect(faultsIn(galaWith({ 'gala/a.md': anEntry({ draft: 'true', time: 'soon' }) }))).toContain(
      'error invalid-time',
    );
  });
});

describe('the address of the site', () => {
  it('can come from outside, with its path and without what follows', () => {
    const urlOf = (siteUrl: string) => readArchive(aSmallArchive(), { siteUrl }).archive.site.url;
    expect(urlOf('https://preview.example.org/')).toBe('https://preview.example.org');
    expect(urlOf('http://localhost:4321/a/b//')).toBe('http://localhost:4321/a/b');
  });
});
