import type { Place } from '../archive.ts';
import type { ContentFiles } from '../content-files.ts';

/** Where a value is to be added to a list in the fields of a file, and the lines that stand there then. */
type Addition = Place & { readonly corrected?: string };

/** Adds a value to the end of a list of `file`, or begins the list before its first field. */
export const addToField = (files: ContentFiles, file: string, field: string, value: string): Addition => {
  const lines = linesOf(files, file);
  const own = lines.findIndex((line) => line.startsWith(`${field}:`));
  const found = own === -1 ? before(lines, `${field}: [${value}]`) : within(lines, own, value);
  return { file, line: 1, column: 1, ...found };
};

/** Writes a list of `file` anew, which is on one line or is not there yet. */
export const rewriteField = (files: ContentFiles, file: string, field: string, values: readonly string[]): Addition => {
  const lines = linesOf(files, file);
  const own = lines.findIndex((line) => line.startsWith(`${field}:`));
  const corrected = `${field}: [${values.join(', ')}]`;
  if (own === -1) return { file, line: 1, column: 1, ...before(lines, corrected) };
  return { file, line: own + 1, column: 1, ...(/\[.*\]\s*$/.test(lines[own] ?? '') && { corrected }) };
};

const linesOf = (files: ContentFiles, file: string): readonly string[] => {
  const bytes = files.get(file);
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes).split(/\r?\n/) : [];
};

const before = (lines: readonly string[], added: string) => {
  const first = lines.findIndex((line) => /^[A-Za-z][\w-]*:/.test(line));
  return first === -1 ? {} : { line: first + 1, corrected: `${added}\n${lines[first]}` };
};

/** A list is written between brackets, or below its name with one item a line. */
const within = (lines: readonly string[], own: number, value: string) => {
  const line = lines[own] ?? '';
  if (/\[.*\]\s*$/.test(line)) {
    const corrected = line.replace(/(\[\s*)?\s*\]\s*$/, (_, empty?: string) => `${empty ?? ', '}${value}]`);
    return { line: own + 1, corrected };
  }
  const behind = lines.findIndex((one, index) => index > own && !/^\s*- /.test(one));
  const last = behind === -1 ? lines.length - 1 : behind - 1;
  if (last === own) return { line: own + 1 };
  const item = lines[last] ?? '';
  return { line: last + 1, corrected: `${item}\n${/^\s*/.exec(item)?.[0] ?? ''}- ${value}` };
};
