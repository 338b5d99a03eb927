import { type Entry, type Event, isMilestone, standing } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { indexWords, spellings } from '../core/search-words.ts';
import type { Words } from '../core/words.ts';
import type { SearchRecord } from './search-index.ts';

/** What records are made with: `textOf` gives the text of an entry without markup. */
export type RecordParts = {
  readonly to: Permalinks;
  readonly words: Words;
  readonly textOf: (entry: Entry) => string;
};

/** The entries of an event as the index has them, oldest first, without those that have been withdrawn. */
export const searchRecords = (event: Event, parts: RecordParts): readonly SearchRecord[] => {
  const titles = new Map(event.topics.map(({ slug, title }) => [slug, title]));
  return standing(event.entries).map((entry) => recordOf(event, entry, titles, parts));
};

const recordOf = (
  event: Event,
  entry: Entry,
  titles: ReadonlyMap<string, string>,
  { to, words, textOf }: RecordParts,
): SearchRecord => {
  const { title, author, corrections, topics } = entry;
  const { headline, others: values = [] } = isMilestone(entry) ? words.milestone(entry) : {};
  const others = [
    headline,
    ...values,
    ...corrections.map(({ note }) => note),
    author,
    ...topics.map((topic) => titles.get(topic) ?? topic),
  ];
  const content = [textOf(entry), ...others].filter((text) => text).join(' · ');
  const indexed = indexWords(title);
  const alsoFound = [...(indexed === title ? [] : [indexed]), ...spellings(`${title} ${content}`).map(indexWords)];
  return {
    url: to.entry(event.slug, entry.slug),
    // An entry without any text would be left out.
    content: indexWords(content === '' ? title : content),
    meta: {
      title,
      // The title stays as it is for readers; where the index would not find all of its words, they are found by this.
      ...(alsoFound.length > 0 && { words: alsoFound.join(' ') }),
      when: [words.date(entry.day, 'weekday'), words.time(entry)].filter((text) => text !== '').join(words.texts.comma),
    },
  };
};
