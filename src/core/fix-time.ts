import { monthNamed } from './month-names.ts';
import { plainMarks } from './odd-marks.ts';
import { offsetMeant } from './zone-names.ts';

/**
 * What is known where a time is written: the event's zone, and the date that a time of day alone belongs to. With a time of day, as in
 * `2019-11-10T12:00`, that date begins then, and what is earlier belongs to the next one.
 */
type TimeContext = { readonly zone?: string | undefined; readonly date?: string | undefined };

/**
 * What a time in another common spelling can mean, each in the form of `time`; two where the day or the month may come
 * first, the day first, and none where nothing is likely. Whether there is such a time is for the caller to see.
 */
export const meantTimes = (text: string, context: TimeContext = {}): readonly string[] => {
  if (text.length > 60) return [];
  if (isRange(plainMarks(text), context)) return [];
  const plain = plainMarks(text.normalize('NFKC'))
    .replace(/^[\s"']+|[\s"';,]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:~|ca\.?|circa|about|around|approx\.?|gegen|vers) ?(?=\d)/i, '')
    .replace(weekday, '')
    .replace(/ ?(?:\(?local(?: time)?\)?|\(?Ortszeit\)?)$/i, '')
    .replace(/ ?\[?([A-Z]\w+\/[\w/+-]+)\]?$/, (whole, zone) => (zone === context.zone ? '' : whole))
    .replace(/\b(?:12 )?noon$|\bmittags$/i, '12:00')
    .replace(/^(\d{4}-\d{2}-\d{2})[_-](?=\d{1,2}:)/, '$1T')
    .replace(/^T(?=\d{1,2}:\d{2})/, '')
    .replace(/(\dT\d{1,2})$/, '$1:00')
    .replace(/\b((?:1[3-9]|2[0-3]):\d{2}) ?pm$/i, '$1');
  if (/^\d{10}$|^\d{13}$/.test(plain)) return [ofUnixTime(Number(plain.padEnd(13, '0')), context.zone)];
  const { dates, rest } = takeDate(plain) ?? behindTime(plain) ?? ofContext(plain, context);
  const clock = /^[\s,]*$/.test(rest) ? '' : clockIn(rest);
  if (clock === undefined) return [];
  return dates.flatMap((date) => {
    if (clock === '') return [date];
    const local = `${date}T${clock.time}`;
    const offset = clock.zone === '' ? '' : offsetMeant(clock.zone, local, context.zone);
    return offset === undefined ? [] : [`${local}${offset}`];
  });
};

/** Whether a text is from one time to another: `10:00-11:00`, unless what looks like the second is the offset of the zone. */
const isRange = (text: string, { zone }: TimeContext): boolean => {
  const [, date, time, end] =
    /^(\d{4}-\d{2}-\d{2})?[T ]?(\d{1,2}:\d{2})(?::\d{2})? ?- ?(\d{2}:\d{2})$/.exec(text.trim()) ?? [];
  if (end === undefined) return false;
  if (date === undefined || zone === undefined || time === undefined) return true;
  return offsetMeant(`-${end}`, `${date}T${pad5(time)}`, zone) !== offsetIn(zone, date);
};

const offsetIn = (zone: string, date: string): string | undefined => {
  try {
    return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).offset;
  } catch {
    return undefined;
  }
};

const pad5 = (time: string): string => time.padStart(5, '0');

const weekday =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),? (?=\d)|^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)(?:[a-zß]*(?:day|tag|woch|abend))?\.?,? (?=\S)/i;

type Dated = { readonly dates: readonly string[]; readonly rest: string };

const takeDate = (text: string): Dated | undefined => {
  for (const { form, dates } of dateForms) {
    const [whole, ...parts] = form.exec(text) ?? [];
    if (whole === undefined) continue;
    const found = dates(...parts.map((part) => part ?? '')).filter((date) => date !== undefined);
    if (found.length > 0) return { dates: [...new Set(found)], rest: text.slice(whole.length) };
  }
  return undefined;
};

