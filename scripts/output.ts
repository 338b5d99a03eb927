import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** What every build has at its top: by these an earlier build is known. */
const marks = ['404.html', 'index.html', 'rss.xml'];

/** Throws `UsageError` unless `target` is absent, empty, or an earlier build: nothing else may be replaced. */
export const checkTarget = async (target: string): Promise<void> => {
  const names = await readdir(target).catch((fault: NodeJS.ErrnoException): string[] => {
    if (fault.code === 'ENOENT') return [];
    throw new UsageError(`${target} cannot be the output folder: ${fault.message}`);
  });
  if (names.length === 0 || marks.every((mark) => names.includes(mark))) return;
  throw new UsageError(
    `${target} holds files that are not an earlier build: choose another --outDir, or empty it yourself.`,
  );
};

/** Puts the folder `from` in the place of `target`. Until it is complete beside it, `target` stays as it was. */
export const replaceFolder = async (from: string, target: string): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  const aside = await mkdtemp(join(dirname(target), `.${basename(target)}-replaced-`));
  try {
    const incoming = join(aside, 'new');
    await move(from, incoming);
    const old = await rename(target, join(aside, 'old')).then(
      () => true,
      (fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return false;
        throw fault;
      },
    );
    try {
      await rename(incoming, target);
    } catch (fault) {
      if (old) await rename(join(aside, 'old'), target);
      throw fault;
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

/** How many HTML pages a build has. */
export const countPages = async (folder: string): Promise<number> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).length;

const move = async (from: string, to: string): Promise<void> => {
  try {
    await rename(from, to);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EXDEV')) throw fault;
    await cp(from, to, { recursive: true });
  }
};
