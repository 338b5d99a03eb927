import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../../src/core/usage-error.ts';
import { type Ran, runSuite } from './soak/run-suite.ts';
import type { Suite } from './soak/suite.ts';
import { suites } from './soak/suites.ts';
import { failureOf, soakSummaryOf } from './soak/summary.ts';

export const help = `Runs the program with hostile input and faults, for long, and says where it does harm.

npm run soak -- [--only <suite>] [--runs <number>] [--seed <number>]
npm run soak -- --only <suite> --case <number> [--seed <number>]

  --only <suite>      one suite alone
  --runs <number>     how many cases of each suite, from the first; all that it has if nothing is said
  --seed <number>     other cases of the same kinds; 1 if nothing is said
  --case <number>     this case alone, with all that the program says; its folder is left to look into

${suites.map(({ name, runs, about }) => `  ${name.padEnd(10)} ${runs} runs: ${about}`).join('\n')}

Each case runs the program as a process of its own, without a network, at most two at a time, and has 5 s from the start
of Node and 500 MB of memory. A case of a number and a seed is always the same. Failures and the summary go to standard
output. The exit code is 1 where a case fails.`;

/** What a case may use up. Bytes of memory. */
const limits = { seconds: 5, memory: 500 * 2 ** 20 } as const;

/** Runs the suites, and prints what fails and a summary of each. Gives 1 where a case fails, 130 where it was interrupted. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = optionsOf(args);
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  const folder = await mkdtemp(join(tmpdir(), 'recapsule-soak-'));
  try {
    let failures = 0;
    for (const suite of options.suites) {
      const all = await soak(suite, options, { folder, signal: stop.signal });
      failures += all.filter(({ result }) => result.faults.length > 0).length;
    }
    return failures > 0 ? 1 : 0;
  } catch (fault) {
    if (!stop.signal.aborted) throw fault;
    console.error('The soak was stopped.');
    return 130;
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
    if (options.only === undefined) await rm(folder, { recursive: true, force: true });
    else console.error(`What it was run on and what it wrote is in ${folder}`);
  }
};

type Options = {
  readonly suites: readonly Suite[];
  readonly runs: number | undefined;
  readonly seed: number;
  /** The number of the only case. */
  readonly only: number | undefined;
};

const optionsOf = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      case: { type: 'string' },
    },
  });
  const chosen = values.only === undefined ? suites : suites.filter(({ name }) => name === values.only);
  if (chosen.length === 0)
    throw new UsageError(
      `Unexpected "${values.only}" in --only, expected one of ${suites.map(({ name }) => name).join(', ')}.`,
    );
  if (values.case !== undefined && values.only === undefined)
    throw new UsageError('Say of which suite --case is: --only <suite>.');
  if (values.case !== undefined && values.runs !== undefined)
    throw new UsageError('--case runs one case: leave out --runs.');
  return {
    suites: chosen,
    runs: numberOf('--runs', values.runs),
    seed: numberOf('--seed', values.seed) ?? 1,
    only: numberOf('--case', values.case),
  };
};

const numberOf = (option: string, text: string | undefined): number | undefined => {
  if (text === undefined || /^[1-9]\d{0,5}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(`Unexpected "${text}" in ${option}, expected a whole number from 1 to 999999.`);
};

const soak = async (
  suite: Suite,
  { runs = suite.runs, seed, only }: Options,
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<readonly Ran[]> => {
  const numbers = only === undefined ? Array.from({ length: runs }, (_, index) => index + 1) : [only];
  let done = 0;
  const onRan = (ran: Ran): void => {
    done += 1;
    if (ran.result.faults.length > 0) console.log(`${failureOf(ran)}\n`);
    if (only !== undefined) console.log(`${ran.name}: ${ran.result.outcome}\n${ran.result.said}\n`);
    else if (done % 20 === 0 || done === numbers.length)
      console.error(`${suite.name}: ${done} of ${numbers.length}, now number ${ran.number}, ${ran.name}`);
  };
  const jobs = Math.min(2, availableParallelism());
  const all = await runSuite(suite, { limits, signal, seed, numbers, jobs, folder, isKept: only !== undefined, onRan });
  console.log(soakSummaryOf(suite.name, all));
  return all;
};
