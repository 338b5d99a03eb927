import type { Report } from './diagnostics.ts';
import { meantTimes } from './fix-time.ts';
import { type Moment, parseMoment } from './moment.ts';
import type { FieldAt } from './yaml.ts';

/** Where times are written: the zone that they are read in, and the date that a time of day alone was probably meant for. */
export type TimesAt = { readonly zone: string; readonly date?: string | undefined };

/** Reads the moment that is written at `path`; where it is none, reports why, with the corrected line where there is one. */
export const readMoment = (
  { fields, path }: FieldAt,
  text: string,
  { zone, date }: TimesAt,
  report: Report,
): Moment | undefined => {
  const moment = parseMoment(text, zone, date);
  if (!('rule' in moment)) return moment;
  const { corrected, ...place } = fields.placeOf(path);
  const { fixed, ...problem } = moment;
  const line = fixed && corrected(fixed);
  report({ ...place, ...problem, ...(line && { corrected: line }) });
  return undefined;
};

/** Reads a calendar date `YYYY-MM-DD`, such as the event day under which an entry is filed. */
export const readDate = (field: FieldAt, text: string, at: TimesAt, report: Report): string | undefined => {
  if (dateForm.test(text)) return readMoment(field, text, at, report)?.date;
  const dates = new Set([...meantTimes(text), text].map((one) => one.slice(0, 10)).filter((one) => dateForm.test(one)));
  const [first = ''] = dates;
  const date = dates.size === 1 && !('rule' in parseMoment(first, at.zone)) ? first : '';
  const { corrected, ...place } = field.fields.placeOf(field.path);
  const line = dateForm.test(date) ? corrected(date) : undefined;
  report({
    ...place,
    rule: 'invalid-time',
    message: `Unexpected "${text}", expected a date alone, such as 2019-11-11`,
    hint: line ? `Write ${date}.` : 'Write the date as YYYY-MM-DD.',
    ...(line && { corrected: line }),
  });
  return undefined;
};

/** The date that the name of a file or of a folder around it begins with. */
export const dateInPath = (file: string): string | undefined =>
  file
    .split('/')
    .reverse()
    .flatMap((name) => /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(name)?.[0] ?? [])
    .find((date) => !('rule' in parseMoment(date, 'UTC')));

const dateForm = /^\d{4}-\d{2}-\d{2}$/;
