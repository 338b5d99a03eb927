import { apart } from './apart.ts';
import { monthNamed } from './month-names.ts';

const before = '(?<![\\d.,:])';
const words = '\\p{L}[\\p{L}\\p{M}]+';

/** A way to write a date, and the year, month and day that it means; a day may be left out. */
type DateForm = {
  readonly form: RegExp;
  /** What a text with such a date has: to look for a year takes less than to look for words before one. */
  readonly has?: RegExp;
  readonly parts: (
    found: readonly string[],
    monthFirst: boolean,
  ) => readonly [year: string, month: number, day: string];
};

const yearBehindWord = /(?=\d{4})(?<=[\p{L}\p{M}]\.?,?[\s-](?:del? |of |พ\.ศ\. ?|ค\.ศ\. ?)?)\d/iu;

const dateForms: readonly DateForm[] = [
  {
    form: new RegExp(`${before}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`, 'gu'),
    parts: ([year = '', , month = '', day = '']) => [year, Number(month), day],
  },
  {
    form: new RegExp(`${before}(\\d{4})[\\p{Pd}/](0[1-9]|1[0-2])(?![\\d.,:/\\p{Pd}])`, 'gu'),
    parts: ([year = '', month = '']) => [year, Number(month), ''],
  },
  {
    form: new RegExp(`${before}(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?!\\d)`, 'gu'),
    parts: ([day = '', month = '', year = '']) => [year, Number(month), day],
  },
  {
    form: /(?<![\d.,:/-])(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?![\d/-])/gu,
    parts: ([first = '', , second = '', year = ''], monthFirst) =>
      Number(second) > 12 || (monthFirst && Number(first) <= 12)
        ? [year, Number(first), second]
        : [year, Number(second), first],
  },
  {
    form: /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?/gu,
    parts: ([year = '', month = '', day = '']) => [year, Number(month), day],
  },
  {
    form: new RegExp(
      `${before}(\\d{1,2})(?:st|nd|rd|th|er|e|\\.|º|ª)?[\\s-](?:of |de |d['’]|ב)?(${words})\\.?,?[\\s-](?:del? |พ\\.ศ\\. ?|ค\\.ศ\\. ?)?(\\d{4})(?!\\d)`,
      'giu',
    ),
    has: yearBehindWord,
    parts: ([day = '', month = '', year = '']) => [yearOf(year, month), monthNamed(month) ?? 0, day],
  },
  {
    form: new RegExp(`(?<![\\p{L}\\p{M}])(${words})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})(?!\\d)`, 'giu'),
    has: /(?=\d{4})(?<=\d(?:st|nd|rd|th)?,?\s)\d/iu,
    parts: ([month = '', day = '', year = '']) => [yearOf(year, month), monthNamed(month) ?? 0, day],
  },
  {
    form: new RegExp(`(?<![\\p{L}\\p{M}])(${words})\\.?,?\\s(?:del? |of )?(\\d{4})(?!\\d)`, 'giu'),
    has: yearBehindWord,
    parts: ([month = '', year = '']) => [yearOf(year, month), monthNamed(month) ?? 0, ''],
  },
];

/** Thai counts years from the Buddha on. */
const yearOf = (year: string, month: string): string =>
  /\p{Script=Thai}/u.test(month) && Number(year) > 2400 ? String(Number(year) - 543) : year;

/**
 * A text with its dates as `2024<mark>5<mark>3`: 3 May 2024, May 3, 2024, 3. Mai 2024, 2024年5月3日, 03.05.2024, and 3/5/2024, which is
 * the fifth of March where the month comes first. A month alone is `2024<mark>5`.
 */
