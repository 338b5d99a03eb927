import { timeOf } from '../time-of.ts';

/**
 * The moment of a post or comment, in the form of `Update.time`: the one in UTC, else the one on the blog's clock, which
 * has no offset. WordPress writes `2014-10-30 00:07:05`, and zeros for none.
 */
export const timeOfPost = (utc: string | undefined, local: string | undefined): string | undefined =>
  (isTime(utc) && timeOf(`${utc.replace(' ', 'T')}Z`)) ||
  (isTime(local) && timeOf(local.replace(' ', 'T'))) ||
  undefined;

const isTime = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):\d{2}:\d{2}$/.test(text) && !text.startsWith('0000');

/**
 * A sentence about how far the blog's clock was from UTC, as far as pairs of UTC and local time tell; `undefined` where
 * they tell nothing. Names a zone that had these offsets at these times, where there is a well-known one.
 */
export const zoneNote = (
  pairs: readonly (readonly [utc: string | undefined, local: string | undefined])[],
): string | undefined => {
  const seen = pairs.flatMap(([utc, local]) => {
    if (!isTime(utc) || !isTime(local) || !timeOfPost(utc, undefined) || !timeOfPost(local, undefined)) return [];
    const at = Temporal.Instant.from(`${utc.replace(' ', 'T')}Z`);
    return [
      {
        at,
        minutes:
          (Temporal.Instant.from(`${local.replace(' ', 'T')}Z`).epochMilliseconds - at.epochMilliseconds) / 60_000,
      },
    ];
  });
  const offsets = [...new Set(seen.map(({ minutes }) => minutes))];
  // Clocks that were set by hand say nothing about a zone.
  if (
    offsets.length === 0 ||
    offsets.length > 2 ||
    offsets.some((minutes) => minutes % 15 !== 0 || Math.abs(minutes) > 840)
  )
    return undefined;
  const zone = zones.find((one) =>
    seen.every(({ at, minutes }) => at.toZonedDateTimeISO(one).offsetNanoseconds === minutes * 60e9),
  );
  const hint = zone ? ` That is so in --timezone ${zone}, for example.` : '';
  return `The blog's clock was ${offsets.map(distance).join(', and at other times ')}.${hint}`;
};

const distance = (minutes: number): string => {
  if (minutes === 0) return 'at UTC';
  const hours = Math.abs(minutes) / 60;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} ${minutes < 0 ? 'behind' : 'ahead of'} UTC`;
};

const zones = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/Bogota',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Jakarta',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Australia/Brisbane',
  'Pacific/Auckland',
];
