import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { about, type SyntheticEvent } from './content.ts';

/** What a site must have to be compared: pages of entries, pages of days, entries on them, and items in its feed. */
export type PageCounts = {
  readonly entryPages: number;
  readonly dayPages: number;
  readonly entriesOnDayPages: number;
  readonly feedItems: number;
};

const perPart = 100;
const perFeed = 50;

/** What every generator must make of an event. */
export const expectedCounts = ({ days, entries }: SyntheticEvent): PageCounts => ({
  entryPages: entries.length,
  dayPages: days.reduce(
    (sum, day) => sum + Math.ceil(entries.filter((entry) => entry.day === day).length / perPart),
    0,
  ),
  entriesOnDayPages: entries.length,
  feedItems: Math.min(perFeed, entries.length),
});

// A day goes on at `…/2/`, and in Hugo at `…/page/2/`, with a redirect at `…/page/1/`.
const dayPage = new RegExp(`^${about.slug}/\\d{4}-\\d\\d-\\d\\d/(?:(?:page/)?(?:[2-9]|\\d{2,})/)?index\\.html$`);

/** Counts the pages of `event` in a site. */
export const countPages = async (site: string, { entries }: SyntheticEvent): Promise<PageCounts> => {
  const files = new Set(await readdir(site, { recursive: true }));
  const dayPages = [...files].filter((file) => dayPage.test(file));
  const days = await Promise.all(dayPages.map((file) => readFile(join(site, file), 'utf8')));
  const feed = files.has('rss.xml') ? await readFile(join(site, 'rss.xml'), 'utf8') : '';
  return {
    entryPages: entries.filter(({ slug }) => files.has(join(about.slug, slug, 'index.html'))).length,
    dayPages: dayPages.length,
    entriesOnDayPages: days.reduce((sum, html) => sum + occurrences(html, '<article'), 0),
    feedItems: occurrences(feed, '<item>'),
  };
};

/** Throws where a site lacks something or has more of it, because then there is nothing to compare. */
export const checkPages = async (name: string, site: string, event: SyntheticEvent): Promise<void> => {
  const found = JSON.stringify(await countPages(site, event));
  const expected = JSON.stringify(expectedCounts(event));
  if (found !== expected)
    throw new Error(`${name} made other pages than it should.\nExpected ${expected}\nFound    ${found}`);
};

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
