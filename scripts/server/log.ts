import { appendFileSync, renameSync, statSync } from 'node:fs';

/** A log is put aside as `log.1`, in place of the one before, when it has more bytes than these. */
export const largestLog = 1_000_000;

/** Adds a text to a log, with the time before its first line and further lines indented. */
export const appendLog = (file: string, text: string): void => {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.1`);
  const time = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  // Names and messages come from what was pushed: they may not write over a terminal, nor make lines of their own.
  const lines = text.split('\n').map((line) => line.replace(/\p{Cc}/gu, '\u{FFFD}'));
  appendFileSync(file, `${time} ${lines.join('\n    ')}\n`);
};
