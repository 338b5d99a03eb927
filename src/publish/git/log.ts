import { appendFileSync, renameSync, statSync } from 'node:fs';
import { isSystemFault } from '../publish-fault.ts';

/** A log is put aside as `log.1`, in place of the one before, when it has more bytes than these. */
export const largestLog = 1_000_000;

/**
 * Adds a text to a log, with the time before its first line and further lines indented. Where the log cannot be written,
 * the text goes to standard error: what it tells matters more than where.
 */
export const appendLog = (file: string, text: string): void => {
  const time = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  const line = `${time} ${text.split('\n').map(printable).join('\n    ')}\n`;
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if ((stats?.size ?? 0) > largestLog) renameSync(file, `${file}.1`);
    // Into a pipe it would wait for somebody who reads.
    if (stats && !stats.isFile()) process.stderr.write(line);
    else appendFileSync(file, line);
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
    process.stderr.write(line);
  }
};

/** How much of a text stands where a line has to do. */
const longestLine = 300;

/** The beginning of a text in one line that a terminal can be given. */
export const inOneLine = (text: string): string => {
  const line = printable(text.replace(/\s*\n\s*/g, ' '));
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
};

/** Names and messages come from what was pushed: they may not write over a terminal, nor make lines of their own. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\u{FFFD}');
