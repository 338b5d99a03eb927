import { publishedOf } from '../compose/entry-time.ts';
import { firstInstant, lastInstant, type Moment, parseMoment } from '../core/moment.ts';
import type { PlannedEntry } from './plan-entries.ts';
import type { EventPlan } from './plan-event.ts';

/** What an import is going to write: the settings of an event where it is new, and entries. */
type Planned = { readonly event?: EventPlan | undefined; readonly entries: readonly PlannedEntry[] };

/** Where and when it is written; `published` is what the event says already. */
type WrittenAt = { readonly zone: string; readonly now: Temporal.Instant; readonly published?: Moment };

/**
 * Says of what lies more than a day back that it is published now: of a new event as a whole, so that it is one item for those
 * who follow the archive; else of each entry, unless it is a draft or its event was published within the last day.
 */
export const sayPublished = ({ event, entries }: Planned, { zone, now, published }: WrittenAt): Planned => {
  if (event) {
    const starts = momentIn(event.fields, 'starts', zone);
    const said = starts && publishedOf(firstInstant(starts, zone), now, zone);
    return { entries, event: { ...event, fields: withField(event.fields, said, 'ends') } };
  }
  const ofEvent = published ? firstInstant(published, zone) : Number.NEGATIVE_INFINITY;
  return {
    entries: entries.map((entry) => {
      const time = entry.fields['draft'] === true ? undefined : momentIn(entry.fields, 'time', zone);
      const said = time && publishedOf(Math.max(lastInstant(time, zone), ofEvent), now, zone);
      return { ...entry, fields: withField(entry.fields, said, 'time') };
    }),
  };
};

const momentIn = (fields: PlannedEntry['fields'], name: string, zone: string): Moment | undefined => {
  const moment = parseMoment(String(fields[name]), zone);
  return 'rule' in moment ? undefined : moment;
};

/** The fields with `published` behind another one. */
const withField = (
  fields: PlannedEntry['fields'],
  published: string | undefined,
  behind: string,
): PlannedEntry['fields'] =>
  published === undefined
    ? fields
    : Object.fromEntries(
        Object.entries(fields).flatMap((field) => (field[0] === behind ? [field, ['published', published]] : [field])),
      );
