import { firstInstant, parseMoment } from '../core/moment.ts';
import { writeDocument } from '../core/write-document.ts';
import { publishedOf } from './entry-time.ts';

/** What a new event is made of, as `event.md` says it. */
type NewEventParts = {
  readonly title: string;
  readonly description: string;
  readonly timezone: string;
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  readonly order: string;
  readonly language?: string | undefined;
};

/** The text of `event.md`. Its coverage starts today, and ends with the day on which it starts, unless it says so. */
export const composeEvent = (parts: NewEventParts, now: Temporal.Instant): string => {
  const { title, description, timezone, order, language } = parts;
  const starts = parts.starts ?? dateIn(timezone, now);
  const first = parseMoment(starts, zoneOrUtc(timezone));
  const ends = parts.ends ?? ('rule' in first ? starts.slice(0, 10) : first.date);
  const published =
    'rule' in first ? undefined : publishedOf(firstInstant(first, zoneOrUtc(timezone)), now, zoneOrUtc(timezone));
  const text = writeDocument({ title, description, timezone, starts, ends, published, order, language }, '');
  return `${text.slice(0, -'---\n'.length)}${more}---\n`;
};

/** What else can stand there, for people to find. Each line becomes a field without its first two characters. */
const more = `
# What else can stand here. Remove "# " from the lines that you need:
#
# location: Where it happens
# organiser: Who holds it
# live: true
# counts-from: 2019-11-11T00:00
# day-starts-at: "04:00"
# topics:
#   gmv: Gross merchandise volume
# metrics:
#   gmv:
#     title: Gross merchandise volume
#     unit: USD
#     cumulative: true
#     references:
#       - {name: "2018", value: 30.8e9}
`.trimStart();

const dateIn = (zone: string, now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(zoneOrUtc(zone)).toPlainDate().toString();

/** A zone that is none is reported when the text is checked. */
const zoneOrUtc = (zone: string): string => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return 'UTC';
  }
};