/** A time of day before its date: `09:31 on 1 July 2026`. */
const behindTime = (text: string): Dated | undefined => {
  const [, time = '', date = ''] = /^(\d{1,2}[:.h]\d{2}\S*(?: [ap]\.?m\.?)?),? (?:on |am )?(.+)$/i.exec(text) ?? [];
  const found = date === '' ? undefined : takeDate(date);
  return found && { dates: found.dates, rest: `${time} ${found.rest}`.trim() };
};

const ofContext = (text: string, { date }: TimeContext): Dated => {
  const rest = /^\d{3,4}$/.test(text) ? text.padStart(4, '0').replace(/(?=\d\d$)/, ':') : text;
  const [day = '', from = ''] = date?.split('T') ?? [];
  if (day === '' || !/^\d/.test(text)) return { dates: [], rest };
  const isBefore = (clockIn(rest)?.time ?? from) < from;
  return { dates: [isBefore ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : day], rest };
};

const dateOf = (year: string, month: string | number | undefined, day: string): string | undefined =>
  month === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31
    ? undefined
    : `${year.length === 2 ? `20${year}` : year}-${pad(String(month))}-${pad(day)}`;

type DateForm = { readonly form: RegExp; readonly dates: (...parts: string[]) => readonly (string | undefined)[] };

const yearFirst = (year = '', month = '', day = '') => [dateOf(year, month, day)];

const dateForms: readonly DateForm[] = [
  { form: /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})\.?(?!\d)/, dates: yearFirst },
  { form: /^(\d{4})(\d\d)(\d\d)(?=$|[T ])/i, dates: yearFirst },
  { form: /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]?/, dates: yearFirst },
  {
    form: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d)/,
    dates: (day = '', month = '', year = '') => [dateOf(year, month, day)],
  },
  {
    form: /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/,
    dates: (first = '', _mark = '', second = '', year = '') => [
      dateOf(year, second, first),
      dateOf(year, first, second),
    ],
  },
  {
    form: /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -](?:of |de |d')?(\p{L}{3,})\.?,?[ -](?:del? )?(\d{4})(?!\d)/iu,
    dates: (day = '', month = '', year = '') => [dateOf(year, monthNamed(month), day)],
  },
  {
    form: /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/iu,
    dates: (month = '', day = '', year = '') => [dateOf(year, monthNamed(month), day)],
  },
];

const clockForm =
  /^(?:T|[, ]+(?:at |um |à |kl\.? )?)? ?(\d{1,2})(?:(?:[:.h]| h )(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?|h)?(?: ?([ap])\.?m\b\.?)?(?: ?(?:uhr|o'clock|hrs?|h))?(?: ?\(?([a-z+-][a-z\d+:/ -]*?)\)?)?$/i;

const compactForm = /^T(\d\d)(\d\d)(\d\d)?()(Z|[+-]\d\d:?\d\d)?$/i;

/** A time of day in the form `HH:MM` or `HH:MM:SS`, and the zone that is written behind it. */
const clockIn = (text: string): { readonly time: string; readonly zone: string } | undefined => {
  const [whole, hour = '', minute, second, half, zone = ''] = compactForm.exec(text) ?? clockForm.exec(text) ?? [];
  if (whole === undefined) return undefined;
  // An hour alone is a time only where something says so.
  if (minute === undefined && half === undefined && !/\d(?:h\b| ?(?:uhr|o'clock))/i.test(text)) return undefined;
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const time = `${half ? hourOfDay(hour, half) : pad(hour)}:${minute ?? '00'}${second ? `:${second}` : ''}`;
  return { time, zone: zone.trim() };
};

const pad = (digits: string): string => digits.padStart(2, '0');

const hourOfDay = (hour: string, half: string): string =>
  pad(String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)));

/** The seconds or milliseconds since 1970, as the clocks of the zone showed that moment. */
const ofUnixTime = (milliseconds: number, zone = 'UTC'): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  if (local.offsetNanoseconds % 60e9 !== 0) return local.toInstant().toString({ smallestUnit: 'second' });
  const smallestUnit = local.second === 0 ? 'minute' : 'second';
  return local.toString({ smallestUnit, timeZoneName: 'never' }).replace(/\+00:00$/, 'Z');
};
