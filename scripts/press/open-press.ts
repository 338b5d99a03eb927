import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as entry from '../../src/press/entry.ts';
import { keepPress, pressFile } from '../../src/press/integration.ts';
import { root } from '../settings.ts';
import { pressFolder } from './cache-folder.ts';
import { makeAside, noteUse, removeUnused } from './kept-versions.ts';

/** The compiled templates, and the folder with the files that they bring along: styles, fonts, and what is in `public/`. */
export type Press = typeof entry & { readonly files: string };

/** So many compiled versions stay: one for each address of a site, and those of earlier templates. They are small. */
const keep = 10;

/** Opens the templates of that key, and compiles them where that has not been done yet. */
export const openPress = async (key: string, base: string): Promise<Press> => {
  const folder = join(pressFolder, key);
  if (!(await noteUse(folder))) await compile(folder, base);
  const bundle: typeof entry = await import(pathToFileURL(join(folder, 'bundle', pressFile)).href);
  return { ...bundle, files: join(folder, 'files') };
};

const compile = async (folder: string, base: string): Promise<void> => {
  const { build } = await import('astro');
  const aside = await makeAside(pressFolder);
  try {
    const integrations = [keepPress(join(aside, 'bundle'))];
    await build({ root, base, outDir: join(aside, 'files'), logLevel: 'silent', integrations });
    // Another process may have been faster: what it made is the same.
    await rename(aside, folder).catch(async (fault: unknown) => {
      if (!(await noteUse(folder))) throw fault;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await removeUnused(pressFolder, keep);
};
