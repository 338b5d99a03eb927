import { statsOf } from '../io/plain-file.ts';

type Known = { readonly stamp: string; readonly size: number; readonly value: unknown };

/** How much text is kept in mind at most, in bytes of the files. */
const room = 64e6;

/** In the order in which they were needed last. */
const known = new Map<string, Known>();
let taken = 0;

/**
 * What `read` makes of a file, which is not asked again as long as the file stays the same: a process that publishes often
 * reads the same manifests each time. Whoever gets a value must leave it as it is.
 */
export const readKnown = <Value>(file: string, read: (file: string) => Value): Value => {
  const stats = statsOf(file);
  const stamp = stats && [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
  const before = known.get(file);
  forget(file);
  if (stats === undefined || stamp === undefined) return read(file);
  // What is known of a file was read by the same function: a file is read in one way alone.
  const value = before?.stamp === stamp ? (before.value as Value) : read(file);
  keep(file, { stamp, size: Number(stats.size), value });
  return value;
};

const keep = (file: string, one: Known): void => {
  known.set(file, one);
  taken += one.size;
  for (const oldest of known.keys()) {
    if (taken <= room) break;
    forget(oldest);
  }
};

const forget = (file: string): void => {
  taken -= known.get(file)?.size ?? 0;
  known.delete(file);
};
