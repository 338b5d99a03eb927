import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Hostile, type HostileFiles, outside, secret } from './hostile.ts';
import { secretPng } from './png.ts';
import { everyContent } from './world.ts';

/** A folder in which an import is tried. All paths are absolute. */
export type CaseFolder = {
  /** Everything; nothing in it may change but the event. */
  readonly folder: string;
  /** Where the source lies, and the person stands who imports it. */
  readonly workspace: string;
  /** Some folders further down, so that a way up by some steps still ends in the room. */
  readonly content: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Makes an empty folder the room of a hostile input. */
export const furnish = async (
  folder: string,
  { file, source, size, beside = {}, content = {} }: Hostile,
): Promise<CaseFolder> => {
  const room = roomIn(folder);
  const away = join(folder, 'outside');
  await place(away, { 'secret.txt': `${secret}\n`, 'secret.png': secretPng() }, away);
  await place(folder, { home: 'folder', tmp: 'folder' }, away);
  await place(room.content, { ...everyContent, ...content }, away);
  await place(room.workspace, { ...(source !== undefined && { [file]: source }), ...beside }, away);
  if (size !== undefined) await truncate(join(room.workspace, file), size);
  return room;
};

const roomIn = (folder: string): CaseFolder => ({
  folder,
  workspace: join(folder, 'one/two/newsroom'),
  content: join(folder, 'one/two/content'),
  environment: {
    CONTENT_DIR: join(folder, 'one/two/content'),
    // What the program caches is no harm, and all cases share it.
    CACHE_DIR: join(dirname(folder), 'cache'),
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'tmp'),
    NO_COLOR: '1',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
  },
});

/** Writes files below a folder. In text, the path that stands for the folder outside becomes that of `away`. */
const place = async (folder: string, files: HostileFiles, away: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [name, what] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    if (what === 'folder') await mkdir(path, { recursive: true });
    else if (typeof what === 'object' && 'link' in what) await symlink(what.link, path);
    else await writeFile(path, typeof what === 'string' ? what.replaceAll(outside, away) : what);
  }
};
