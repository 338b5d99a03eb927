import { describe, expect, test } from 'vitest';
import { isMilestone } from '../../../src/core/archive.ts';
import { readArchive } from '../../../src/core/read-archive.ts';
import { contentOf } from '../../../src/core/testing.ts';
import { entryBodyOf, syntheticArchive, syntheticEvent, wordsPerEntry } from './content.ts';
import { recapsuleTexts } from './recapsule.ts';
import { templatedEntry } from './templated.ts';

const read = (size: number) => readArchive(contentOf(Object.fromEntries(recapsuleTexts([syntheticEvent(size)]))));

describe('a synthetic event', () => {
  test('is the same every time', () => {
    expect(syntheticEvent(60)).toEqual(syntheticEvent(60));
  });

  test('has other texts at another size', () => {
    expect(syntheticEvent(60).entries[0]?.markdown).not.toBe(syntheticEvent(61).entries[0]?.markdown);
  });

  test.each([
    [1, 1],
    [100, 2],
    [1000, 2],
    [1700, 4],
  ])('of %i entries has as many, over %i days with at most 500 each', (size, days) => {
    const event = syntheticEvent(size);
    expect(event.entries).toHaveLength(size);
    expect(event.days).toHaveLength(days);
    const perDay = Map.groupBy(event.entries, ({ day }) => day);
    expect([...perDay.keys()]).toEqual(event.days);
    expect(Math.max(...[...perDay.values()].map(({ length }) => length))).toBeLessThanOrEqual(500);
  });

  test('gives every entry a slug of its own', () => {
    expect(new Set(syntheticEvent(1000).entries.map(({ slug }) => slug)).size).toBe(1000);
  });

  test('gives every entry as many words, whatever stands between them', () => {
    const counts = syntheticEvent(200).entries.map(
      (entry) => entryBodyOf(entry, () => 'address').match(/[a-z]+(?:\]\(address\))?/gi)?.length,
    );
    expect(new Set(counts)).toEqual(new Set([wordsPerEntry]));
  });

  test('has lists, emphasis and links', () => {
    const texts = syntheticEvent(200).entries.map(({ markdown }) => markdown);
    for (const form of [/^- /m, /\*\*\w+\*\*/, /(?<!\*)\*\w+\*(?!\*)/, /\]\(LINK/]) {
      const share = texts.filter((text) => form.test(text)).length / texts.length;
      expect(share).toBeGreaterThan(0.1);
    }
  });
});

describe('a synthetic archive', () => {
  const archive = syntheticArchive(14, 100);

  test('has events of their own, which share the entries', () => {
    expect(new Set(archive.map(({ slug }) => slug)).size).toBe(14);
    expect(archive.map(({ entries }) => entries.length)).toEqual([7, 7, 7, 7, 7, 7, 8, 7, 7, 7, 7, 7, 7, 8]);
    expect(new Set(archive.map(({ entries }) => entries[0]?.markdown)).size).toBe(14);
  });

  test('has the newest event first, and never two at a time', () => {
    const spans = archive.flatMap(({ days }) => [days.at(-1), days[0]]);
    expect(spans.slice(0, 4)).toEqual(['2024-08-18', '2024-08-17', '2024-08-11', '2024-08-10']);
    expect(spans).toEqual(spans.toSorted().reverse());
  });

  test('is content without diagnostics', () => {
    expect(readArchive(contentOf(Object.fromEntries(recapsuleTexts(archive)))).diagnostics).toEqual([]);
  });
});

describe('as content of Recapsule', () => {
  test.each([1, 100, 1000])('an event of %i entries has no diagnostics', (size) => {
    expect(read(size).diagnostics).toEqual([]);
  });

  test('every entry is read, in the order and under the days of the event', () => {
    const { days, entries } = syntheticEvent(100);
    const [event] = read(100).archive.events;
    expect(event?.entries.map(({ slug }) => slug)).toEqual(entries.map(({ slug }) => slug));
    expect(event?.days.map(({ date }) => date)).toEqual(days);
  });

  test('every fiftieth entry is a milestone', () => {
    const milestones = read(100).archive.events[0]?.entries.filter(isMilestone);
    expect(milestones).toHaveLength(2);
  });
});

test('links lead to documents in Recapsule and to addresses elsewhere', () => {
  const event = syntheticEvent(100);
  const entry = event.entries.find(({ linksTo }) => linksTo !== undefined);
  if (!entry?.linksTo) throw new Error('No entry links to another.');
  const { day, slug } = entry.linksTo;
  expect(new Map(recapsuleTexts([event])).get(`bench/${entry.day}/${entry.slug}.md`)).toContain(
    `](../${day}/${slug}.md)`,
  );
  expect(templatedEntry('bench', entry)[1]).toContain(`](/bench/${slug}/)`);
});
