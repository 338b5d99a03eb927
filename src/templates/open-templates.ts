import { execFile } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../io/settings.ts';
import { makeAside, noteUse, removeUnused } from './cached-versions.ts';
import type * as entry from './entry.ts';
import { bundleFile } from './integration.ts';

/** The compiled templates, and the folder with the files that they bring along: styles, fonts, and what is in `public/`. */
export type Templates = typeof entry & { readonly files: string };

/** Where compiled templates are kept: always in the project, because they find their packages from there. */
export const templateFolder = join(root, '.cache', 'templates');

/** So many compiled versions stay: one for each address of a site, and those of earlier templates. They are small. */
const keep = 10;

/** Opens the templates of that key, and compiles them where that has not been done yet. */
export const openTemplates = async (key: string, base: string): Promise<Templates> => {
  const folder = join(templateFolder, key);
  if (!(await noteUse(folder))) await make(folder, base);
  const bundle: typeof entry = await import(pathToFileURL(join(folder, 'bundle', bundleFile)).href);
  return { ...bundle, files: join(folder, 'files') };
};

const make = async (folder: string, base: string): Promise<void> => {
  const aside = await makeAside(templateFolder);
  try {
    await compile(aside, base);
    // Another process may have been faster: what it made is the same.
    await rename(aside, folder).catch(async (fault: unknown) => {
      if (!(await noteUse(folder))) throw fault;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await removeUnused(templateFolder, keep);
};

/** What the compiler hears of the environment: nothing that could get into the templates. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'NODE_OPTIONS'];

const compile = async (folder: string, base: string): Promise<void> => {
  const program = fileURLToPath(new URL('./compile.ts', import.meta.url));
  const own = { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  const passed = passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const env = { ...Object.fromEntries(passed), ...own };
  await promisify(execFile)(process.execPath, [program, folder, base], { cwd: root, env });
};
