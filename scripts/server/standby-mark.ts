import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Site, standbyOf } from '../publish/site-folder.ts';

/** By what the hooks of a server find a process that stands by. Disposed, it is gone, unless it is another's. */
export type StandbyMark = Disposable & {
  /** Whether the hooks turn to this process, and not to another; to none where the site has been removed. */
  readonly isMine: () => boolean;
};

/** What decides about pages and comes from the environment of a hook: a process that has other values is none for it. */
export const standbyEnvironment = ['SITE_URL', 'DRAFTS', 'CACHE_DIR'] as const;

/** Lets the hooks know that this process stands by, unless another does already. */
export const markStandby = (site: Site): StandbyMark => {
  const file = standbyOf(site);
  const text = `${process.pid}\n${standbyEnvironment.map((name) => process.env[name] ?? '').join('|')}\n`;
  if (!isRunning(Number.parseInt(textOf(file), 10))) {
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  }
  const isMine = (): boolean => textOf(file) === text;
  return {
    isMine,
    [Symbol.dispose]: () => {
      if (isMine()) rmSync(file, { force: true });
    },
  };
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Whether a process runs. */
export const isRunning = (pid: number): boolean => {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // EPERM: it runs, and belongs to somebody else.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
};
