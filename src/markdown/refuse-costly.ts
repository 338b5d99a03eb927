import type { Text } from '../core/archive.ts';
import type { Diagnostic, Report } from '../core/diagnostics.ts';
import { cellsOf } from './table-cells.ts';
import { blocksOf, linesOfBlocks } from './text-blocks.ts';

/** What short texts cost does not matter, beside their tables. In characters. */
const short = 1400;

/**
 * More than any page can show, which is refused above 280 KB of HTML: each cell of a table takes nine bytes of it. Link
 * definitions and comments, of which nothing is shown, have the rest. Pictures in HTML are looked at by every step, and
 * each word of a line that could be the head of a table is a token of the parser.
 */
const most = {
  characters: 2 ** 19,
  lines: 50_000,
  paragraphs: 5000,
  marks: 22_000,
  words: 100_000,
  pictures: 2000,
  cells: 31_000,
  tail: 2000,
} as const;

/** No text that people read is nested deeper; walking a tree of thousands of levels would end the program. */
export const deepest = 100;

/**
 * The parser looks from each line of a quotation at all quotations, and of lists in lists alike: the product of both, of
 * which this takes about half a second. A text may have 2,000 lines in quotations.
 */
const mostNested = 4_000_000;

/** Why a text is refused, and the line of it at which that is reported. */
export type Costly = Pick<Diagnostic, 'rule' | 'message' | 'hint'> & { readonly line: number };

/**
 * Why a text is not to be given to a parser of Markdown: it is so long, or has so many marks, that a tree of it would take
 * too much time and memory. Found in one pass, so that the cost is that of the length; `undefined` for a text of any
 * person. What marks make a parser read again and again is counted while it reads: see `meterParser`.
 */
export const whyCostly = (markdown: string): Costly | undefined => {
  const { length } = markdown;
  if (length > most.characters)
    return long(1, `${Math.ceil(length / 1000)} KB of Markdown`, `at most ${Math.floor(most.characters / 1000)} KB`);
  const lines = linesOfBlocks(markdown);
  const table = cellsOf(lines);
  if (table && table.cells > most.cells)
    return long(table.line, `table of ${table.cells} cells`, `at most ${most.cells} in the tables of a text`);
  if (length <= short) return undefined;
  if (lines.length > most.lines) return long(1, `${lines.length} lines`, `at most ${most.lines}`);
  const all = { blocks: 0, marks: 0, words: 0, pictures: 0, nestedLines: 0, nested: 0 };
  for (const { line, texts } of blocksOf(lines)) {
    all.blocks += 1;
    for (const [index, text] of texts.entries()) {
      const { levels, nested } = opened(text);
      if (levels > deepest) return tooDeep(line + index);
      const tail = longestTail(text);
      if (tail > most.tail) return long(line + index, `${tail} marks behind an address`, `at most ${most.tail}`);
      all.marks +=
        1 +
        levels +
        (heading.test(text) ? 2 : 0) +
        (text.includes('|') ? 2 : 0) +
        text.replace(noMarks, '').length +
        2 * (text.match(addresses)?.length ?? 0);
      all.words += text.replace(words, '.').length;
      all.pictures += text.match(/<img\b|!\[/gi)?.length ?? 0;
      all.nested += nested;
      all.nestedLines += nested > 0 ? 1 : 0;
    }
  }
  if (all.blocks > most.paragraphs) return long(1, `${all.blocks} paragraphs`, `at most ${most.paragraphs}`);
  if (all.marks > most.marks) return long(1, `text of ${all.marks} lines and marks`, `at most ${most.marks}`);
  if (all.words > most.words) return long(1, `text of ${all.words} words`, `at most ${most.words}`);
  if (all.pictures > most.pictures) return long(1, `${all.pictures} pictures`, `at most ${most.pictures}`);
  if (all.nestedLines * all.nested > mostNested)
    return long(1, `text of ${all.nestedLines} lines in quotations, or in lists and notes within others`, 'fewer');
  return undefined;
};

/**
 * The longest run of marks in a line with a bare address: each of them could be behind its end, so that the parser looks at all that
 * follow.
 */
const longestTail = (text: string): number =>
  /www\.|:\/\//i.test(text)
    ? (text.match(tails) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0)
    : 0;

const tails = /(?:[!"'()*,.:;<?_~\]]|&[a-z]+;)+/gi;

/** Reports a text that is not to be parsed, and says whether it is one. */
export const refuseCostly = (text: Text, report: Report): boolean => {
  const found = whyCostly(text.markdown);
  if (found) report({ ...found, file: text.file, line: text.line + found.line - 1, column: 1 });
  return found !== undefined;
};

/** What is said of a text that is nested too deep. */
export const tooDeep = (line: number): Costly => ({
  line,
  rule: 'deep-nesting',
  message: `Unexpected nesting of more than ${deepest} levels, expected a text`,
  hint: 'Remove the rows of > or the nested HTML.',
});

/** What is said of a text whose marks make its parser read on for an end that does not come, or look back for a beginning. */
export const unclosed = (line: number): Costly => ({
  line,
  rule: 'long-body',
  message: 'Unexpected marks without number that are never closed in one paragraph, expected a text',
  hint: 'Close what *, _, [, <, ` or www. opens, put a backslash before it, or make several paragraphs of it.',
});

/** What is said of a text with a paragraph whose lines its parser looks back at again and again. */
export const unindented = (line: number): Costly => ({
  line,
  rule: 'long-body',
  message:
    'Unexpected thousands of lines that go on with a list item or a quotation and are not indented, expected a text',
  hint: 'Indent them as the first line is, or put an empty line before what is a paragraph of its own.',
});

const long = (line: number, found: string, expected: string): Costly => ({
  line,
  rule: 'long-body',
  message: `Unexpected ${found}, expected ${expected}`,
  hint: 'Make several entries of it.',
});

/**
 * How many quotations, lists and notes a line opens, and how many of them are quotations, or stand in something else. A note in a
 * note makes the parser look back many times as far.
 */
const opened = (line: string): { readonly levels: number; readonly nested: number } => {
  const next = /([ \t]*)(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t])|(\[\^[^\][\s]+\]:))/y;
  let [levels, nested] = [0, 0];
  for (let found = next.exec(line); found && levels <= deepest; found = next.exec(line)) {
    const [, blanks, quotation, note] = found;
    if (note) nested += levels > 0 || blanks ? nestedNote : 0;
    else nested += quotation || levels > 0 ? 1 : 0;
    levels += 1;
  }
  return { levels, nested };
};

const nestedNote = 40;

/** What may be an address becomes a link, which takes as much as three marks. */
const addresses = /www\.|https?:|@/gi;

/** A heading takes as much as three lines. */
const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/;

/** A word with the blanks before it. */
const words = /[ \t]*[^ \t]+/g;

/** Each of the others can become a node of its own. */
const noMarks = /[^\][*_~`\\&<@]+/g;
