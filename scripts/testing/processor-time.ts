/** What this process has used of its processors, in milliseconds: unlike a clock, it does not run while others work. */
export const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
