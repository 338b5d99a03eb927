import type { Text } from '../core/archive.ts';
import type { Diagnostic, Report } from '../core/diagnostics.ts';
import { blocksOf, linesOf } from './text-blocks.ts';

/** What short texts cost does not matter. In characters. */
const short = 1400;

/**
 * More than any page can show, which is refused above 280 KB of HTML. Link definitions and comments, of which nothing
 * is shown, have the rest.
 */
const most = { characters: 2 ** 19, lines: 50_000, paragraphs: 5000, marks: 30_000 } as const;

/** No text that people read is nested deeper; walking a tree of thousands of levels would end the program. */
export const deepest = 100;

/**
 * How much a text may cost its parser, which looks back from each mark at those before it in the same block, and from
 * each line of a quotation at all quotations, and of lists in lists alike. Weighed by measurement: about half a second. A block may have 1,400
 * brackets, 3,100 stars, 10,000 lines or 65,000 words, a text 2,000 lines in quotations.
 */
const dearest = 10_000_000;
const weights = { brackets: 5, stars: 1, others: 0.1, words: 0.0023, nested: 2.5 } as const;

type Finding = Pick<Diagnostic, 'rule' | 'message' | 'hint'> & { readonly line: number };

/**
 * Why a text is not to be given to a parser of Markdown: it is so long, or has so many marks in one block, that this
 * would take minutes. Found in one pass, so that the cost is that of the length; `undefined` for a text of any person.
 */
export const whyCostly = (markdown: string): Finding | undefined => {
  const { length } = markdown;
  if (length <= short) return undefined;
  if (length > most.characters)
    return long(1, `${Math.ceil(length / 1000)} KB of Markdown`, `at most ${Math.floor(most.characters / 1000)} KB`);
  const lines = linesOf(markdown);
  if (lines.length > most.lines) return long(1, `${lines.length} lines`, `at most ${most.lines}`);
  const all = { cost: 0, blocks: 0, marks: 0, nestedLines: 0, nested: 0 };
  for (const { line, texts } of blocksOf(lines)) {
    const marks = { brackets: 0, stars: 0, others: texts.length, words: 0 };
    for (const [index, text] of texts.entries()) {
      countMarks(text, marks);
      const { levels, nested } = opened(text);
      if (levels > deepest) return tooDeep(line + index);
      all.marks += levels;
      all.nested += nested;
      all.nestedLines += nested > 0 ? 1 : 0;
    }
    const cost = costOf(marks);
    if (cost > dearest) return tooMany(line, marks);
    all.cost += cost;
    all.marks += marks.brackets + marks.stars + marks.others;
    all.blocks += 1;
  }
  if (all.blocks > most.paragraphs) return long(1, `${all.blocks} paragraphs`, `at most ${most.paragraphs}`);
  if (all.cost > dearest || all.marks > most.marks) return long(1, `text of ${all.marks} lines and marks`, 'fewer');
  if (weights.nested * all.nestedLines * all.nested > dearest)
    return long(1, `text of ${all.nestedLines} lines in quotations or lists in lists`, 'fewer');
  return undefined;
};

/** Reports a text that is not to be parsed, and says whether it is one. */
export const refuseCostly = (text: Text, report: Report): boolean => {
  const found = whyCostly(text.markdown);
  if (found) report({ ...found, file: text.file, line: text.line + found.line - 1, column: 1 });
  return found !== undefined;
};

/** How many marks of each kind, and lines and words, a block has. */
type Marks = { brackets: number; stars: number; others: number; words: number };

const costOf = ({ brackets, stars, others, words }: Marks): number =>
  weights.brackets * brackets ** 2 +
  weights.stars * stars ** 2 +
  weights.others * others ** 2 +
  weights.words * words ** 2;

/** What is said of a text that is nested too deep. */
export const tooDeep = (line: number): Finding => ({
  line,
  rule: 'deep-nesting',
  message: `Unexpected nesting of more than ${deepest} levels, expected a text`,
  hint: 'Remove the rows of > or the nested HTML.',
});

const tooMany = (line: number, { brackets, stars, others, words }: Marks): Finding => {
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

const long = (line: number, found: string, expected: string): Finding => ({
  line,
  rule: 'long-body',
  message: `Unexpected ${found}, expected ${expected}`,
  hint: 'Make several entries of it.',
});

/** How many quotations and lists a line opens, and how many of them are quotations or lists in something else. */
const opened = (line: string): { readonly levels: number; readonly nested: number } => {
  const next = /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;
  let [levels, nested] = [0, 0];
  for (let found = next.exec(line); found && levels <= deepest; found = next.exec(line)) {
    nested += found[1] || levels > 0 ? 1 : 0;
    levels += 1;
  }
  return { levels, nested };
};

const countMarks = (line: string, marks: Marks): void => {
  for (let at = 0; at < line.length; at += 1) {
    const kind = kinds.get(line.charCodeAt(at));
    if (kind) marks[kind] += 1;
  }
};

const kinds: ReadonlyMap<number, keyof Marks> = new Map(
  [
    ...[...']'].map((mark) => [mark, 'brackets'] as const),
    ...[...'*_~`'].map((mark) => [mark, 'stars'] as const),
    [' ', 'words'] as const,
    ...[...'[\\&<@'].map((mark) => [mark, 'others'] as const),
  ].map(([mark, kind]) => [mark.charCodeAt(0), kind]),
);
