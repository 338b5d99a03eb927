import { type Correction, type Entry, type Event, isMilestone, type Site, type Text } from '../core/archive.ts';
import { changesOf } from '../core/changes.ts';
import { firstInstant } from '../core/moment.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { isPast } from '../core/reached.ts';
import type { Body } from '../markdown/body.ts';
import { cutText } from '../markdown/excerpt.ts';
import { piecesByDirection } from '../words/pieces.ts';
import { wordsIn } from '../words/words.ts';
import { type FeedItem, readable } from './feed.ts';
import { firstAddresses } from './first-addresses.ts';
import { mediaIn } from './item-media.ts';
import { xmlEscape } from './xml-text.ts';

/** What feeds are made from. */
type FeedSource = {
  readonly site: Site;
  readonly to: Permalinks;
  readonly bodyOf: (text: Text) => Body;
  /** When an entry was first seen by readers, in milliseconds since 1970, where somebody knows: it is placed by that. */
  readonly seenAt?: (entry: Entry) => number | undefined;
};

/** An entry, and its item in feeds. */
export type FeedSlot = { readonly entry: Entry; readonly item: FeedItem };

/** The items of all entries of an event, by their place, oldest first; those of the same instant have the event's own order. */
export const feedSlots = (event: Event, source: FeedSource): readonly FeedSlot[] => {
  const itemOf = itemMaker(event, source);
  return event.entries
    .map((entry) => ({ entry, item: itemOf(entry) }))
    .toSorted((a, b) => a.item.placed - b.item.placed || a.item.published - b.item.published);
};

/**
 * What the archive's feeds have of an event, oldest first. Of one that was published after it had happened, that is one item
 * for all that was published with it.
 */
export const itemsForArchive = (event: Event, slots: readonly FeedSlot[], source: FeedSource): readonly FeedItem[] => {
  const { published, timezone } = event;
  if (!published) return slots.map(({ item }) => item);
  const first = firstInstant(published, timezone);
  const later = slots.filter(({ entry }) => entry.publishedAt > first).map(({ item }) => item);
  return [itemOfEvent(event, first, source), ...later].toSorted((a, b) => a.placed - b.placed);
};

const itemOfEvent = (event: Event, published: number, { site, to, bodyOf }: FeedSource): FeedItem => {
  const { title, description, language, standfirst } = event;
  const content = readable(`<p>${xmlEscape(description)}</p>\n${bodyOf(standfirst).absoluteHtml}`.trimEnd(), language);
  const isAhead = !isPast(published, event);
  return {
    id: firstAddresses(site).event(event),
    title,
    link: to.absolute(to.event(event.slug)),
    published,
    placed: published,
    ...(isAhead && { isAhead }),
    updated: published,
    language,
    content,
    media: mediaIn(content, mediaFolder(event, to)),
    summary: cutText(description, 300),
    categories: [],
    ...creatorOf(undefined, site),
  };
};

const itemMaker = (event: Event, { site, to, bodyOf, seenAt }: FeedSource): ((entry: Entry) => FeedItem) => {
  const words = wordsIn(event.language);
  const titles = new Map(event.topics.map(({ slug, title }) => [slug, title]));
  const first = firstAddresses(site);
  const folder = mediaFolder(event, to);
  return (entry) => {
    const { title, withdrawn, publishedAt, author, topics } = entry;
    const frame = {
      id: first.entry(event, entry),
      link: to.absolute(to.entry(event.slug, entry.slug)),
      published: publishedAt,
      placed: seenAt?.(entry) ?? publishedAt,
      ...(!isPast(publishedAt, event) && { isAhead: true as const }),
      updated: entry.changed ?? 0,
      language: event.language,
    };
    if (withdrawn) return { ...frame, ...withdrawalOf({ ...entry, withdrawn }, event, words) };
    const { absoluteHtml, summary } = bodyOf(entry.body);
    const parts = [figureOf(entry, words), absoluteHtml, ...entry.corrections.map(noteOf(words))].filter(Boolean);
    const own = parts.length === 0 ? `<p>${keptApart(words)(title)}</p>` : parts.join('\n');
    return {
      ...frame,
      title,
      content: readable(own, event.language),
      media: mediaIn(own, folder),
      summary: cutText(summary, 300),
      categories: topics.map((topic) => titles.get(topic) ?? topic),
      ...creatorOf(author, site),
    };
  };
};

const mediaFolder = ({ slug }: Event, to: Permalinks): string => to.absolute(to.media(slug, ''));

const creatorOf = (author: string | undefined, { publisher }: Site): Pick<FeedItem, 'creator'> => {
  const creator = author ?? publisher?.name;
  return creator === undefined ? {} : { creator };
};

type Words = ReturnType<typeof wordsIn>;

/** What comes in the place of an entry that was withdrawn: the reason. */
const withdrawalOf = (
  entry: Entry & { readonly withdrawn: NonNullable<Entry['withdrawn']> },
  event: Event,
  words: Words,
): Pick<FeedItem, 'title' | 'withdrawn' | 'content' | 'media' | 'summary' | 'categories'> => {
  const { moment, reason } = entry.withdrawn;
  const { texts } = words;
  const when = `${xmlEscape(texts.withdrawnOn)} ${xmlEscape(words.moment(moment))}${texts.stop}`;
  const [change] = changesOf(
    { corrections: [], withdrawn: entry.withdrawn, publishedAt: entry.publishedAt },
    event.timezone,
  );
  return {
    title: cutText(`${texts.entryWithdrawn}${texts.colon}${reason}`, 200),
    withdrawn: Math.min(change?.instant ?? entry.publishedAt, entry.changed ?? 0),
    content: readable(`<p>${keptApart(words)(reason)}</p>\n<p>${when}</p>`, event.language),
    media: [],
    summary: cutText(reason, 300),
    categories: [],
  };
};

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
