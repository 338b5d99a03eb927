import type { Report } from './diagnostics.ts';

type Line = { readonly line: number; readonly text: string };

/**
 * Reports the lines with which git marks what it could not merge, and says whether there is one before line `bodyLine`.
 * Code between fences at the margin may show them. Seven equals signs alone underline a heading: they are a marker only
 * between two others, and so is a line of bars, which may be an empty row of a table.
 */
export const reportConflicts = (file: string, text: string, bodyLine: number, report: Report): boolean => {
  if (!/^(?:<{7}|>{7}|\|{7})/m.test(text)) return false;
  const lines = linesOutsideCode(text);
  const found = lines.filter(({ text: line }) => /^(?:<{7}|>{7})(?: |$)|^\|{7} .*[^|\s]$/.test(line));
  const [first, last] = [found[0]?.line ?? 0, found.at(-1)?.line ?? 0];
  const between = lines.filter(({ line, text: own }) => line > first && line < last && /^(?:={7}|\|{7})$/.test(own));
  for (const { line, text: marker } of [...found, ...between])
    report({
      file,
      line,
      column: 1,
      rule: 'conflict-marker',
      message: `Unexpected "${marker}", expected text: git could not merge what stands around this line`,
      hint: 'Keep one of the versions, or make one of both, and remove the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.',
    });
  return found.some(({ line }) => line < bodyLine);
};

/** The lines without what stands between fences at the margin. No other code begins where git writes its markers. */
const linesOutsideCode = (text: string): readonly Line[] => {
  let fence: string | undefined;
  return text.split(/\r\n?|\n/).flatMap((written, index): Line[] => {
    const own = written.trimEnd();
    const mark = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(own)?.[0];
    if (fence !== undefined) {
      if (/^ {0,3}(`{3,}|~{3,})$/.exec(own)?.[1]?.startsWith(fence)) fence = undefined;
      return [];
    }
    fence = mark;
    return fence === undefined ? [{ line: index + 1, text: own }] : [];
  });
};
