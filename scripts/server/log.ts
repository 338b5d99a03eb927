import { appendFileSync, renameSync, statSync } from 'node:fs';

/** A log is put aside as `log.1` when it has so many bytes. */
const largest = 1_000_000;

/** Adds a text to a log, with the time before its first line. */
export const appendLog = (file: string, text: string): void => {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
  const time = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  appendFileSync(file, `${time} ${text.replaceAll('\n', '\n    ')}\n`);
};
