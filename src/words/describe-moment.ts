import type { Entry } from '../core/archive.ts';
import type { Moment } from '../core/moment.ts';
import { offsetOf } from '../core/offset.ts';
import { formatDate } from './format-date.ts';
import { interfaceTexts } from './languages/interface-texts.ts';

/**
 * What readers see as the time of an entry in a list of its event day: its label, else its clock, preceded by the date
 * where that is not the event day. Empty for an entry without a time.
 */
export const describeTime = (
  { label, moment, day }: Pick<Entry, 'label' | 'moment' | 'day'>,
  language: string,
): string => {
  if (label !== undefined) return label;
  const clock = describeClock(moment);
  if (clock === undefined || moment.date === day) return clock ?? '';
  return `${formatDate(moment.date, language, 'day')}${interfaceTexts(language).comma}${clock}`;
};

/** The clock of a moment, with its offset where clocks showed it twice: `02:30 UTC+2`. Nothing where only the date is known. */
export const describeClock = ({ clock, isRepeated, datetime }: Moment): string | undefined =>
  clock !== undefined && isRepeated ? `${clock} ${offsetOf(datetime)}` : clock;
