import type { Update } from './live-blog.ts';

/**
 * A time of ISO 8601 (RFC 3339 included) or of RFC 2822 in the form of `Update.time`: seconds where it has them, without
 * their fractions; an offset where it has one, zero as `Z`. A blank instead of the `T` and a missing colon or minute of
 * the offset are understood, and a zone's name in brackets behind it is left out. `undefined` for anything else, and
 * for a day or a time of day that does not exist.
 */
export const timeOf = (text: string): string | undefined => {
  const reported = text.length > longest ? '' : text.trim();
  const [, year, month, day, hours, minutes, seconds, offset] =
    isoForm.exec(reported) ?? basicForm.exec(reported) ?? partsOfMail(reported) ?? [];
  const date = year && month && day && dateOf(year, month, day);
  if (!date || hours === undefined || minutes === undefined) return date || undefined;
  const clock = clockOf(hours, minutes, seconds);
  const zone = offset === undefined ? '' : zoneOf(offset);
  return clock === undefined || zone === undefined ? undefined : `${date}T${clock}${zone}`;
};

/** No time is written in more; longer texts are not looked at. */
const longest = 80;

const isoForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ] *(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?: *([Zz]|UTC|GMT|[-+\u2212]\d\d(?::?\d\d)?))?(?:\[[^\]]*\])?)?$/;
const basicForm = /^(\d{4})(\d\d)(\d\d)(?:[Tt](\d\d)(\d\d)(?:(\d\d)(?:[.,]\d+)?)?([Zz]|[-+\u2212]\d\d(?::?\d\d)?)?)?$/;
const mailForm =
  /^(?:[a-z]{3,9},? +)?(\d{1,2}) +([a-z]{3,9}) +(\d{2,4})(?: +(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?: *([a-z]{1,3}|[-+]\d\d:?\d\d))?(?: *\([^)]*\))?)?$/i;

const partsOfMail = (text: string): readonly (string | undefined)[] | undefined => {
  const [whole, day, name, year, ...clock] = mailForm.exec(text) ?? [];
  const month = months.findIndex((one) => one.startsWith(name?.toLowerCase() ?? '-')) + 1;
  if (!day || !year || month === 0) return undefined;
  return [whole, yearOf(year), String(month).padStart(2, '0'), day.padStart(2, '0'), ...clock];
};

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** RFC 2822, section 4.3: years of two digits are those of 1950 to 2049, years of three are counted from 1900. */
const yearOf = (digits: string): string => {
  const year = Number(digits);
  if (digits.length === 2) return String(year < 50 ? 2000 + year : 1900 + year);
  return digits.length === 3 ? String(1900 + year) : digits;
};

const dateOf = (year: string, month: string, day: string): string | undefined => {
  const first = Number(year) > 0 && Number(month) >= 1 && Number(month) <= 12 && `${year}-${month}-01`;
  if (!first || Number(day) < 1 || Number(day) > Temporal.PlainDate.from(first).daysInMonth) return undefined;
  return `${year}-${month}-${day}`;
};

const clockOf = (hours: string, minutes: string, seconds: string | undefined): string | undefined => {
  const endOfDay = Number(hours) === 24 && Number(minutes) === 0 && Number(seconds ?? 0) === 0;
  if (!endOfDay && (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 60)) return undefined;
  // A leap second is written as the second before it, as Temporal does.
  return [hours.padStart(2, '0'), minutes, ...(seconds ? [seconds === '60' ? '59' : seconds] : [])].join(':');
};

const zoneOf = (offset: string): string | undefined => {
  if (/^[a-z]/i.test(offset)) return namedZones.get(offset.toUpperCase());
  const [, sign, hours, minutes = '00'] = /^([-+\u2212])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return hours === '00' && minutes === '00' ? 'Z' : `${sign === '+' ? '+' : '-'}${hours}:${minutes}`;
};

/** Those of RFC 2822, section 4.3. Its letters were used with either sign, so that they mean nothing. */
const namedZones: ReadonlyMap<string, string> = new Map([
  ['Z', 'Z'],
  ['UT', 'Z'],
  ['UTC', 'Z'],
  ['GMT', 'Z'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
]);

/**
 * The updates with their times to the minute where every time that has seconds has `:00`: the source knew no seconds, and
 * its form wants them.
 */
export const withoutEmptySeconds = (updates: readonly Update[]): Update[] => {
  const timed = updates.filter(({ time }) => withSeconds.test(time));
  if (timed.length === 0 || !timed.every(({ time }) => withSeconds.exec(time)?.[2] === ':00')) return [...updates];
  return updates.map((update) => ({ ...update, time: update.time.replace(withSeconds, '$1') }));
};

const withSeconds = /(T\d\d:\d\d)(:\d\d)/;
