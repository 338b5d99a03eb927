import { link, mkdir, mkdtemp, readdir, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuseObstacles } from './obstacles.ts';

/**
 * Writes the files of an event, by path below its folder: all of them or none. They are written aside first; a new event
 * then appears in one step, and files of an event that exists are put beside those it has. Never replaces a file, and
 * never follows a link. Rejects with `ImportRefused` where something stands in the way, or with the system's error, with
 * nothing left behind.
 */
export const writeFiles = async (
  contentFolder: string,
  event: string,
  files: ReadonlyMap<string, Uint8Array | string>,
): Promise<void> => {
  await refuseObstacles(contentFolder, event, files.keys());
  await removeAbandoned(contentFolder);
  const target = join(contentFolder, event);
  // Begins with a dot, so that nobody takes it for content while it is there.
  const aside = await mkdtemp(join(contentFolder, '.import-'));
  const staged = join(aside, event);
  try {
    for (const folder of new Set([...files.keys()].map((path) => dirname(join(staged, path)))))
      await mkdir(folder, { recursive: true });
    for (const [path, content] of files) await writeFile(join(staged, path), content);
    const isThere = await stat(target).catch(() => undefined);
    if (isThere) await addFiles(staged, target, [...files.keys()]);
    else await rename(staged, target);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

/** Removes what imports that were killed an hour ago or earlier have left. */
const removeAbandoned = async (contentFolder: string): Promise<void> => {
  for (const name of await readdir(contentFolder)) {
    if (!name.startsWith('.import-')) continue;
    const folder = join(contentFolder, name);
    const made = (await stat(folder).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (made < Date.now() - 3_600_000) await rm(folder, { recursive: true, force: true });
  }
};

const addFiles = async (staged: string, target: string, paths: readonly string[]): Promise<void> => {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const path of paths) {
      const made = await mkdir(dirname(join(target, path)), { recursive: true });
      if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
      // Unlike a renaming, a link is refused where a file of that name has appeared meanwhile.
      await link(join(staged, path), join(target, path));
      undo.push(() => unlink(join(target, path)));
    }
  } catch (fault) {
    for (const step of undo.reverse()) await step();
    throw fault;
  }
};
