/** Those whose names of months and weekdays are understood. */
const languages = [
  'en',
  'en-GB',
  'de',
  'de-AT',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'da',
  'nb',
  'sv',
  'pl',
  'ru',
  'zh',
  'zh-TW',
  'ja',
  'ko',
];

/** A name as the tables below have it: in lower case, without the dot of an abbreviation. */
export const foldDateName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\.$/, '');

const namesOf = (
  kind: 'month' | 'weekday',
  dates: readonly number[],
  more: Intl.DateTimeFormatOptions = {},
): (readonly [name: string, index: number])[] =>
  languages.flatMap((language) =>
    (['long', 'short'] as const).flatMap((width) => {
      const format = new Intl.DateTimeFormat(language, { ...more, [kind]: width, timeZone: 'UTC' });
      return dates.flatMap((date, index) =>
        format
          .formatToParts(date)
          .filter(({ type, value }) => type === kind && /^[\p{L}\p{M}.-]+$/u.test(value))
          .map(({ value }) => [foldDateName(value), index + 1] as const),
      );
    }),
  );

const instantOf = (date: string): number => Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds;
const firstOfMonths = Array.from({ length: 12 }, (_, index) =>
  instantOf(`2024-${String(index + 1).padStart(2, '0')}-01`),
);
const mondayToSunday = Array.from({ length: 7 }, (_, index) => instantOf(`2024-01-0${index + 1}`));

const everyMonth = [...namesOf('month', firstOfMonths), ...namesOf('month', firstOfMonths, { day: 'numeric' })];

/** Every name of a month with its number. No name is that of two months. */
export const months: ReadonlyMap<string, number> = new Map(everyMonth);

/** All the names that `months` was made of. */
export const monthNames: readonly (readonly [name: string, month: number])[] = everyMonth;

/** Abbreviations that newsrooms use and the tables of Unicode do not have. */
const alsoWritten: readonly (readonly [name: string, index: number])[] = [
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
  ['星期天', 7],
];

/** All the names that `weekdays` was made of. */
export const weekdayNames: readonly (readonly [name: string, weekday: number])[] = [
  ...namesOf('weekday', mondayToSunday),
  ...alsoWritten,
];

/** Every name of a weekday with its number, 1 for Monday to 7 for Sunday. No name is that of two weekdays. */
export const weekdays: ReadonlyMap<string, number> = new Map(weekdayNames);
