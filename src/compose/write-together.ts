import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import { nearestFolder } from '../io/archive-folder.ts';
import { withoutSignals } from '../io/without-signals.ts';

/**
 * Writes files, by path below a folder, which need not be there: all of them or none. They are complete in a folder beside
 * before the first is put in its place, and are taken away again should the place of one be taken. Throws `UsageError`
 * where they cannot be written.
 */
export const writeTogether = async (folder: string, files: ReadonlyMap<string, string>): Promise<void> => {
  try {
    const aside = mkdtempSync(join(nearestFolder(folder), '.recapsule-init-'));
    try {
      const whole = join(aside, 'archive');
      for (const [path, text] of files) {
        mkdirSync(dirname(join(whole, path)), { recursive: true });
        writeFileSync(join(whole, path), text);
      }
      await withoutSignals(() => putInPlace(whole, folder, [...files.keys()]));
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    throw new UsageError(`${folder} cannot be written: ${fault.message}. Nothing has been written.`);
  }
};

const putInPlace = (whole: string, folder: string, paths: readonly string[]): void => {
  const undo: (() => void)[] = [];
  const makeFolder = (path: string): void => {
    if (existsSync(path)) return;
    makeFolder(dirname(path));
    mkdirSync(path);
    undo.unshift(() => rmdirSync(path));
  };
  try {
    if (!existsSync(folder)) {
      makeFolder(dirname(folder));
      renameSync(whole, folder);
      return;
    }
    for (const path of paths) {
      const target = join(folder, path);
      makeFolder(dirname(target));
      copyFileSync(join(whole, path), target, constants.COPYFILE_EXCL);
      undo.unshift(() => rmSync(target));
    }
  } catch (fault) {
    for (const step of undo) step();
    throw fault;
  }
};
