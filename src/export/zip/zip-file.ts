import { createHash, hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';

/** Of a file in a zip file: its SHA-512 in hex, and how many bytes it has. */
type Added = { readonly sum: string; readonly size: number };

/** A zip file that is being written, file after file. */
export type ZipFile = {
  /** Adds a file: its bytes, or the path of one on disk, which is copied piece by piece. Gives what was added. */
  readonly add: (name: string, from: Uint8Array | string) => Promise<Added>;
  readonly close: () => Promise<void>;
};

/** What is packed already, and would only take time. */
const packed = /\.(?:avif|webp|jpe?g|png|gif|mp4|webm|mp3|m4a|ogg|woff2|zip|docx|xlsx|pptx|odt|ods|odp)$/i;

/**
 * Begins a zip file (PKWARE's APPNOTE 6.3.10, with Zip64 where sizes need it). `time` stands on every file, in UTC; names are
 * UTF-8. The bytes follow from what is added: it is compressed by zip.js itself, because what the system compresses with
 * differs between machines and versions of Node.
 */
export const openZip = (path: string, time: number): ZipFile => {
  const writer = new ZipWriter(Writable.toWeb(createWriteStream(path)), {
    useWebWorkers: false,
    useCompressionStream: false,
    extendedTimestamp: false,
    rawLastModDate: dosTime(time),
    useUnicodeFileNames: true,
    keepOrder: true,
  });
  return {
    add: async (name, from) => {
      const level = packed.test(name) ? 0 : 6;
      // What is at hand is written with its sizes before it, as every program reads it.
      if (typeof from !== 'string') {
        await writer.add(name, new Uint8ArrayReader(from), { level, dataDescriptor: false });
        return { sum: hash('sha512', from, 'hex'), size: from.length };
      }
      const sum = createHash('sha512');
      const file = await fileOf(from, (piece) => sum.update(piece));
      await writer.add(name, file, { level });
      return { sum: sum.digest('hex'), size: file.size };
    },
    close: async () => {
      await writer.close();
    },
  };
};

const fileOf = async (
  path: string,
  see: (piece: Uint8Array) => void,
): Promise<{ readable: ReadableStream<Uint8Array>; size: number }> => {
  const { size } = await stat(path);
  const pieces = createReadStream(path, { highWaterMark: 2 ** 18 })[Symbol.asyncIterator]();
  const readable = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) return controller.close();
      see(value);
      controller.enqueue(value);
    },
  });
  return { readable, size };
};

/** A time in UTC as MS-DOS writes it, which knows none before 1980. */
const dosTime = (time: number): number => {
  const date = new Date(Math.max(time, Date.UTC(1980)));
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const clock = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return day * 0x1_0000 + clock;
};
