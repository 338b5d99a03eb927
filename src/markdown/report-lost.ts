import type { Root } from 'mdast';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { once } from '../core/once.ts';
import type { Edit, Lost } from './lost.ts';
import { lostCells } from './lost-cells.ts';
import { lostCode } from './lost-code.ts';
import { lostHtml } from './lost-html.ts';
import { lostNotes } from './lost-notes.ts';
import { lostReferences } from './lost-references.ts';
import { placeIn } from './place-in.ts';
import { rawEmphasis } from './raw-emphasis.ts';
import { rawInHtml } from './raw-in-html.ts';
import { linesOfBlocks } from './text-blocks.ts';
import { unknownAlerts } from './unknown-alerts.ts';
import { unreadLinks } from './unread-links.ts';
import { unreadMarks } from './unread-marks.ts';
import { unreadOtherMarks } from './unread-other-marks.ts';
import { visibleSource } from './visible-source.ts';

/** Every way in which Markdown loses text or leaves a mark of another program on the page. */
const finders = [
  lostCells,
  lostCode,
  lostNotes,
  lostReferences,
  lostHtml,
  unreadLinks,
  unreadMarks,
  unreadOtherMarks,
  rawEmphasis,
  rawInHtml,
  unknownAlerts,
];

/**
 * Reports what is lost or stands raw on the page. The corrected line of each fixes all that was found in it. Takes the
 * tree before anything in it is changed.
 */
export const reportLost = (text: Text, tree: Root, report: Report): void => {
  const { markdown } = text;
  // Most texts hold no mark for which anyone asks.
  const visible = once(() => visibleSource(tree, markdown));
  const unescaped = once(() => visibleSource(tree, markdown, 'unescaped'));
  const found = finders.flatMap((find) => find({ tree, markdown, visible, unescaped })).slice(0, most);
  if (found.length === 0) return;
  const starts = [...markdown.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length);
  const corrected = correctLines(markdown, starts, found);
  for (const { at, rule, message, hint, edits } of found) {
    const line = lineOf(at, starts);
    const meant = edits && edits.length > 0 ? corrected(line) : undefined;
    report({
      ...placeIn(text, { line, column: at - (starts[line - 2] ?? 0) + 1 }),
      rule,
      message,
      hint,
      ...(meant !== undefined && { corrected: meant }),
    });
  }
};

/** Nobody errs more often in one text. */
const most = 1000;

/** Gives a line with all that is to be edited in it; each is made once. */
const correctLines = (markdown: string, starts: readonly number[], found: readonly Lost[]) => {
  const lines = linesOfBlocks(markdown);
  const edits = Map.groupBy(
    found.flatMap((one) => one.edits ?? []),
    ({ from }) => lineOf(from, starts),
  );
  const done = new Map<number, string | undefined>();
  return (line: number): string | undefined => {
    if (!done.has(line)) done.set(line, edit(lines[line - 1] ?? '', starts[line - 2] ?? 0, edits.get(line) ?? []));
    return done.get(line);
  };
};

/** The line of an offset, counted from 1. */
const lineOf = (at: number, starts: readonly number[]): number => {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low + 1;
};

/** Nobody reads a longer line, and a long text in one line would be printed as often as there is something wrong in it. */
const longest = 2000;

const edit = (line: string, start: number, edits: readonly Edit[]): string | undefined => {
  if (line.length > longest) return undefined;
  let corrected = '';
  let done = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from)) {
    if (to - start > line.length) return undefined;
    if (from - start < done) continue;
    corrected += line.slice(done, from - start) + text;
    done = to - start;
  }
  return corrected + line.slice(done);
};
