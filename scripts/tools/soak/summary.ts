import type { Ran } from './run-suite.ts';

/** A case with faults: which it is, what is wrong, and how to run it again alone. */
export const failureOf = ({ suite, number, seed, name, result }: Ran): string =>
  [
    `${suite} ${number}: ${name}`,
    ...result.faults.map((fault) => `  - ${fault}`),
    `  again: npm run soak -- --only ${suite} --case ${number} --seed ${seed}`,
  ].join('\n');

/** What came of many cases of one suite: how they ended, how long they took, and what they held. */
export const soakSummaryOf = (suite: string, all: readonly Ran[]): string => {
  const results = all.map(({ result }) => result);
  const seconds = results.map((one) => one.seconds).sort((a, b) => a - b);
  const peaks = results.flatMap(({ peak = [] }) => peak);
  const failed = all.filter(({ result }) => result.faults.length > 0);
  const outcomes = [...Map.groupBy(results, ({ outcome }) => outcome)]
    .map(([outcome, ones]) => `${ones.length} ${outcome}`)
    .sort();
  const rows = [
    ['outcomes', outcomes.join(', ')],
    ['time', `${inSeconds(seconds[seconds.length >> 1])} median, ${inSeconds(seconds.at(-1))} at most`],
    ['memory', `${inMegabytes(Math.max(...peaks))} at most`],
    ['failures', failed.length === 0 ? 'none' : `${failed.length}: ${failed.map(({ number }) => number).join(', ')}`],
  ];
  return [
    `${suite}: ${results.length} ${results.length === 1 ? 'run' : 'runs'}`,
    ...rows.map(([name = '', value]) => `  ${name.padEnd(10)}${value}`),
  ].join('\n');
};

const inSeconds = (seconds: number | undefined): string => (seconds === undefined ? '–' : `${seconds.toFixed(2)} s`);
const inMegabytes = (bytes: number): string => (bytes > 0 ? `${Math.ceil(bytes / 2 ** 20)} MB` : '–');
