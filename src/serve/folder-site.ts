import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServedFile, ServedSite } from './served-site.ts';

/** Finds the files of a folder by their paths below it, and nothing outside of it. */
export const filesIn =
  (folder: string): ServedSite['find'] =>
  async (path): Promise<ServedFile | undefined> => {
    if (/(?:^|\/)\.\.(?:\/|$)|[\\\0]/.test(path)) return undefined;
    const file = join(folder, path);
    return (await stat(file).catch(() => undefined))?.isFile() ? { file } : undefined;
  };

/** A build in a folder. Below which path it belongs, its first page says. */
export const builtSite = async (folder: string): Promise<ServedSite> => {
  const home = await readFile(join(folder, 'index.html'), 'utf8');
  const [, address] = /<link rel="canonical" href="([^"]+)"/.exec(home) ?? [];
  const base = address === undefined ? '/' : new URL(address).pathname;
  return { base: () => base, find: filesIn(folder) };
};
