import type { Report } from './diagnostics.ts';
import { mendTime } from './mend-time.ts';
import { type Moment, parseMoment } from './moment.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** Reads the moment that is written at `path`; where it is none, reports why, with the corrected line where there is one. */
export const readMoment = (
  fields: Fields,
  path: FieldPath,
  text: string,
  zone: string,
  report: Report,
): Moment | undefined => {
  const moment = parseMoment(text, zone);
  if (!('rule' in moment)) return moment;
  const { corrected, ...place } = fields.placeOf(path);
  const { mended, ...problem } = moment;
  const line = mended && corrected(mended);
  report({ ...place, ...problem, ...(line && { corrected: line }) });
  return undefined;
};

/** Reads a calendar date `YYYY-MM-DD`, such as the event day under which an entry is filed. */
export const readDate = (
  fields: Fields,
  path: FieldPath,
  text: string,
  zone: string,
  report: Report,
): string | undefined => {
  if (dateForm.test(text)) return readMoment(fields, path, text, zone, report)?.date;
  const date = (mendTime(text) ?? text).slice(0, 10);
  const { corrected, ...place } = fields.placeOf(path);
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

const dateForm = /^\d{4}-\d{2}-\d{2}$/;
