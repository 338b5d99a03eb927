import type { Entry, Event } from './archive.ts';
import { lastInstant } from './moment.ts';
import { timelineEntries } from './parts.ts';

/** How long after the end of an event an open page goes on to ask: the last entries tend to come late. */
const grace = 3_600_000;

/** How many of the newest entries are named. */
const newest = 50;

/** Of how many entries the version is given: of those that were published, corrected or withdrawn last. */
const lastChanged = 100;

/** What an open page of an event asks for while the event is on. A version is another one as soon as an entry shows something else. */
export type LiveNews = {
  /** The slugs of the newest entries, oldest first. */
  readonly entries: readonly string[];
  /** The version of each entry that was published, corrected or withdrawn lately, by slug. */
  readonly versions: Readonly<Record<string, string>>;
  /** Those of them that have been withdrawn. */
  readonly withdrawn: readonly string[];
};

/** When an open page stops asking for what is new: an hour after the event's end, in milliseconds since 1970. */
export const liveUntil = ({ ends, timezone }: Event): number => lastInstant(ends, timezone) + grace;

/** What open pages ask for, as JSON. Its size is bounded, however long the event is. */
export const liveFile = (event: Event, versionOf: (entry: Entry) => string): string => {
  // Of entries that changed at the same time those further down in the order come first.
  const changed = new Set(
    event.entries
      .toReversed()
      .toSorted((a, b) => (b.changed ?? 0) - (a.changed ?? 0))
      .slice(0, lastChanged),
  );
  const reported = event.entries.filter((entry) => changed.has(entry));
  const news: LiveNews = {
    entries: timelineEntries(event)
      .slice(-newest)
      .map(({ slug }) => slug),
    versions: Object.fromEntries(reported.map((entry) => [entry.slug, versionOf(entry)])),
    withdrawn: reported.filter(({ withdrawn }) => withdrawn).map(({ slug }) => slug),
  };
  return JSON.stringify(news);
};
