import { expectedOfSlug, fixSlug, foldSlug, hasFormOfDate, partsOfFileName, reservedEntrySlugs } from './slug.ts';

/** What an entry is named after. */
type EntryToName = {
  readonly title: string;
  /** The event day `YYYY-MM-DD` under which it is filed. */
  readonly day: string;
  /** Local `HH:MM` or `HH:MM:SS`, up to `24:00`; absent where only the date is known. */
  readonly clock?: string;
};

/** Where an entry is written: its file, by the path below the event's folder, and the slug that this file name gives. */
type EntryName = { readonly file: string; readonly slug: string };

/**
 * A name for an entry, from its title and time: `2019-11-11/0029-ten-billion-dollars.md`. `taken` holds the slugs and
 * aliases that the event has, each as `foldSlug` gives it; the name's slug is none of them, usable, and not reserved.
 */
export const nameEntry = ({ title, day, clock }: EntryToName, taken: ReadonlySet<string>): EntryName => {
  const time = clock === undefined ? '' : `${clock.replaceAll(':', '')}-`;
  const nameOf = (slug: string): string => `${time}${slug}.md`;
  const isUsable = (slug: string): boolean =>
    expectedOfSlug(slug) === undefined &&
    !reservedEntrySlugs.has(slug) &&
    !hasFormOfDate(slug) &&
    // A title such as "1234 people" would be read as a time, and this name belongs to the settings of the event.
    partsOfFileName(nameOf(slug)).slug === slug &&
    nameOf(slug) !== 'event.md';
  const stem = slugOf(title) || 'entry';
  const numbered = (number: number): string => {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    return isUsable(slug) ? slug : `entry-${slug}`;
  };
  const slug = numbered(firstFree((number) => !taken.has(foldSlug(numbered(number)))));
  return { file: `${day}/${nameOf(slug)}`, slug };
};

/** The first free number from 1, where those before it are taken one and all. Thousands of entries may have one title. */
const firstFree = (isFree: (number: number) => boolean): number => {
  let free = 1;
  while (!isFree(free)) free *= 2;
  for (let taken = Math.floor(free / 2); free - taken > 1; ) {
    const middle = Math.floor((taken + free) / 2);
    if (isFree(middle)) free = middle;
    else taken = middle;
  }
  return free;
};

/**
 * The slug that a title gives, at most 60 characters long and cut between words where there are any; empty for a title
 * without letters and digits. Letters keep their script and their accents.
 */
export const slugOf = (title: string): string => {
  const plain = title
    .slice(0, 500)
    .normalize('NFKC')
    .replace(/['‘’‚‛]/g, '')
    // What makes a character an emoji is not seen without it.
    .replace(/[\p{Variation_Selector}\p{Me}]/gu, '')
    .replace(/([^\p{L}\p{N}\p{M}]|^)\p{M}+/gu, '$1');
  return cutAtWord(fixSlug(plain));
};

const cutAtWord = (slug: string): string => {
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(slug)].map(
    ({ segment }) => segment,
  );
  let length = 0;
  let bytes = 0;
  for (const character of characters) {
    bytes += new TextEncoder().encode(character).length;
    if (length === longest || bytes > longestInBytes) break;
    length += 1;
  }
  const cut = characters.slice(0, length).join('');
  if (length === characters.length) return cut;
  const word = characters[length] === '-' ? cut : cut.slice(0, cut.lastIndexOf('-') + 1);
  // A word that takes most of the name is rather cut than lost.
  return (word.length >= cut.length / 2 ? word : cut).replace(/-+$/, '');
};

const longest = 60;

/** Leaves room for a number, where a slug may have 200. */
const longestInBytes = 180;
