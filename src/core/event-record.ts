import { type Event, type EventSummary, standing } from './archive.ts';
import type { Lead } from './ledger/continue-ledger.ts';
import { partNumberAt } from './parts.ts';
import type { Reached } from './reached.ts';
import type { ShownPicture } from './shown-media.ts';
import type { Counterpart } from './translations.ts';

/**
 * What is kept of an event when its pages have been made: all that the pages of the archive, and other events, need of it
 * as long as it does not change. It can be written as JSON.
 */
export type EventRecord = {
  readonly summary: EventSummary;
  /** Its picture as pages show it. */
  readonly cover?: ShownPicture;
  /** Its days, as the index of the archive lists them. */
  readonly days: readonly IndexedDay[];
  /** Where its links to other events led. */
  readonly links: readonly ForeignLink[];
  /** What its pages show of the event in other languages. */
  readonly counterparts?: readonly Counterpart[];
  /** What the feed of the archive needs to know of it. */
  readonly feed: InArchiveFeed;
  /** When something of it changed last, in milliseconds since 1970; unknown where it has no entries. */
  readonly changed?: number;
  /** Its addresses, as `printAddresses` gives them. */
  readonly addresses: string;
  /** What was made of it beside what its content asks for. */
  readonly leads?: readonly Lead[];
  /** Between which moments its pages are the same. */
  readonly reached: Reached;
};

/**
 * Of each item of an event in the feed of the archive that has come, oldest first: when it is placed, and what tells whether
 * it has changed; and when its items are news, the newest first (all in milliseconds since 1970).
 */
export type InArchiveFeed = {
  readonly placed: readonly (readonly [at: number, version: string])[];
  readonly news: readonly number[];
};

/** A link from an event to another: as it is written, in which file, to the event in which folder, and where it led. */
export type ForeignLink = {
  readonly address: string;
  readonly file: string;
  readonly folder: string;
  readonly href: string;
};

/** An event day in an index: how many entries it has that can be read, and in which part of the event's index it begins. */
export type IndexedDay = { readonly date: string; readonly entries: number; readonly part: number };

/** The days of an event that have entries that can be read, oldest first. */
export const indexedDays = ({ entries }: Pick<Event, 'entries'>): readonly IndexedDay[] => {
  const readable = standing(entries);
  return [...Map.groupBy(readable, ({ day }) => day)].map(([date, own]) => ({
    date,
    entries: own.length,
    part: partNumberAt(readable.findIndex(({ day }) => day === date)),
  }));
};

/** The settings of an event that pages of the whole archive show. */
export const summaryOf = ({
  slug,
  folder,
  aliases,
  title,
  description,
  language,
  timezone,
  starts,
  ends,
  location,
  organiser,
  hero,
  live,
  results,
  fields: { translations },
}: Event): EventSummary => ({
  slug,
  folder,
  aliases,
  title,
  description,
  language,
  timezone,
  starts,
  ends,
  live,
  results,
  ...(location !== undefined && { location }),
  ...(organiser !== undefined && { organiser }),
  ...(hero && { hero }),
  ...(translations && { translations }),
});
