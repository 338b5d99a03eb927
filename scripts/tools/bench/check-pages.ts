import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyntheticArchive, SyntheticEvent } from './content.ts';

/** What a site must have to be compared: pages of entries, pages of days, entries on them, and items in its feed. */
type PageCounts = {
  readonly entryPages: number;
  readonly dayPages: number;
  readonly entriesOnDayPages: number;
  readonly feedItems: number;
};

const perPart = 100;
const perFeed = 50;

/** What every generator must make of an archive. */
export const expectedCounts = (archive: SyntheticArchive): PageCounts => {
  const entries = sumOf(archive, (event) => event.entries.length);
  return {
    entryPages: entries,
    dayPages: sumOf(archive, partsOfDays),
    entriesOnDayPages: entries,
    feedItems: Math.min(perFeed, entries),
  };
};

const partsOfDays = ({ days, entries }: SyntheticEvent): number =>
  sumOf(days, (day) => Math.ceil(entries.filter((entry) => entry.day === day).length / perPart));

const sumOf = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0);

// A day goes on at `…/2/`, and in Hugo at `…/page/2/`, with a redirect at `…/page/1/`.
const dayPage = /^\d{4}-\d\d-\d\d\/(?:(?:page\/)?(?:[2-9]|\d{2,})\/)?index\.html$/;

/** Counts the pages of an archive in a site, whose events may be links. */
const countPages = async (site: string, archive: SyntheticArchive): Promise<PageCounts> => {
  const counts = await Promise.all(archive.map((event) => countEvent(join(site, event.slug), event)));
  return {
    entryPages: sumOf(counts, ({ entryPages }) => entryPages),
    dayPages: sumOf(counts, ({ dayPages }) => dayPages),
    entriesOnDayPages: sumOf(counts, ({ entriesOnDayPages }) => entriesOnDayPages),
    feedItems: occurrences(await readFile(join(site, 'rss.xml'), 'utf8').catch(() => ''), '<item>'),
  };
};

const countEvent = async (folder: string, { entries }: SyntheticEvent): Promise<Omit<PageCounts, 'feedItems'>> => {
  const files = new Set(await readdir(folder, { recursive: true }));
  const dayPages = [...files].filter((file) => dayPage.test(file));
  const days = await Promise.all(dayPages.map((file) => readFile(join(folder, file), 'utf8')));
  return {
    entryPages: entries.filter(({ slug }) => files.has(join(slug, 'index.html'))).length,
    dayPages: dayPages.length,
    entriesOnDayPages: sumOf(days, (html) => occurrences(html, '<article')),
  };
};

/** Throws where a site lacks something or has more of it, because then there is nothing to compare. */
export const checkPages = async (name: string, site: string, archive: SyntheticArchive): Promise<void> => {
  const found = JSON.stringify(await countPages(site, archive));
  const expected = JSON.stringify(expectedCounts(archive));
  if (found !== expected)
    throw new Error(`${name} made other pages than it should.\nExpected ${expected}\nFound    ${found}`);
};

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
