import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A push that was recorded and is still to be told of. */
export type Push = { readonly record: string; readonly old: string; readonly new: string; readonly who: string };

/** The recorded pushes. A record that is none is one as well, so that it goes with the others. */
export const readQueue = (folder: string): readonly Push[] =>
  namesIn(folder).map((record) => {
    const [old = '', commit = '', ...who] = readFileSync(join(folder, record), 'utf8').trim().split(' ');
    return { record, old, new: commit, who: who.join(' ').replace(/\p{Cc}/gu, '') || 'somebody' };
  });

/** Removes records whose push has been told of. */
export const removePushes = (folder: string, pushes: readonly Push[]): void => {
  for (const { record } of pushes) rmSync(join(folder, record), { force: true });
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
};
