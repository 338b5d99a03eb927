import { type Correction, type Entry, type Event, isMilestone, type Site } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { isPast } from '../core/reached.ts';
import type { Body } from '../markdown/body.ts';
import { cutText } from '../markdown/excerpt.ts';
import { piecesByDirection } from '../words/pieces.ts';
import { wordsIn } from '../words/words.ts';
import { type FeedItem, readable } from './feed.ts';
import { xmlEscape } from './xml-text.ts';

/** What feeds are made from. */
type FeedSource = {
  readonly site: Site;
  readonly to: Permalinks;
  readonly bodyOf: (entry: Entry) => Body;
};

/** The place of an entry in the history of a feed. One that was withdrawn keeps its place, without an item. */
export type FeedSlot = { readonly entry: Entry; readonly item?: FeedItem };

/** The places of all entries of an event, by their publication, oldest first; those of the same instant have the event's own order. */
export const feedSlots = (event: Event, source: FeedSource): readonly FeedSlot[] => {
  const itemOf = itemMaker(event, source);
  return event.entries
    .toSorted((a, b) => a.publishedAt - b.publishedAt)
    .map((entry) => (entry.withdrawn ? { entry } : { entry, item: itemOf(entry) }));
};

const itemMaker = (event: Event, { site, to, bodyOf }: FeedSource): ((entry: Entry) => FeedItem) => {
  const words = wordsIn(event.language);
  const titles = new Map(event.topics.map(({ slug, title }) => [slug, title]));
  return (entry) => {
    const creator = entry.author ?? site.publisher?.name;
    const { absoluteHtml, summary } = bodyOf(entry);
    return {
      title: entry.title,
      link: to.absolute(to.entry(event.slug, entry.slug)),
      published: entry.publishedAt,
      ...(!isPast(entry.publishedAt, event) && { isAhead: true }),
      updated: entry.changed ?? 0,
      language: event.language,
      content: readable(
        [figureOf(entry, words), absoluteHtml, ...entry.corrections.map(noteOf(words))].filter(Boolean).join('\n'),
        event.language,
      ),
      summary: cutText(summary, 300),
      categories: entry.topics.map((topic) => titles.get(topic) ?? topic),
      ...(creator !== undefined && { creator }),
    };
  };
};

type Words = ReturnType<typeof wordsIn>;

/** The figure of a milestone, as it stands above the entry on a page. */
const figureOf = (entry: Entry, words: Words): string => {
  if (!isMilestone(entry)) return '';
  const { headline, kind, others, metric, elapsed } = words.milestone(entry);
  const since = elapsed && `${kind === 'elapsed' ? '' : `${elapsed.text}${words.texts.gap}`}${elapsed.since}`;
  const notes = [...others, metric, since].filter((note) => note !== undefined).map(keptApart(words));
  return `<p>${headline === undefined ? '' : `<strong>${keptApart(words)(headline)}</strong> `}${notes.join(' · ')}</p>`;
};

/** A text as HTML that keeps its direction among texts of another. */
const keptApart =
  (words: Words) =>
  (text: string): string =>
    piecesByDirection(words.isolated(text))
      .map((piece) =>
        piece.direction ? `<bdi dir="${piece.direction}">${xmlEscape(piece.text)}</bdi>` : xmlEscape(piece.text),
      )
      .join('');

const noteOf =
  (words: Words) =>
  ({ moment, note }: Correction): string => {
    const when = `${keptApart(words)(words.texts.corrected)} ${xmlEscape(words.moment(moment))}`;
    return `<p>${when}${words.texts.colon}${keptApart(words)(note)}</p>`;
  };
