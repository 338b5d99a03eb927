import { numberFormat } from '../core/formatters.ts';
import { localeOf } from './locale.ts';

/** Beyond these, hours and minutes tell nobody anything. */
const [least, most] = [1e-9, 1e12];

/** Whether seconds can be written in hours, minutes and seconds. */
export const isTellable = (seconds: number): boolean =>
  seconds === 0 || (Math.abs(seconds) >= least && Math.abs(seconds) < most);

/**
 * Seconds as a stopwatch shows them: `1:21.900`, `2:04:31`, `0:42`. There are at least so many `decimals`, and more where
 * the number has more. The decimal sign is that of the language.
 */
export const formatDuration = (seconds: number, decimals: number, language: string): string => {
  const { hours, minutes, rest, fraction } = partsOf(seconds, decimals);
  const clock =
    hours > 0
      ? [`${hours}`, `${minutes}`.padStart(2, '0'), `${rest}`.padStart(2, '0')]
      : [`${minutes}`, `${rest}`.padStart(2, '0')];
  const behind = fraction === '' ? '' : `${decimalSign(language)}${fraction}`;
  return `${seconds < 0 ? '−' : ''}${clock.join(':')}${behind}`;
};

/** The same for those who hear it: `1 minute, 21.900 seconds`. */
export const speakDuration = (seconds: number, decimals: number, language: string): string => {
  const { hours, minutes, rest, fraction } = partsOf(seconds, decimals);
  const locale = localeOf(language);
  // As Intl.DurationFormat puts it together, which Node 22 does not have.
  const say = (count: number, unit: string, digits = 0): readonly string[] =>
    count === 0 && !(seconds === 0 && unit === 'second')
      ? []
      : [
          numberFormat(locale, {
            style: 'unit',
            unit,
            unitDisplay: 'long',
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          }).format(count),
        ];
  const parts = [
    ...say(hours, 'hour'),
    ...say(minutes, 'minute'),
    ...say(Number(`${rest}.${fraction}`), 'second', fraction.length),
  ];
  return `${seconds < 0 ? '−' : ''}${new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(parts)}`;
};

type Parts = {
  readonly hours: number;
  readonly minutes: number;
  readonly rest: number;
  /** The digits behind the point. */
  readonly fraction: string;
};

/** The digits are rounded before they are divided: 59.9999999999 is a minute, not 60 seconds. */
const partsOf = (seconds: number, decimals: number): Parts => {
  const [whole = '0', fraction = ''] = numberFormat('en', {
    useGrouping: false,
    minimumFractionDigits: Math.min(decimals, 9),
    maximumFractionDigits: 9,
  })
    .format(Math.abs(seconds))
    .split('.');
  const all = Number(whole);
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, rest: all % 60, fraction };
};

const decimalSign = (language: string): string =>
  numberFormat(localeOf(language), {})
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value ?? '.';
