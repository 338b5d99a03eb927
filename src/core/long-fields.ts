import type { Report } from './diagnostics.ts';

/**
 * How much the fields of a file may be as a whole, in characters, lines, and marks of YAML, each of which makes a value. Its parser
 * compares each name with all others of its group, and goes down level by level.
 */
const mostFields = { characters: 64_000, lines: 3000, marks: 6000, levels: 20 } as const;

/** Reports fields that are too many to be parsed, and says whether they are. `text` ends where `whole`, or its fields, do. */
export const refuseLongFields = (file: string, text: string, whole: string, report: Report): boolean => {
  const found = whyLong(text);
  if (!found) return false;
  // Front matter begins below the line of dashes, which `text` has as an empty line.
  const place = { file, line: Math.min(found.line, whole.split('\n').length), column: found.column };
  report({
    ...place,
    rule: 'long-fields',
    message: `Unexpected fields of ${found.is}, expected at most ${found.most}`,
    hint: 'Take out what is not needed, or make several entries of it.',
  });
  return true;
};

type Long = { readonly line: number; readonly column: number; readonly is: string; readonly most: string };

const whyLong = (text: string): Long | undefined => {
  const { characters, lines, marks, levels } = mostFields;
  if (text.length <= 1000) return undefined;
  const at = (offset: number, is: string, most: string): Long => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), is, most };
  };
  if (text.length > characters)
    return at(characters, `${Math.ceil(text.length / 1000)} KB`, `${characters / 1000} KB in one file`);
  const all = { lines: 0, marks: 0, level: 0 };
  for (const { 0: mark, index } of text.matchAll(/[\n,:[\]{}&*!#]/g)) {
    all.marks += 1;
    if (mark === '\n') all.lines += 1;
    if (mark === '[' || mark === '{') all.level += 1;
    if (mark === ']' || mark === '}') all.level -= 1;
    if (all.lines > lines) return at(index, `more than ${lines} lines`, `${lines} in one file`);
    if (all.marks > marks) return at(index, `more than ${marks} marks of YAML`, `${marks} in one file`);
    if (all.level > levels) return at(index, `more than ${levels} levels`, `${levels}`);
  }
  return undefined;
};
