import type { MilestoneEntry } from '../core/archive.ts';
import { wordsIn } from '../words/words.ts';

/** What a milestone is called where there is room for little: its figure, where it has one, otherwise its title. */
export const nameMilestone = (entry: MilestoneEntry, language: string): string => {
  const { kind, headline } = wordsIn(language).milestone(entry);
  return (kind === 'value' || kind === 'surpassed' ? headline : undefined) ?? entry.title;
};
