import type { MilestoneEntry } from '../core/archive.ts';
import { describeMilestone } from '../core/describe-milestone.ts';
import { formatDate } from '../core/format-date.ts';

/** A point in words, for whoever reaches it without seeing it: its figure, when it was reached, and the entry's title. */
export const namePoint = (entry: MilestoneEntry, language: string): string => {
  const { headline = '', converted } = describeMilestone(entry, language);
  const { date, clock } = entry.moment;
  const when = [formatDate(date, language, 'date'), clock ?? 'time not known'].join(', ');
  return `${headline}${converted === undefined ? '' : ` (about ${converted})`}, ${when}: ${entry.title}`;
};
