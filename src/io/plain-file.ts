import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';

/**
 * Reads a plain file, or gives `undefined` where there is none: nothing, or a folder, a pipe, a device or a link. It never
 * waits for another program, and never follows a link, which could lead to a file without an end.
 */
export const readPlain = (path: string): Buffer | undefined =>
  ifThere(() => {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return fstatSync(file).isFile() ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  });

/** The size of a plain file in bytes, or `undefined` where there is none, as `readPlain` says. */
export const sizeOf = (path: string): number | undefined => {
  const stats = statsOf(path);
  return stats?.isFile() ? Number(stats.size) : undefined;
};

/** What the system says of a path itself, not of where a link leads; `undefined` where nothing is. */
export const statsOf = (path: string): BigIntStats | undefined => ifThere(() => lstatSync(path, { bigint: true }));

const ifThere = <Value>(look: () => Value): Value | undefined => {
  try {
    return look();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && noFile.test(String(fault.code))) return undefined;
    throw fault;
  }
};

/** What opening says of a path where no plain file is; ENXIO and ENODEV of sockets and devices, ELOOP of links. */
const noFile = /^(EISDIR|ELOOP|ENOENT|ENOTDIR|ENXIO|ENODEV)$/;
