import { execFile } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../io/settings.ts';
import { makeAside, noteUse, removeUnused } from './cached-versions.ts';

export { rememberedKeys as programKeys } from './remembered-keys.ts';

// This is the program in its own repository, which compiles templates where they have changed. The package has
// `packaged-program.ts` in its place, with what has been compiled for it.

/** Where compiled templates are kept: always in the project, because they find their packages from there. */
const templateFolder = join(root, '.cache', 'templates');

/** So many compiled versions stay: those of earlier templates. They are small. */
const keep = 10;

/** Gives the folder of the compiled templates of that key, and compiles them where that has not been done yet. */
export const compiledTemplates = async (key: string): Promise<string> => {
  const folder = join(templateFolder, key);
  if (!(await noteUse(folder))) await make(folder);
  return folder;
};

const make = async (folder: string): Promise<void> => {
  const aside = await makeAside(templateFolder);
  try {
    await compileInto(aside);
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

/** The key for what servers keep in pages, which no page has: without one the compiler makes up another each time. */
const astroKey = Buffer.alloc(32).toString('base64');

const compileInto = async (folder: string): Promise<void> => {
  const program = fileURLToPath(new URL('./compile.ts', import.meta.url));
  const own = { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ASTRO_KEY: astroKey };
  const passed = passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const env = { ...Object.fromEntries(passed), ...own };
  await promisify(execFile)(process.execPath, [program, folder], { cwd: root, env });
};
