/** How many seconds are one of a unit in which a metric of durations can count. */
export const secondsPer = { s: 1, min: 60, h: 3600 } as const;

export type DurationUnit = keyof typeof secondsPer;

export const isDurationUnit = (unit: string): unit is DurationUnit => Object.hasOwn(secondsPer, unit);

/** `1:21.900`, `0:42`, `2:04:31`: minutes and seconds, before them hours. The digits of a point are those of the last. */
export const durationForm = /^-?(?:\d{1,6}:[0-5]\d|\d{1,7}):[0-5]\d(?:\.\d{1,9})?$/;

/** What was meant to be in that form, among them 1'21"9, 1 min 21.9 s and 1:21,9. */
export const durationLike = /^-?\d{1,7} ?(?::|['′](?!\d{3})|(?:h|hrs?|hours?|m|mins?|minutes?) ?\d)[\da-z :.,'"′″]*$/i;

/** A text that is like a span of time, in the form that spans have; nothing where that is not plain. */
export const fixDuration = (text: string): string | undefined => {
  const [, hoursAndMinutes] = /^(-?\d+:[0-5]\d) ?(?:h|hrs?|hours?)$/i.exec(text) ?? [];
  if (hoursAndMinutes !== undefined) return `${hoursAndMinutes}:00`;
  const {
    sign,
    hours,
    minutes,
    seconds,
    tenths,
    fraction = tenths,
  } = (byColons.exec(text) ?? byLetters.exec(text))?.groups ?? {};
  if (minutes === undefined && (hours === undefined || seconds === undefined)) return undefined;
  const [middle = '0', last = '0'] = [minutes, seconds];
  const clock = hours === undefined ? [middle] : [hours, middle.padStart(2, '0')];
  const fixed = `${sign}${[...clock, last.padStart(2, '0')].join(':')}${fraction === undefined ? '' : `.${fraction}`}`;
  return durationForm.test(fixed) ? fixed : undefined;
};

const byColons =
  /^(?<sign>-?)(?:(?<hours>\d+):)?(?<minutes>\d+):(?<seconds>\d+)(?:[.,](?<fraction>\d+))? ?(?:h|min|s|sec)?$/i;
const byLetters =
  /^(?<sign>-?)(?:(?<hours>\d+) ?(?:h|hrs?|hours?) ?)?(?:(?<minutes>\d+) ?(?:m|mins?|minutes?|['′]) ?)?(?:(?<seconds>\d+)(?:[.,](?<fraction>\d+)|["″](?<tenths>\d+))? ?(?:s|secs?|seconds?|["″])?)?$/i;

/** The seconds of a text in this form. Nothing is added up in fractions, so that 1:21.900 is 81.9 and nothing beside it. */
export const parseDuration = (text: string): number | undefined => {
  if (!durationForm.test(text)) return undefined;
  const [whole = '', fraction = '0'] = text.replace('-', '').split('.');
  const seconds = whole.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number(`${text.startsWith('-') ? '-' : ''}${seconds}.${fraction}`);
};

/** So many of a unit as seconds, without the noise of the multiplication; and the other way round. */
export const toSeconds = (amount: number, unit: DurationUnit): number => clean(amount * secondsPer[unit]);
export const fromSeconds = (seconds: number, unit: DurationUnit): number => clean(seconds / secondsPer[unit]);

const clean = (number: number): number => Number(number.toPrecision(15));
