import { untilStopped } from './until-stopped.ts';

/** So long nothing must have changed before files are read: editors write a file in several steps. */
const quiet = 60;

/**
 * Does a work now, and again whenever something below some folders has changed, until the process is asked to stop. The work
 * gets the paths that have changed since it was done last. What it rejects with ends the watching.
 */
export const watchFolders = async (
  folders: readonly string[],
  work: (changed: readonly string[]) => Promise<void>,
): Promise<void> => {
  const { watch } = await import('chokidar');
  const watcher = watch([...folders], { ignoreInitial: true, followSymlinks: false });
  const failed = Promise.withResolvers<never>();
  let queue = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let changed = new Set<string>();
  const workNext = (): void => {
    queue = queue.then(() => {
      const paths = [...changed];
      changed = new Set();
      return work(paths);
    });
    queue.catch(failed.reject);
  };
  watcher.on('all', (_event, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(workNext, quiet);
  });
  watcher.on('error', failed.reject);
  watcher.once('ready', workNext);
  try {
    await Promise.race([untilStopped(), failed.promise]);
    await queue;
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
};
