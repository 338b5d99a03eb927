import { foldDateName, months, weekdays } from './date-names.ts';

/** A date as a line writes it. */
export type WrittenDate = {
  /** 1 for Monday to 7 for Sunday, where it names one. */
  readonly weekday?: number;
} & (
  | { readonly kind: 'named'; readonly year?: number; readonly month: number; readonly day: number }
  /** Such as 10/11/2019: either part can be the month. */
  | { readonly kind: 'numeric'; readonly year: number; readonly first: number; readonly second: number }
);

/** Words that stand around dates and times in the languages that are understood, and mean nothing by themselves. */
const fillers = new Set(
  '- on the of at le la las les à a el de del den der am um o às il alle ore om op r г года в w dnia em dia'.split(' '),
);

/**
 * Reads words, such as those of `Sunday, Nov. 10, 2019`, that are a date and nothing else. `undefined` for anything
 * else, `'nothing'` for words that mean nothing by themselves.
 */
export const readWrittenDate = (form: string): WrittenDate | 'nothing' | undefined => {
  const words = wordsOf(form);
  if (words.length === 0) return 'nothing';
  if (words.length > 6) return undefined;
  const without = dateOf(words, undefined);
  if (without) return without;
  const before = weekdays.get(words.at(0) ?? '');
  if (before !== undefined) return dateOf(words.slice(1), before);
  const after = weekdays.get(words.at(-1) ?? '');
  return after === undefined ? undefined : dateOf(words.slice(0, -1), after);
};

const wordsOf = (form: string): string[] =>
  form
    // Korean dates in figures have blanks in them.
    .replace(/(\d{4})\. (\d{1,2})\. (\d{1,2})\.?/, '$1.$2.$3 ')
    // Chinese, Japanese and Korean dates stand without blanks, or with them anywhere.
    .replace(/(\d) ?([年년]) ?(?=\d)/g, '$1$2')
    .replace(/(\d) ?([月월]) ?(?=\d)/g, '$1$2')
    .replace(/(\d) ?([日号號일])(?![曜요]) ?(?![\p{L}\d]*\d)/gu, '$1$2 ')
    .replace(/(\d)(?=[月火水木金土日]曜日)/g, '$1 ')
    .replace(/(\d)-(\p{L}+)-(\d)/gu, '$1 $2 $3')
    .split(/[\s,、()[\]|·•@—–]+/)
    .map(foldDateName)
    .filter((word) => word !== '' && !fillers.has(word));

const dateOf = (words: readonly string[], weekday: number | undefined): WrittenDate | undefined => {
  if (words.length === 1) return dateOfOne(words[0] ?? '', weekday);
  if (words.length > 3) return undefined;
  const named = weekday === undefined ? {} : { weekday };
  const month = words.map((word) => months.get(word)).find((one) => one !== undefined);
  const numbers = words.filter((word) => !months.has(word));
  if (month === undefined || numbers.length !== words.length - 1) return undefined;
  const years = numbers.filter((word) => /^\d{4}$/.test(word));
  const days = numbers.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th|er|º|o|\.)?$/.exec(word)?.[1] ?? []);
  const [day] = days;
  if (day === undefined || days.length !== 1 || years.length !== numbers.length - 1) return undefined;
  return { kind: 'named', month, day: Number(day), ...named, ...(years[0] && { year: Number(years[0]) }) };
};

const dateOfOne = (word: string, weekday: number | undefined): WrittenDate | undefined => {
  const named = weekday === undefined ? {} : { weekday };
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(word)?.toSpliced(2, 1) ?? [];
  if (isoYear) return { kind: 'named', year: +isoYear, month: Number(isoMonth), day: Number(isoDay), ...named };
  const [, year, month, day] = /^(?:(\d{4})[年년])?(\d{1,2})[月월](\d{1,2})[日号號일]$/.exec(word) ?? [];
  if (month) return { kind: 'named', month: +month, day: Number(day), ...named, ...(year && { year: Number(year) }) };
  // "Sonntag, 10.11." is a date only with its weekday: 10.11 alone is a number or a time.
  const [, shortDay, shortMonth] = /^(\d{1,2})\.(\d{1,2})$/.exec(word) ?? [];
  if (shortDay && weekday !== undefined)
    return { kind: 'named', month: Number(shortMonth), day: Number(shortDay), ...named };
  const [, first, mark, second, end] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(word) ?? [];
  if (!first || !end) return undefined;
  const full = end.length === 2 ? 2000 + Number(end) : Number(end);
  // Nobody writes 10.11.2019 with the month first.
  return mark === '.'
    ? { kind: 'named', year: full, month: Number(second), day: Number(first), ...named }
    : { kind: 'numeric', year: full, first: Number(first), second: Number(second), ...named };
};
