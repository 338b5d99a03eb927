/** Signals that arrive during a work wait until it is done; the exit code then says which one came. */
export const withoutSignals = async (work: () => Promise<void> | void): Promise<void> => {
  let late: number | undefined;
  const wait = (_signal: string, number: number) => {
    late = number;
  };
  process.on('SIGINT', wait).on('SIGTERM', wait);
  try {
    await work();
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait);
  }
  if (late !== undefined) process.exitCode = 128 + late;
};
