/** What this process has used of its processors, in milliseconds: unlike a clock, it does not run while others work. */
export const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * The processor time in which something must be done that takes at most so many milliseconds on a machine that does
 * nothing else. Where others share its caches, it takes some times as long; what is to be found takes a thousand times.
 */
export const soon = (alone: number): number => 10 * alone;
