/** So long nothing must have changed before the content is read: editors write a file in several steps. */
const quiet = 60;

/**
 * Calls `check` now, and again whenever something below the folder has changed, until the process is told to stop. Gives
 * what the last check gave.
 */
export const watchContent = async (folder: string, check: () => Promise<number>): Promise<number> => {
  const { watch } = await import('chokidar');
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false });
  const stopped = Promise.withResolvers<void>();
  const stop = (): void => stopped.resolve();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let code = 0;
  let queue = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const checkNext = (): void => {
    queue = queue.then(async () => {
      code = await check();
      console.error('Watching. Save a file to check again, press Ctrl+C to stop.');
    });
    // A fault of the program, not of the content: it ends the watching.
    queue.catch((fault) => stopped.reject(fault));
  };
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(checkNext, quiet);
  });
  watcher.once('ready', checkNext);
  try {
    await stopped.promise;
    await queue;
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
  return code;
};
