import { timeOf } from '../time-of.ts';
import type { SlideDate } from './slide.ts';

/**
 * The time of a date as an update has it. It is by the clocks of the place, which the file does not name. The text says
 * why there is none: an entry needs at least a day.
 */
export const slideTime = (date: SlideDate): { readonly time: string } | string => {
  const { year, month, day, hour, minute, second } = date;
  const reported = `"${[year, month, day].filter((part) => part !== '').join('-')}"`;
  if (year === '') return 'It has no date.';
  if (month === '' || day === '')
    return `Its date ${reported} has no ${month === '' ? 'month and no day' : 'day'}, and an entry needs one.`;
  const clock = [hour, minute || '0', ...(second === '' ? [] : [second])].map(padded).join(':');
  const written = [year.padStart(4, '0'), padded(month), padded(day)].join('-');
  const time = timeOf(hour === '' ? written : `${written}T${clock}`);
  return time === undefined
    ? `There is no such date as ${reported}${hour === '' ? '' : ` with the time "${clock}"`}.`
    : { time };
};

/** Two digits; a fraction, which spreadsheets may add, is none. */
const padded = (part: string): string => part.replace(/\.0*$/, '').padStart(2, '0');

/**
 * What readers saw instead of the date, where that is more than the date in words: `November 11, 2019`, `11 Nov.` and
 * `10:18 AM` of that minute say nothing new, and `Midnight` does.
 */
export const slideLabel = (shown: string, time: string): string | undefined => {
  if (shown === '') return undefined;
  const [, year = '', month = '', day = '', hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/.exec(time) ?? [];
  const name = months[Number(month) - 1] ?? '';
  const numbers = new Set(
    [year, year.slice(2), month, day, hour, minute, second]
      .concat(hour === undefined ? [] : [String(Number(hour) % 12 || 12)])
      .flatMap((number) => (number === undefined ? [] : Number(number))),
  );
  const isNew = shown
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => {
      const [, number] = /^(\d+)(?:st|nd|rd|th|am|pm)?$/.exec(word) ?? [];
      if (number !== undefined) return !numbers.has(Number(number));
      return word !== '' && !fillers.has(word) && !(word.length >= 3 && name.startsWith(word));
    });
  return isNew ? shown : undefined;
};

const months = 'january february march april may june july august september october november december'.split(' ');
const fillers = new Set(
  'am pm a m at on of the t z utc gmt monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
);
