import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPages, expectedCounts } from './check-pages.ts';
import { syntheticEvent } from './content.ts';
import { writeTexts } from './generator.ts';

const event = syntheticEvent(240);
const feed = '<item>'.repeat(50);

/** The pages of an event of 240 entries over two days, the second part of a day at `…/<continued>2/`. */
const pagesWith = (continued: string): [string, string][] => [
  ...event.entries.map(({ slug }): [string, string] => [`bench/${slug}/index.html`, '']),
  ...event.days.flatMap((day): [string, string][] => [
    [`bench/${day}/index.html`, '<article>'.repeat(100)],
    [`bench/${day}/${continued}2/index.html`, '<article>'.repeat(20)],
  ]),
  ['rss.xml', feed],
];

let site = '';
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'bench-pages-'));
});
afterEach(() => rm(site, { recursive: true }));

test('120 entries a day make two parts of each day', () => {
  expect(expectedCounts([event])).toEqual({ entryPages: 240, dayPages: 4, entriesOnDayPages: 240, feedItems: 50 });
});

test.each(['', 'page/'])('a complete site passes, with parts at "…/%s2/"', async (continued) => {
  await writeTexts(site, [...pagesWith(continued), [`bench/${event.days[0]}/page/1/index.html`, 'a redirect']]);
  await expect(checkPages('Hugo', site, [event])).resolves.toBeUndefined();
});

test.each(['rss.xml', `bench/${event.days[1]}/2/index.html`, `bench/${event.entries[7]?.slug}/index.html`])(
  'a site without %s is refused',
  async (missing) => {
    await writeTexts(
      site,
      pagesWith('').filter(([path]) => path !== missing),
    );
    await expect(checkPages('Hugo', site, [event])).rejects.toThrow('Hugo made other pages than it should');
  },
);
