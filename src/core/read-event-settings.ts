import type { Event } from './archive.ts';
import type { Report } from './diagnostics.ts';
import { isEmpty } from './empty-fields.ts';
import { firstInstant, lastInstant, type Moment, parseMoment } from './moment.ts';
import { reportAt } from './place.ts';
import { readMetrics } from './read-metrics.ts';
import { readMoment } from './read-moment.ts';
import { checkSlugForm } from './read-slugs.ts';
import type { EventFields } from './schema/event.ts';
import type { Fields } from './yaml.ts';
import { haveSameClocks, isOffsetOnly, isZone, zonesMeant } from './zone-names.ts';

/** The settings of an event that entries are read by, as far as they are right. */
export type EventSettings = Partial<Omit<WholeSettings, 'published'>> & Pick<WholeSettings, 'published'>;

/** The same where all of them are right. */
export type WholeSettings = Pick<Event, 'timezone' | 'starts' | 'ends' | 'published' | 'countsFrom' | 'metrics'>;

/** Reads the settings of an event from the fields that are sound. What is wrong beyond their form is reported. */
export const readEventSettings = (source: Fields, fields: Partial<EventFields>, report: Report): EventSettings => {
  for (const topic of Object.keys(fields.topics ?? {})) {
    checkSlugForm({ slug: topic, from: 'topic', placeAt: () => source.placeOfKey(['topics', topic]) }, report);
  }
  // Metrics that are there but not sound are not known: what entries say of them cannot be judged.
  const unsound = hasField(source.data, 'metrics') && fields.metrics === undefined;
  const metrics = unsound ? undefined : readMetrics(source, fields.metrics, report);
  const timezone = readZone(source, fields, report);
  if (timezone === undefined) return { ...(metrics && { metrics }) };
  const read = (name: 'starts' | 'ends' | 'published' | 'counts-from'): Moment | undefined => {
    const text = fields[name];
    // A time of day alone is meant for the day on which the coverage starts; on which day it ends, nobody can know.
    const date = name !== 'counts-from' ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(fields.starts ?? '')?.[0];
    return text === undefined
      ? undefined
      : readMoment({ fields: source, path: [name] }, text, { zone: timezone, date }, report);
  };
  const [starts, ends, published] = [read('starts'), read('ends'), read('published')];
  const counts = fields['counts-from'] === undefined ? starts : read('counts-from');
  if (starts && ends && endsBeforeStart(starts, ends, timezone)) reportInverted(source, fields, report);
  return {
    timezone,
    ...(metrics && { metrics }),
    ...(starts && { starts }),
    ...(ends && { ends }),
    ...(published && { published }),
    ...(counts && { countsFrom: firstInstant(counts, timezone) }),
  };
};

/** Whether a coverage is over before it starts. */
export const endsBeforeStart = (starts: Moment, ends: Moment, zone: string): boolean =>
  // The midnight that ends the day of an end without a time is no part of the coverage any more.
  ends.instant === undefined
    ? firstInstant(starts, zone) >= lastInstant(ends, zone)
    : firstInstant(starts, zone) > ends.instant;

const readZone = (
  source: Fields,
  { timezone: zone, starts }: Partial<EventFields>,
  report: Report,
): string | undefined => {
  if (zone === undefined || isZone(zone)) return zone;
  const start = starts === undefined ? undefined : parseMoment(starts, 'UTC');
  const instant = start && !('rule' in start) ? firstInstant(start, 'UTC') : 0;
  const zones = zonesMeant(zone, instant);
  const { corrected, ...place } = source.placeOf(['timezone']);
  const [meant] = zones;
  // Which of several places is meant, only the writer knows, unless all have the same clocks.
  const line =
    meant !== undefined && !isOffsetOnly(zone) && haveSameClocks(zones, instant) ? corrected(meant) : undefined;
  report({
    ...place,
    rule: 'invalid-value',
    message: `Unexpected text "${zone}" in "timezone", expected the IANA name of a zone, such as Asia/Shanghai`,
    hint: hintForZone(zone, zones, line !== undefined),
    ...(line && { corrected: line }),
  });
  return undefined;
};

const hintForZone = (written: string, zones: readonly string[], isSure: boolean): string => {
  if (zones.length === 0) return 'Write Continent/City, in the spelling of the tz database.';
  const named = zones.map((zone) => `"${zone}"`).join(' or ');
  if (isSure) return `Did you mean ${named}?`;
  return isOffsetOnly(written)
    ? `${written} is an offset and does not say when clocks change: write the zone of the place, such as ${named}.`
    : `Several places call their time ${written}: write the zone of yours, such as ${named}.`;
};

const reportInverted = (source: Fields, { starts, ends }: Partial<EventFields>, report: Report): void => {
  reportAt(source.placeOf(['ends']), report, {
    rule: 'invalid-coverage',
    message: `Unexpected end ${ends}, expected one after the start ${starts}`,
    hint: 'Correct "starts" or "ends".',
  });
};

const hasField = (data: unknown, name: string): boolean =>
  typeof data === 'object' && data !== null && !isEmpty(Reflect.get(data, name) ?? null);
