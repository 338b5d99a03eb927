import type { Finding, Report } from './diagnostics.ts';
import { leaveOut, replaceParts } from './leave-out.ts';

/**
 * The text of a document without the invisible characters that would turn round what stands beside it: the overrides
 * U+202D and U+202E, and embeddings and isolates (UAX #9, 2.1 to 2.5) that are not closed in their paragraph, or close
 * nothing. Each line with such is reported. Marks (U+200E, U+200F, U+061C) and closed pairs stay as they are. A document
 * has fields; a text from within one does not.
 */
export const withoutTurning = (file: string, text: string, report: Report, hasFields = true): string => {
  if (!anyControl.test(text)) return text;
  const lines = text.split('\n');
  const end = hasFields ? endOfFields(file, lines) : -1;
  const bad = lines.map((): Control[] => []);
  for (const block of blocksOf(lines, end)) for (const one of unmatched(block)) bad[one.line]?.push(one);
  const clean = (line: string, index: number) => {
    const parts = (bad[index] ?? []).toSorted((a, b) => a.at - b.at);
    const [first] = parts;
    if (!first) return { text: line };
    const without = parts.map(({ at, length }) => ({ at, length, instead: '' }));
    return { text: replaceParts(line, without), first: { at: first.at, ...described(first) } };
  };
  return leaveOut(file, lines, clean, report);
};

/** The last line that is YAML. */
const endOfFields = (file: string, lines: readonly string[]): number =>
  file.endsWith('.md') ? lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line)) : lines.length;

/** As it is, or as YAML writes it between double quotes. */
const anyControl = /[\u202a-\u202e\u2066-\u2069]|\\u(?:202[a-e]|206[6-9])/i;
const asItIs = /[\u202a-\u202e\u2066-\u2069]/g;
const escaped = /[\u202a-\u202e\u2066-\u2069]|\\u(?:202[a-e]|206[6-9])/gi;

type Control = { readonly line: number; readonly at: number; readonly length: number; readonly code: number };

/** The controls of each paragraph; in YAML a field is one, in Markdown an item, a row and a heading as well. */
function* blocksOf(lines: readonly string[], end: number): Generator<readonly Control[]> {
  let block: Control[] = [];
  for (const [line, text] of lines.entries()) {
    const isField = line <= end;
    if (text.trim() === '' || (isField ? field : item).test(text)) {
      yield block;
      block = [];
    }
    for (const { 0: found, index } of text.matchAll(isField && text.includes('"') ? escaped : asItIs)) {
      const code = found.length === 1 ? found.charCodeAt(0) : Number.parseInt(found.slice(2), 16);
      block.push({ line, at: index, length: found.length, code });
    }
  }
  yield block;
}

const field = /^\s*(?:- |---|["'\p{L}\p{N}][^:]*:(?:\s|$))/u;
const item = /^\s*(?:[-*+>|]|#{1,6}\s|\d+[.)]\s)/;

const isolateEnd = 0x2069;
const embeddingEnd = 0x202c;
const isIsolate = ({ code }: Control): boolean => code >= 0x2066 && code < isolateEnd;
const isOverride = ({ code }: Control): boolean => code === 0x202d || code === 0x202e;

/** The controls that have no partner, and overrides with theirs. */
const unmatched = (controls: readonly Control[]): readonly Control[] => {
  const open: Control[] = [];
  const bad: Control[] = [];
  for (const control of controls) {
    if (control.code === embeddingEnd) {
      const last = open.at(-1);
      if (!last || isIsolate(last)) bad.push(control);
      else if (isOverride(last)) bad.push(last, control);
      if (last && !isIsolate(last)) open.pop();
    } else if (control.code === isolateEnd) {
      const start = open.findLastIndex(isIsolate);
      if (start < 0) bad.push(control);
      else bad.push(...open.splice(start).slice(1));
    } else open.push(control);
  }
  return [...bad, ...open].sort((a, b) => a.line - b.line || a.at - b.at);
};

const described = (control: Control): Pick<Finding, 'rule' | 'message' | 'hint'> => {
  const name = `U+${control.code.toString(16).toUpperCase()}`;
  const [found, expected] = isOverride(control)
    ? [`${name}, which turns the order of the letters behind it round`, 'text without it']
    : control.code === embeddingEnd || control.code === isolateEnd
      ? [`${name}, which ends a change of direction that did not start in this paragraph`, 'text without it']
      : [`${name}, which changes the direction of what follows and is not closed in this paragraph`, 'its end or none'];
  return {
    rule: 'bidi-control',
    message: `Unexpected ${found}, expected ${expected}: it is left out`,
    hint: 'Remove the invisible character: the direction of a text follows from its letters.',
  };
};
