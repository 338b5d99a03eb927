/** Waits until the process is asked to stop, by Ctrl+C or by a supervisor. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => resolve();
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
