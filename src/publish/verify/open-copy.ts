import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Reader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { compare } from '../../core/diagnostics.ts';
import { sumsFile } from '../../core/sums.ts';
import { UsageError } from '../../core/usage-error.ts';
import { readPlain } from '../../io/plain-file.ts';
import type { Copy } from './copy.ts';
import { copyAt } from './copy-at-address.ts';

/** Opens a copy of a site: a folder, a release, the folder of a published site, a zip file, or an address. Throws `UsageError` where there is none. */
export const openCopy = async (place: string): Promise<Copy> => {
  if (/^https?:\/\//i.test(place)) return copyAt(place);
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(`There is nothing at "${place}": name a folder, a zip file, or an address with https://.`);
  if (!stats.isDirectory()) return zipAt(place);
  // Of a published site it is what readers see.
  const current = join(place, 'current');
  const isSite =
    readPlain(join(place, sumsFile)) === undefined && statSync(current, { throwIfNoEntry: false })?.isDirectory();
  return folderAt(isSite ? current : place);
};

const folderAt = (folder: string): Copy => ({
  paths: filesBelow(folder, '', 0).sort(compare),
  read: async (path) => readPlain(join(folder, path)),
  parallel: 1,
});

/** Follows links, as a web server does: a release has some. None leads round in circles for long. */
const filesBelow = (folder: string, below: string, depth: number): string[] => {
  if (depth > 64) throw new UsageError(`${folder} has no end: links in it lead in a circle.`);
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const isFolder =
      entry.isDirectory() ||
      (entry.isSymbolicLink() && statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory());
    return isFolder ? filesBelow(folder, path, depth + 1) : [path];
  });
};

const zipAt = async (file: string): Promise<Copy> => {
  const entries = await new ZipReader(new FileReader(file), { useWebWorkers: false, checkSignature: true })
    .getEntries()
    .catch((fault: unknown) => {
      throw new UsageError(`"${file}" is no zip file, or its directory is damaged: ${fault}`);
    });
  const files = new Map(entries.flatMap((entry) => (entry.directory ? [] : [[entry.filename, entry] as const])));
  // A bag in a zip file lies in a folder of its own.
  const tops = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  const [only = ''] = tops;
  const top = tops.size === 1 && files.has(`${only}/bagit.txt`) ? `${only}/` : '';
  return {
    paths: [...files.keys()].map((path) => path.slice(top.length)).sort(compare),
    read: async (path) => {
      const entry = files.get(top + path);
      return entry
        ?.getData(new Uint8ArrayWriter(), { checkSignature: true })
        .catch((fault: unknown) => ({ kind: 'damaged', why: String(fault) }) as const);
    },
    parallel: 1,
  };
};

/** Reads a file on disk piece by piece. */
class FileReader extends Reader<string> {
  readonly #path: string;

  constructor(path: string) {
    super(path);
    this.#path = path;
    this.size = statSync(path).size;
  }

  override async readUint8Array(from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    await using file = await open(this.#path, 'r');
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, from);
    return bytes.subarray(0, bytesRead);
  }
}
