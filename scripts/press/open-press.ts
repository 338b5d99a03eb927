import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as entry from '../../src/press/entry.ts';
import { keepPress, pressFile } from '../../src/press/integration.ts';
import { root } from '../settings.ts';
import { pressFolder } from './cache-folder.ts';

/** The compiled templates, and the folder with the files that they bring along: styles, fonts, and what is in `public/`. */
export type Press = typeof entry & { readonly files: string };

/** Opens the templates of that key, and compiles them where that has not been done yet. */
export const openPress = async (key: string, base: string): Promise<Press> => {
  const folder = join(pressFolder, key);
  if (!(await isThere(folder))) await compile(folder, base);
  const bundle: typeof entry = await import(pathToFileURL(join(folder, 'bundle', pressFile)).href);
  return { ...bundle, files: join(folder, 'files') };
};

const compile = async (folder: string, base: string): Promise<void> => {
  const { build } = await import('astro');
  await mkdir(pressFolder, { recursive: true });
  const aside = await mkdtemp(join(pressFolder, '.compiling-'));
  try {
    const integrations = [keepPress(join(aside, 'bundle'))];
    await build({ root, base, outDir: join(aside, 'files'), logLevel: 'silent', integrations });
    // Another process may have been faster: what it made is the same.
    await rename(aside, folder).catch(async (fault: unknown) => {
      if (!(await isThere(folder))) throw fault;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await removeOthers(folder);
};

/** How many compiled versions stay, so that going back to an earlier one costs nothing. */
const keep = 3;

const removeOthers = async (newest: string): Promise<void> => {
  const found = await Promise.all(
    (await readdir(pressFolder)).map(async (name) => {
      const folder = join(pressFolder, name);
      // Another process may remove it meanwhile.
      return { folder, made: (await stat(folder).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  const [unfinished, whole] = [true, false].map((is) => found.filter(({ folder }) => isUnfinished(folder) === is));
  const older = (whole ?? []).filter(({ folder }) => folder !== newest).sort((a, b) => b.made - a.made);
  // What a killed process has left; one that is still compiling is done within seconds.
  const abandoned = (unfinished ?? []).filter(({ made }) => made < Date.now() - 600_000);
  for (const { folder } of [...older.slice(keep - 1), ...abandoned]) await rm(folder, { recursive: true, force: true });
};

const isUnfinished = (folder: string): boolean => basename(folder).startsWith('.');

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
