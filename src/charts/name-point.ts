import type { MilestoneEntry } from '../core/archive.ts';
import { describeMilestone } from '../words/describe-milestone.ts';
import { formatDate } from '../words/format-date.ts';
import { interfaceTexts } from '../words/languages/interface-texts.ts';

/** A point in words, for whoever reaches it without seeing it: its figure, when it was reached, and the entry's title. */
export const namePoint = (entry: MilestoneEntry, language: string): string => {
  const { headline = '', spoken = headline, converted } = describeMilestone(entry, language);
  const { about, colon, comma, timeNotKnown } = interfaceTexts(language);
  const { date, clock } = entry.moment;
  const when = [formatDate(date, language, 'date'), clock ?? timeNotKnown].join(comma);
  return `${spoken}${converted === undefined ? '' : ` (${about(converted)})`}${comma}${when}${colon}${entry.title}`;
};
