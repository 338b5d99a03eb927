import type { Event } from '../core/archive.ts';
import { type EventRecord, indexedDays, summaryOf } from '../core/event-record.ts';
import { changeOfEvent } from '../feeds/sitemap.ts';

/** What of the record of an event follows from its content alone. */
export type OwnRecord = Pick<EventRecord, 'summary' | 'days' | 'changed' | 'reached'>;

/** The record of an event, but for what is known only when its pages are made. */
export const recordOf = (event: Event): OwnRecord => {
  const changed = changeOfEvent(event);
  const { latestPast, firstFuture } = event;
  return {
    summary: summaryOf(event),
    days: indexedDays(event),
    reached: { ...(latestPast !== undefined && { latestPast }), ...(firstFuture !== undefined && { firstFuture }) },
    ...(changed !== undefined && { changed }),
  };
};
