import type { Event } from '../../core/archive.ts';
import { firstInstant, lastInstant } from '../../core/moment.ts';
import { nearest } from '../../core/nearest.ts';
import { UsageError } from '../../core/usage-error.ts';

/** What tells which event is meant. */
export type EventClues = {
  /** The slug, folder or alias that was asked for. */
  readonly asked?: string | undefined;
  /** The folder of the content in which the command is run. */
  readonly inside?: string | undefined;
  readonly now: Temporal.Instant;
};

/**
 * The event that is meant: the one that was asked for; else the only one, the one in whose folder the command is run,
 * the only live one, or the only one that covers the present. `undefined` where none of these tells. Throws `UsageError`
 * where the one asked for is not there.
 */
export const chooseEvent = (events: readonly Event[], { asked, inside, now }: EventClues): Event | undefined => {
  if (asked !== undefined) {
    const wanted = asked.normalize('NFC');
    const found = events.find(({ slug, folder, aliases }) => [slug, folder, ...aliases].includes(wanted));
    if (found) return found;
    const meant = nearest(
      asked,
      events.map(({ slug }) => slug),
    );
    throw new UsageError(
      `There is no event "${asked}". ${meant === undefined ? `The events are ${slugsOf(events)}.` : `Did you mean "${meant}"?`}`,
    );
  }
  return (
    onlyOne(events) ??
    events.find(({ folder }) => folder === inside) ??
    onlyOne(events.filter(({ live }) => live)) ??
    onlyOne(events.filter((event) => covers(event, now.epochMilliseconds)))
  );
};

/** The slugs of events as a sentence names them. */
export const slugsOf = (events: readonly Event[]): string => events.map(({ slug }) => slug).join(', ');

const onlyOne = (events: readonly Event[]): Event | undefined => (events.length === 1 ? events[0] : undefined);

const covers = ({ starts, ends, timezone }: Event, now: number): boolean =>
  firstInstant(starts, timezone) <= now && now <= lastInstant(ends, timezone);