export const plainDates = (text: string, mark: string, monthFirst: boolean): string => {
  let plain = text;
  for (const { form, parts, has } of dateForms)
    if (has?.test(plain) ?? true)
      plain = plain.replace(form, (written, ...found: (string | undefined)[]) => {
        const [year, month, day] = parts(
          found.map((one) => one ?? ''),
          monthFirst,
        );
        const isDate = month >= 1 && month <= 12 && (day === '' || (Number(day) >= 1 && Number(day) <= 31));
        return isDate ? apart([year, month, ...(day === '' ? [] : [Number(day)])].join(mark)) : written;
      });
  return plain;
};

/** Whether the month or the day may come first in a date of a text. */
export const hasTwoOrders = (text: string): boolean => /\d[-/]\d{1,2}[-/]\d{4}/.test(text);

const morning = 'a\\.?\\s?m\\b\\.?|صباح[\\p{L}\\p{M}]*|ص(?!\\p{L})|de la mañana|morgens|早上|上午|凌晨|午前|오전';
const afternoon =
  'p\\.?\\s?m\\b\\.?|مساء[\\p{L}\\p{M}]*|م(?!\\p{L})|de la tarde|de la noche|nachmittags|abends|下午|晚上|午後|오후';

/** `2:30 pm`, `2.30pm`, `2 p.m.`, `午後2時30分`, `오후 2시 30분`. */
const halfDay = [
  new RegExp(
    `(?<![\\d.,:])(?<hour>1[0-2]|0?\\d)(?:[:.](?<minute>[0-5]\\d))?(?:[:.](?<second>[0-5]\\d))?\\s?(?:(?<am>${morning})|(?<pm>${afternoon}))`,
    'giu',
  ),
  /(?:(?<am>早上|上午|凌晨|午前|오전)|(?<pm>下午|晚上|午後|오후))\s?(?<hour>1[0-2]|0?\d)(?:\s?[時时点點시]\s?(?:(?<minute>[0-5]?\d)\s?[分분]|(?<half>半|반))?|:(?<minute2>[0-5]\d)(?::(?<second>[0-5]\d))?)/gu,
];

/** `14 Uhr 30`, `14 Uhr`, `14時30分`, `14시 30분`. What is `14:30` and `14h30` is so by its mark. */
const wholeDay = [
  /(?<![\d.,:])(?<hour>2[0-4]|1\d|0?\d)(?:[:.](?<minute>[0-5]\d))?\s(?:Uhr|uur)(?:\s(?<minute2>[0-5]\d)(?!\d))?/giu,
  /(?<![\d.,:])(?<hour>2[0-4]|1\d|0?\d)\s?[時时点點시](?!间|間|代|台|간|작)\s?(?:(?<minute>[0-5]?\d)\s?[分분]|(?<half>半|반))?/gu,
];
const bareHour = /(?<![\d.,:])(?<hour>2[0-4]|1\d|0?\d)\s?h(?![\p{L}\d])/gu;

/**
 * A text with its times of day as those of 24 hours, with the mark between hours and minutes: 2:30 pm, 2.30pm, 14 Uhr 30 and 午後2時30分
 * are `14<mark>30`. `14h` may be an hour or a duration: it is an hour where `loose` says so.
 */
export const plainTimes = (text: string, mark: string, loose: boolean): string =>
  [...halfDay, ...wholeDay, ...(loose ? [bareHour] : [])].reduce(
    // The last of what a replacer is given are the named groups.
    (plain, form) => plain.replace(form, (...found) => plainTime(found.at(-1), mark)),
    text,
  );

const plainTime = (parts: Readonly<Record<string, string | undefined>>, mark: string): string => {
  const { hour, minute, minute2, second, half, am, pm } = parts;
  const isHalfDay = am !== undefined || pm !== undefined;
  const hours = isHalfDay ? (Number(hour) % 12) + (pm === undefined ? 0 : 12) : Number(hour);
  const minutes = half === undefined ? (minute ?? minute2 ?? '00').padStart(2, '0') : '30';
  return apart([hours, minutes, ...(second === undefined ? [] : [second])].join(mark));
};
