import type { Text } from '../core/archive.ts';
import type { Diagnostic, Report } from '../core/diagnostics.ts';

/** More than any entry can hold: its page is refused above 280 KB already. Characters. */
const longest = 2 ** 20;
/** No text that people read opens more quotations and lists in a line. */
const deepest = 100;
/** What short texts cost does not matter. */
const short = 1400;

/**
 * How much a text may cost its parser, which looks back from each mark at those before it in the same block. Weighed by
 * measurement: about half a second. A block may have 1,400 brackets, 3,100 stars, 10,000 lines
 * or 65,000 words.
 */
const dearest = 10_000_000;
const weights = { brackets: 5, stars: 1, others: 0.1, words: 0.0023 } as const;

type Finding = Pick<Diagnostic, 'rule' | 'message' | 'hint'> & { readonly line: number };

/**
 * Why a text is not to be given to a parser of Markdown: it is so long, or has so many marks in one block, that this
 * would take minutes. Found in one pass, so that the cost is that of the length; `undefined` for a text of any person.
 */
export const whyCostly = (markdown: string): Finding | undefined => {
  if (markdown.length <= short) return undefined;
  if (markdown.length > longest)
    return long(1, `${Math.ceil(markdown.length / 1000)} KB of Markdown`, `at most ${Math.floor(longest / 1000)} KB`);
  let cost = 0;
  let blocks = 0;
  let block: Marks = { line: 1, brackets: 0, stars: 0, others: 0, words: 0 };
  let fence: string | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      // Code is read line by line: no mark in it means anything.
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      else if (line.length > short) block = marksIn(line, block);
      continue;
    }
    fence = mark;
    if (line.trim() === '') {
      blocks += block.others > 0 ? 1 : 0;
      cost += costOf(block);
      block = { line: index + 2, brackets: 0, stars: 0, others: 0, words: 0 };
      continue;
    }
    if (opened(line) > deepest)
      return {
        line: index + 1,
        rule: 'deep-nesting',
        message: `Unexpected nesting of more than ${deepest} levels, expected a text`,
        hint: 'Remove the rows of > or the nested HTML.',
      };
    block = marksIn(line, block);
    if (cost + costOf(block) > dearest) return tooMany(block);
  }
  return weights.others * blocks ** 2 > dearest ? long(1, `${blocks} paragraphs`, 'at most 10,000') : undefined;
};

/** Reports a text that is not to be parsed, and says whether it is one. */
export const refuseCostly = (text: Text, report: Report): boolean => {
  const found = whyCostly(text.markdown);
  if (found) report({ ...found, file: text.file, line: text.line + found.line - 1, column: 1 });
  return found !== undefined;
};

type Marks = {
  readonly line: number;
  readonly brackets: number;
  readonly stars: number;
  readonly others: number;
  readonly words: number;
};

const costOf = ({ brackets, stars, others, words }: Marks): number =>
  weights.brackets * brackets ** 2 +
  weights.stars * stars ** 2 +
  weights.others * others ** 2 +
  weights.words * words ** 2;

const tooMany = ({ line, brackets, stars, others, words }: Marks): Finding => {
  if (weights.words * words ** 2 > dearest / 2) return long(line, `paragraph of ${words} words`, 'fewer');
  if (weights.others * others ** 2 > weights.brackets * brackets ** 2 + weights.stars * stars ** 2)
    return long(line, `paragraph of ${others} lines and marks`, 'fewer');
  return {
    line,
    rule: 'deep-nesting',
    message: `Unexpected ${brackets + stars} brackets and stars in one paragraph, expected a text`,
    hint: 'Remove them, or make several paragraphs of it.',
  };
};

const long = (line: number, found: string, most: string): Finding => ({
  line,
  rule: 'long-body',
  message: `Unexpected ${found}, expected ${most}`,
  hint: 'Make several entries of it.',
});

/** How many quotations and lists a line opens. */
const opened = (line: string): number => {
  const next = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;
  let count = 0;
  while (count <= deepest && next.test(line)) count += 1;
  return count;
};

const marksIn = (line: string, { line: first, brackets, stars, others, words }: Marks): Marks => {
  let [inBrackets, ofStars, ofOthers, ofWords] = [brackets, stars, others + 1, words];
  for (let at = 0; at < line.length; at += 1) {
    const kind = kinds.get(line.charCodeAt(at));
    if (kind === 'bracket') inBrackets += 1;
    else if (kind === 'star') ofStars += 1;
    else if (kind === 'other') ofOthers += 1;
    else if (kind === 'blank') ofWords += 1;
  }
  return { line: first, brackets: inBrackets, stars: ofStars, others: ofOthers, words: ofWords };
};

const kinds: ReadonlyMap<number, 'bracket' | 'star' | 'other' | 'blank'> = new Map(
  [
    ...[...']'].map((mark) => [mark, 'bracket'] as const),
    ...[...'*_~`'].map((mark) => [mark, 'star'] as const),
    [' ', 'blank'] as const,
    ...[...'[\\&<@'].map((mark) => [mark, 'other'] as const),
  ].map(([mark, kind]) => [mark.charCodeAt(0), kind]),
);
