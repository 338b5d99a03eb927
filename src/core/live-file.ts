import type { Event } from './archive.ts';
import { lastInstant } from './moment.ts';
import { timelineEntries } from './parts.ts';

/** How long after the end of an event an open timeline goes on to ask: the last entries tend to come late. */
const grace = 3_600_000;

/** How many of the newest entries are named. */
const newest = 50;

/** When an open timeline stops asking for what is new: an hour after the event's end, in milliseconds since 1970. */
export const liveUntil = ({ ends, timezone }: Event): number => lastInstant(ends, timezone) + grace;

/** What an open timeline asks for while the event is on: the slugs of the newest entries, oldest first, as JSON. */
export const liveFile = (event: Event): string =>
  JSON.stringify({
    entries: timelineEntries(event)
      .slice(-newest)
      .map(({ slug }) => slug),
  });
