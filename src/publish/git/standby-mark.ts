import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { isSystemFault } from '../publish-fault.ts';
import { type PublishedSite, standbyOf } from '../site-folder.ts';
import { readState } from './read-state.ts';

/** By what the hooks of a server find a process that stands by. Disposed, it is gone, unless it is another's. */
export type StandbyMark = Disposable & {
  /** Whether the hooks turn to this process, and not to another; to none where the site has been removed. */
  readonly isMine: () => boolean;
};

/** What decides about pages and comes from the environment of a hook: a process that has other values is none for it. */
export const standbyEnvironment = ['SITE_URL', 'DRAFTS', 'CACHE_DIR'] as const;

/** The process that stands by, as far as its mark says; it may have been killed. */
export const standbyProcess = (site: PublishedSite): number => Number.parseInt(readState(standbyOf(site)), 10);

/**
 * Lets the hooks know that this process stands by, unless another does already. Where that cannot be written, it does not:
 * what is wrong with the disk is for the publish to tell.
 */
export const markStandby = (site: PublishedSite): StandbyMark => {
  const file = standbyOf(site);
  const text = `${process.pid}\n${standbyEnvironment.map((name) => process.env[name] ?? '').join('|')}\n`;
  const unfinished = `${file}.${process.pid}`;
  if (!isRunning(standbyProcess(site))) {
    ifPossible(() => {
      writeFileSync(unfinished, text);
      renameSync(unfinished, file);
    });
    ifPossible(() => rmSync(unfinished, { force: true }));
  }
  const isMine = (): boolean => readState(file) === text;
  return {
    isMine,
    [Symbol.dispose]: () => {
      if (isMine()) ifPossible(() => rmSync(file, { force: true }));
    },
  };
};

const ifPossible = (act: () => void): void => {
  try {
    act();
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
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
    return isSystemFault(fault, 'EPERM');
  }
};
