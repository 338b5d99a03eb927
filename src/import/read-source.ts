import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import { decodeSource } from './decode-source.ts';
import { ImportRefused, type ImportSource } from './live-blog.ts';

/** What is imported may have so many bytes: more than any live blog, and little enough to be read within seconds. */
export const largest = 6 * 2 ** 20;

/**
 * Reads what is to be imported: a file, or a page by its address. Throws `UsageError` where there is no such file, and
 * `ImportRefused` where it is too large, is no text, or cannot be downloaded.
 */
export const readSource = async (name: string, { allowPrivate }: { allowPrivate: boolean }): Promise<ImportSource> => {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
    const file = resolve(name);
    return { text: decodeSource(await readFileUpTo(file, name), name), file };
  }
  const { download } = await import('./media/transfer.ts');
  const { bytes, url, type } = await download(name, { allowPrivate, maxBytes: largest, timeout: 30_000 });
  const declared = /charset=["']?([\w.:-]+)/i.exec(type ?? '')?.[1];
  return { text: decodeSource(bytes, name, declared), url };
};

const readFileUpTo = async (file: string, name: string): Promise<Uint8Array> => {
  // A pipe must not make the program wait for someone who writes into it.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((fault: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${name} cannot be read: ${fault.code === 'ENOENT' ? 'there is no such file' : fault.message}.`,
    );
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new UsageError(`${name} is no file.`);
    if (found.size > largest) {
      const megabytes = Math.ceil(found.size / 2 ** 20);
      throw new ImportRefused(
        `${name} has ${megabytes} MB, and at most ${largest / 2 ** 20} MB can be imported. Export the live blog alone, or its parts one after the other.`,
      );
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};
