import type { Entry } from './archive.ts';
import { formatDate } from './format-date.ts';

/**
 * What readers see as the time of an entry in a list of its event day: its label, else its clock, preceded by the date
 * where that is not the event day. Empty for an entry without a time.
 */
export const describeTime = (
  { label, moment, day }: Pick<Entry, 'label' | 'moment' | 'day'>,
  language: string,
): string => {
  if (label !== undefined) return label;
  if (moment.clock === undefined) return '';
  return moment.date === day ? moment.clock : `${formatDate(moment.date, language, 'day')}, ${moment.clock}`;
};
