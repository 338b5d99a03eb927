import { link, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ImportRefused } from './live-blog.ts';
import { refuseObstacles } from './obstacles.ts';

/**
 * Writes the files of an event, by path below its folder: all of them or none. They are written aside first; a new event
 * then appears in one step, and files of an event that exists are put beside those it has. Never follows a link, and
 * replaces a file only where `changed` says what it was and it still is that. Rejects with `ImportRefused` where something stands in the way, or with the system's error, with
 * nothing left behind.
 */
export const writeNewFiles = async (
  contentFolder: string,
  event: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  changed: ChangedFiles = new Map(),
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
    if (isThere) await addFiles(staged, target, [...files.keys()], { event, aside, changed });
    else await rename(staged, target);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

/** Texts that are there, by path, and what becomes of them. */
type ChangedFiles = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** Removes what imports that were killed an hour ago or earlier have left. */
const removeAbandoned = async (contentFolder: string): Promise<void> => {
  for (const name of await readdir(contentFolder)) {
    if (!name.startsWith('.import-')) continue;
    const folder = join(contentFolder, name);
    const made = (await stat(folder).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (made < Date.now() - 3_600_000) await rm(folder, { recursive: true, force: true });
  }
};

type Changes = { readonly event: string; readonly aside: string; readonly changed: ChangedFiles };

const addFiles = async (
  staged: string,
  target: string,
  paths: readonly string[],
  { event, aside, changed }: Changes,
): Promise<void> => {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const path of paths) {
      const made = await mkdir(dirname(join(target, path)), { recursive: true });
      if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
      // Unlike a renaming, a link is refused where a file of that name has appeared meanwhile.
      await link(join(staged, path), join(target, path));
      undo.push(() => unlink(join(target, path)));
    }
    for (const [path, { before, after }] of changed) {
      const file = join(target, path);
      const replace = async (text: string): Promise<void> => {
        await writeFile(join(aside, 'changed.md'), text);
        await rename(join(aside, 'changed.md'), file);
      };
      const isFile = (await lstat(file).catch(() => undefined))?.isFile() === true;
      if (!isFile || (await readFile(file, 'utf8')) !== before)
        throw new ImportRefused(`"${event}/${path}" has been changed meanwhile. Import again.`);
      await replace(after);
      undo.push(() => replace(before));
    }
  } catch (fault) {
    for (const step of undo.reverse()) await step();
    throw fault;
  }
};
