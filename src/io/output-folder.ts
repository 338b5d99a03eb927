import { rmdirSync, unlinkSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isHidden } from '../core/content-files.ts';
import { UsageError } from '../core/usage-error.ts';
import { archivePlace } from './archive-folder.ts';

/** The folder of a build, and how it is called here: the one that `--outDir` names, or `dist` in the folder of the archive. */
export const outputFolder = (option: string | undefined): { readonly folder: string; readonly shown: string } => {
  const folder = option === undefined ? join(archivePlace().folder, 'dist') : resolve(option);
  return { folder, shown: option ?? relative(process.cwd(), folder) };
};

/** What may be replaced: how it is called, and whether a folder holds it. */
type Replaceable = { readonly name: string; readonly isIn: (folder: string) => Promise<boolean> };

const earlierBuild: Replaceable = {
  name: 'an earlier build',
  // Its page for missing addresses says so.
  isIn: async (folder) => {
    const lost = await readFile(join(folder, '404.html'), 'utf8').catch(() => '');
    return lost.includes('<meta name="generator" content="Recapsule"');
  },
};

/**
 * Throws `UsageError` unless `target` is absent, empty, or what may be replaced, which is an earlier build unless it is said:
 * nothing may be built into the content. Gives the folder behind a symbolic link.
 */
export const checkTarget = async (target: string, content: string, earlier = earlierBuild): Promise<string> => {
  const real = await realpath(target).catch(() => target);
  const inside = `${real}${sep}`;
  if (inside.startsWith(`${content}${sep}`) || `${content}${sep}`.startsWith(inside)) {
    throw new UsageError(`${target} lies in the content folder or around it: choose another --outDir.`);
  }
  const names = await readdir(real).catch((fault: NodeJS.ErrnoException): string[] => {
    if (fault.code === 'ENOENT') return [];
    throw new UsageError(`${target} cannot be the output folder: ${fault.message}`);
  });
  if (names.length === 0) return real;
  const hidden = names.find((name) => isHidden(`public/${name}`));
  if (hidden === undefined && (await earlier.isIn(real))) return real;
  const why = hidden === undefined ? `files that are not ${earlier.name}` : `"${hidden}", which no build has made`;
  throw new UsageError(`${target} holds ${why}: choose another --outDir, or empty it yourself.`);
};

/**
 * Puts the folder `from` in the place of `target`. Until it is complete beside it, `target` stays as it was; should its
 * place not be taken, it is put back, and if even that fails it stays beside, where the error says. `files` are paths that both
 * may have: what was there is removed sooner where its names are known.
 */
export const replaceFolder = async (from: string, target: string, files: readonly string[] = []): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  const aside = await mkdtemp(join(dirname(target), `.${basename(target)}-replaced-`));
  const [incoming, old] = [join(aside, 'new'), join(aside, 'old')];
  let had = false;
  try {
    await move(from, incoming);
    had = await renameIfThere(target, old);
    await rename(incoming, target).catch(async (fault: unknown) => {
      if (had) await rename(old, target);
      throw fault;
    });
  } catch (fault) {
    await rm(incoming, { recursive: true, force: true });
    await rmdir(aside).catch(() => console.error(`The earlier build lies in ${old}.`));
    throw fault;
  }
  if (had) removeKnown(old, files);
  await rm(aside, { recursive: true, force: true });
};

/** Removes files by their paths in a folder, and the folders that are empty then, without looking for others. */
const removeKnown = (folder: string, files: readonly string[]): void => {
  const folders = new Set<string>();
  for (const path of files) {
    ifPossible(() => unlinkSync(join(folder, path)));
    for (let above = dirname(path); above !== '.' && !folders.has(above); above = dirname(above)) folders.add(above);
  }
  // Those inside come first: their paths are longer.
  for (const path of [...folders].sort((a, b) => b.length - a.length)) ifPossible(() => rmdirSync(join(folder, path)));
};

/** What is not there, or is no file, or not empty, is left to whoever removes the rest. */
const ifPossible = (remove: () => void): void => {
  try {
    remove();
  } catch {}
};

const renameIfThere = async (from: string, to: string): Promise<boolean> => {
  try {
    await rename(from, to);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false;
    throw fault;
  }
};

const move = async (from: string, to: string): Promise<void> => {
  try {
    await rename(from, to);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EXDEV')) throw fault;
    await cp(from, to, { recursive: true });
  }
};
