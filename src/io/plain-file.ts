import { createHash, hash } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs';

/**
 * Reads a plain file, or gives `undefined` where there is none: nothing, or a folder, a pipe, a device or a link. It never
 * waits for another program, and never follows a link, which could lead to a file without an end.
 */
export const readPlain = (path: string): Buffer | undefined =>
  ifThere(() => {
    const file = openSync(path, openPlainly);
    try {
      return fstatSync(file).isFile() ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  });

/** The SHA-256 of a plain file in hex, or `undefined` where there is none. Of a large one, memory holds one chunk at a time. */
export const hashOfFile = (path: string, algorithm: 'sha256' | 'sha512' = 'sha256'): string | undefined =>
  ifThere(() => {
    const file = openSync(path, openPlainly);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return undefined;
      let read = readSync(file, shared, 0, shared.length, null);
      if (read === stats.size) return hash(algorithm, shared.subarray(0, read), 'hex');
      const whole = createHash(algorithm);
      for (; read > 0; read = readSync(file, shared, 0, shared.length, null)) whole.update(shared.subarray(0, read));
      return whole.digest('hex');
    } finally {
      closeSync(file);
    }
  });

/** Into which files are read whose bytes are not needed afterwards. */
const shared = Buffer.alloc(256 * 1024);

/** Whether a plain file has just these bytes. Of a large one, memory holds one chunk at a time. */
export const hasBytes = async (path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<boolean> => {
  if (bytes instanceof Uint8Array) return sizeOf(path) === bytes.length && readPlain(path)?.equals(bytes) === true;
  if (sizeOf(path) === undefined) return false;
  const file = openSync(path, openPlainly);
  try {
    for await (const chunk of bytes) if (!readChunk(file, chunk.length).equals(chunk)) return false;
    return readChunk(file, 1).length === 0;
  } finally {
    closeSync(file);
  }
};

/** The next bytes of an open file: fewer only at its end. */
const readChunk = (file: number, length: number): Buffer => {
  const chunk = Buffer.alloc(length);
  let read = 0;
  for (let more = 1; more > 0 && read < length; read += more) more = readSync(file, chunk, read, length - read, null);
  return chunk.subarray(0, read);
};

/** The size of a plain file in bytes, or `undefined` where there is none, as `readPlain` says. */
export const sizeOf = (path: string): number | undefined => {
  const stats = statsOf(path);
  return stats?.isFile() ? Number(stats.size) : undefined;
};

/** What the system says of a path itself, not of where a link leads; `undefined` where nothing is. */
export const statsOf = (path: string): BigIntStats | undefined => ifThere(() => lstatSync(path, { bigint: true }));

const openPlainly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

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
