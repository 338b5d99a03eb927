import { type SyntheticArchive, type SyntheticEntry, type SyntheticEvent, wordsPerEntry } from '../content.ts';
import { proseOf, randomFrom } from '../prose.ts';

/** The `number`th entry that is pushed to an event: one more at the end of its last day, second by second from 22:30. */
export const pushedEntry = ({ days }: SyntheticEvent, number: number): SyntheticEntry => ({
  slug: `pushed-${number}`,
  title: `Pushed ${number}`,
  day: days.at(-1) ?? '',
  clock: Temporal.PlainTime.from('22:30:00').add({ seconds: number }).toString(),
  markdown: proseOf(wordsPerEntry, false, randomFrom(number)),
});

/** An archive whose newest event has these entries, too. */
export const withEntries = (
  [newest, ...others]: SyntheticArchive,
  entries: readonly SyntheticEntry[],
): SyntheticArchive => (newest ? [{ ...newest, entries: [...newest.entries, ...entries] }, ...others] : []);
