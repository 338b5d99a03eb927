import { type WrittenZone, zoneAt } from './zones.ts';

/** A time of day as a line writes it. */
export type WrittenClock = {
  readonly hours: number;
  readonly minutes: number;
  /** Absent where they are not written. */
  readonly seconds?: number;
  /** What stands there instead of figures, such as `Midnight`. */
  readonly label?: string;
  /** Whether it says which half of the day it is in: a.m. or p.m. */
  readonly hasPeriod: boolean;
  readonly zone?: WrittenZone;
};

/** The words for 0:00 and 12:00 that stand alone. */
const words: ReadonlyMap<string, number> = new Map([
  ['midnight', 0],
  ['noon', 12],
  ['midday', 12],
  ['mitternacht', 0],
  ['mittag', 12],
  ['minuit', 0],
  ['midi', 12],
  ['medianoche', 0],
  ['mediodía', 12],
  ['mezzanotte', 0],
  ['mezzogiorno', 12],
  ['meia-noite', 0],
  ['meio-dia', 12],
  ['middernacht', 0],
  ['午夜', 0],
  ['正午', 12],
]);

const word = new RegExp(`(?:12(?::00)? )?(${[...words.keys()].join('|')})(?![\\p{L}\\d])`, 'iuy');
const figures =
  /(?:(上午|午前|오전|下午|午後|오후) ?)?(\d{1,2})(?:([:\u2236.])(\d\d)(?:[:\u2236.](\d\d)(?:[.,]\d{1,6})?)?| ?(h)(?!\p{L})(?: ?(\d\d)(?!\d)(?: ?min\b)?)?| ?([時时點点시]) ?(?:(\d{1,2}) ?[分분])?(?: ?(\d{1,2}) ?[秒초])?)?/uy;
/** How languages say that a time follows: `kl. 14.05`, `ore 14.05`, `godz. 14.05`. */
export const announcement = /(?<![\p{L}\d])(?:kl|klo|klokken|klockan|ore|alle|godz|ora|saat)\.? ?$/iu;
const tail =
  /(?: ?([ap])\.? ?m\b\.?)?(?: ?(uhr|uur|hrs|hours|h|o['’]clock)\b\.?(?: ([0-5]\d)(?= ?[:—–|·•]| -|$))?)?/iuy;

/** Whether a line can hold a time or a date at all; tells that quickly. */
export const mayHoldTime = (line: string): boolean => /\d/.test(line) || anyWord.test(line);
const anyWord = new RegExp([...words.keys()].join('|'), 'i');

/**
 * Reads a time of day at an index of a line: `11:40 p.m.`, `06:28:00`, `2.05pm`, `9 p.m.`, `14h05`, `14:05 Uhr`, `下午2:05`,
 * `Midnight`, 24:00 too, with the zone behind it. A dot or an hour alone is a time only where a.m., p.m., `Uhr` or a zone
 * follows. `end` is where it ends.
 */
export const clockAt = (
  line: string,
  index: number,
): { readonly clock: WrittenClock; readonly end: number } | undefined => {
  const read = wordAt(line, index) ?? figuresAt(line, index);
  if (!read) return undefined;
  const { zone, end } = zoneAt(line, read.end) ?? { end: read.end };
  if (read.needsMore && !zone) return undefined;
  if (/^[\p{L}\d]/u.test(line.slice(end, end + 2))) return undefined;
  return { clock: { ...read.clock, ...(zone && { zone }) }, end };
};

type Read = { readonly clock: WrittenClock; readonly end: number; readonly needsMore: boolean };

const wordAt = (line: string, index: number): Read | undefined => {
  word.lastIndex = index;
  const [label, name] = word.exec(line) ?? [];
  const hours = words.get(name?.toLowerCase() ?? '');
  if (label === undefined || hours === undefined) return undefined;
  return { clock: { hours, minutes: 0, label, hasPeriod: false }, end: word.lastIndex, needsMore: false };
};

const figuresAt = (line: string, index: number): Read | undefined => {
  figures.lastIndex = index;
  const found = figures.exec(line);
  if (!found) return undefined;
  const [, lead, hours, mark, minutes, seconds, h, minutesOfH, sign, minutesOfSign, secondsOfSign] = found;
  tail.lastIndex = figures.lastIndex;
  const [, letter, unit, minutesOfUnit] = tail.exec(line) ?? [];
  // "14 Uhr 30: The turn".
  if (minutesOfUnit !== undefined && (mark !== undefined || !/^uhr$/i.test(unit ?? ''))) return undefined;
  const period = lead ? (/[上前전]/.test(lead) ? 'a' : 'p') : letter?.toLowerCase();
  const clock = clockOf(
    Number(hours),
    Number(minutes ?? minutesOfH ?? minutesOfSign ?? minutesOfUnit ?? 0),
    seconds ?? secondsOfSign,
    period,
  );
  const isAnnounced = announcement.test(line.slice(Math.max(0, index - 10), index));
  const isClear = isAnnounced || (mark !== undefined && mark !== '.') || h !== undefined || sign !== undefined;
  const needsMore = !isClear && period === undefined && unit === undefined;
  return clock && { clock, end: tail.lastIndex, needsMore };
};

const clockOf = (
  hours: number,
  minutes: number,
  seconds: string | undefined,
  period: string | undefined,
): WrittenClock | undefined => {
  const second = Number(seconds ?? 0);
  if (minutes > 59 || second > 59 || hours > 24 || (hours === 24 && (minutes > 0 || second > 0))) return undefined;
  if (period === 'a' && hours > 12) return undefined;
  const own = period === 'a' && hours === 12 ? 0 : period === 'p' && hours < 12 ? hours + 12 : hours;
  if (period === 'p' && own === 24) return undefined;
  return { hours: own, minutes, ...(seconds !== undefined && { seconds: second }), hasPeriod: period !== undefined };
};

/** The seconds of a time since the beginning of its day. */
export const secondsOf = ({ hours, minutes, seconds = 0 }: WrittenClock): number =>
  (hours * 60 + minutes) * 60 + seconds;

/** Whether a time can be the midnight that begins a day or the one that ends it: everything at 0 o'clock sharp. */
export const isMidnight = (clock: WrittenClock): boolean => secondsOf(clock) % 86_400 === 0;
