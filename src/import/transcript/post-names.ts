import type { TranscriptBlock } from './blocks.ts';
import { startWithLines } from './line-list.ts';
import type { TranscriptLine } from './lines.ts';

/**
 * Doubts about posts that were copied from a social network with the lines above them: names such as `@harbour` end the
 * text of the post before, and `2h` is how long ago a post was, not two o'clock.
 */
export const postNames = (
  opening: readonly TranscriptLine[],
  blocks: readonly TranscriptBlock[],
  isCopy: boolean,
): string[] => {
  const names = [opening, ...blocks.map(({ lines }) => lines)].flatMap((lines) => lines.filter(isName));
  const ages = blocks.filter(({ line, clock }) => clock && (isCopy || names.length > 0) && age.test(line.form));
  return [
    ...doubtOf(
      // One alone is rather a credit.
      names.length < 2 ? [] : names.filter((line) => !opening.includes(line)),
      (isOne) =>
        `${isOne ? 'is the name' : 'are the names'} of an account, which may stand above a post of its own, and ${isOne ? 'is' : 'are'} read as text of the update above. If so, write the day and the time of each post above its name, and import into a new event.`,
    ),
    ...doubtOf(
      ages.map(({ line }) => line),
      (isOne) =>
        `${isOne ? 'is' : 'are'} read as ${isOne ? 'a time' : 'times'} of day, but may say how long ago a post was. If so, write the day and the time instead, such as 2019-11-11 14:05, and import into a new event.`,
    ),
  ];
};

const isName = ({ form, isShort }: TranscriptLine): boolean => isShort && /^@[\p{L}\d_.-]{2,}(?: ?[·|•])?$/u.test(form);

const age = /^[·|• ]*\d{1,2} ?h\.?$/iu;

const doubtOf = (lines: readonly TranscriptLine[], saying: (isOne: boolean) => string): string[] =>
  lines.length === 0 ? [] : [`${startWithLines(lines.map(({ number }) => number))} ${saying(lines.length === 1)}`];
