import type { Entry, MilestoneEntry } from './archive.ts';
import { describeMilestone } from './describe-milestone.ts';
import { describeTime } from './describe-moment.ts';
import { type DateStyle, formatDate, formatDateRange, formatZone } from './format-date.ts';
import { elapsedDatetime, formatElapsed } from './format-elapsed.ts';
import type { Moment } from './moment.ts';

/** How dates, times and figures read in one language. */
export type Words = ReturnType<typeof wordsIn>;

/** The words of a language (BCP 47). Nothing in them depends on the machine's locale. */
export const wordsIn = (language: string) => ({
  date: (date: string, style: DateStyle) => formatDate(date, language, style),
  dates: (first: string, last: string) => formatDateRange(first, last, language),
  zone: (zone: string, instant: number) => formatZone(zone, instant, language),
  /** A moment with its date: `11 November 2019, 01:01:32`. */
  moment: ({ date, clock }: Moment) =>
    [formatDate(date, language, 'date'), ...(clock === undefined ? [] : [clock])].join(', '),
  time: (entry: Pick<Entry, 'label' | 'moment' | 'day'>) => describeTime(entry, language),
  milestone: (entry: MilestoneEntry) => describeMilestone(entry, language),
  /** A span in milliseconds, and the same for machines. */
  elapsed: (span: number, precision: 'minute' | 'second') => ({
    text: formatElapsed(span, precision),
    datetime: elapsedDatetime(span),
  }),
});
