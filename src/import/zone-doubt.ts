import { parseMoment } from '../core/moment.ts';
import type { LiveBlog } from './live-blog.ts';
import { offsetsOf } from './transcript/zones.ts';

/** A doubt where times say a zone, such as `BST`, whose clock that of the event is not at that time. */
export const doubtOfZone = ({ ambiguousZone, updates }: LiveBlog, zone: string): readonly string[] => {
  if (ambiguousZone === undefined) return [];
  const possible = offsetsOf(ambiguousZone);
  const wrong = updates.find(({ time }) => {
    const moment = time.includes('T') ? parseMoment(time, zone) : undefined;
    if (!moment || 'rule' in moment) return false;
    const offset = Temporal.Instant.from(moment.datetime).toZonedDateTimeISO(zone).offset;
    return !possible.includes(offset);
  });
  return wrong === undefined
    ? []
    : [
        `The times have the zone "${ambiguousZone}", but the event has ${zone}, whose clock is another one at ${wrong.time}. Say with --timezone which zone "${ambiguousZone}" is, and import into a new event.`,
      ];
};
