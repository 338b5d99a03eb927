import { type Entry, type Event, isMilestone, type OwnPage, standing } from '../core/archive.ts';
import { once } from '../core/once.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { hasWord, indexWords } from '../core/search-words.ts';
import { mayBeSpeltOtherwise, spellings } from '../core/spellings.ts';
import type { Words } from '../words/words.ts';
import type { SearchRecord } from './search-index.ts';

/** What records are made with: `textOf` gives the text of an entry without markup. */
type RecordParts = {
  readonly to: Permalinks;
  readonly words: Words;
  readonly textOf: (entry: Entry) => string;
};

/** What the index of an event has of an entry, and that of all titles, which has not its text. */
export type EntryRecords = { readonly whole: SearchRecord; readonly brief: SearchRecord };

/** The entries of an event as indexes have them, oldest first, without those that have been withdrawn: each made once, when it is asked for. */
export const searchRecords = (event: Event, parts: RecordParts): readonly (() => EntryRecords)[] => {
  const titles = new Map(event.topics.map(({ slug, title }) => [slug, title]));
  return standing(event.entries).map((entry) => once(() => recordsOf(event, entry, titles, parts)));
};

/** The archive's own pages as the index has them. */
export const pageRecords = (
  pages: readonly OwnPage[],
  { to, textOf }: { readonly to: Permalinks; readonly textOf: (page: OwnPage) => string },
): readonly SearchRecord[] =>
  pages.map((page) => {
    const { title, slug } = page;
    const text = textOf(page);
    const also = alsoFor(title, [], [title, text]);
    const content = [text, title, slug].find(hasWord) ?? slug;
    return { url: to.page(slug), content: indexWords(content), meta: { title, ...also, when: '' } };
  });

/** The words that something is found by beside its text; the title stays as it is for readers, though the index may not find all of it. */
const alsoFor = (
  title: string,
  others: readonly string[],
  spelt: readonly string[],
  dates: readonly string[] = [],
): { readonly words?: string } => {
  const indexed = indexWords(title);
  const also = [
    ...(indexed === title ? [] : [indexed]),
    ...others.map(indexWords),
    ...spellings(spelt.join(' · '), dates).map(indexWords),
  ];
  return also.length > 0 ? { words: also.join(' · ') } : {};
};

const recordsOf = (
  event: Event,
  entry: Entry,
  titles: ReadonlyMap<string, string>,
  { to, words, textOf }: RecordParts,
): EntryRecords => {
  const { title } = entry;
  const text = textOf(entry);
  const others = othersOf(entry, titles, words);
  const when = [words.date(entry.day, 'weekday'), words.time(entry)]
    .filter((one) => one !== '')
    .join(words.texts.comma);
  const url = to.entry(event.slug, entry.slug);
  const alsoWith = (own: string) => alsoFor(title, others, [title, own, ...others], datesOf(entry));
  const also = alsoWith('');
  const content = hasWord(title) ? title : when;
  return {
    brief: { url, content: indexWords(content), meta: { title, ...also, when } },
    whole: {
      url,
      // Pagefind leaves out an entry whose content has no letter and no digit.
      content: indexWords(hasWord(text) ? text : content),
      meta: { title, ...(mayBeSpeltOtherwise(text) ? alsoWith(text) : also), when },
    },
  };
};

/** What an entry is found by, and what is no part of its text: its figures, corrections, author and topics. */
const othersOf = (entry: Entry, titles: ReadonlyMap<string, string>, words: Words): readonly string[] => {
  const { author, corrections, topics } = entry;
  const { headline, others: values = [] } = isMilestone(entry) ? words.milestone(entry) : {};
  return [
    headline,
    ...values,
    ...corrections.map(({ note }) => note),
    author,
    ...topics.map((topic) => titles.get(topic) ?? topic),
  ].flatMap((one) => one || []);
};

/** The day of an entry, and its time, in figures. */
const datesOf = ({ day, moment }: Entry): readonly string[] => [
  day,
  ...(moment.clock === undefined ? [] : [moment.clock]),
];
