import { spawn } from 'node:child_process';
import { access, readFile, rm } from 'node:fs/promises';

/** A program to run. An `environment` value of `undefined` takes a variable away. */
export type MeasuredCommand = {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
};

/** How long a program took in seconds of the clock on the wall, and the most memory it held, in bytes. */
export type Measurement = { readonly seconds: number; readonly peak: number | undefined };

/** GNU time, which asks the kernel: no sampling, so nothing is missed. */
const gnuTime = '/usr/bin/time';

/** Whether peak memory can be measured on this machine. */
export const canMeasureMemory = (): Promise<boolean> =>
  access(gnuTime).then(
    () => true,
    () => false,
  );

/**
 * Runs a command to its end. Peak memory is the resident set of the largest process, as the kernel counts it, if there
 * is GNU time to ask for it, which writes it to `memoryFile`. Rejects where the command fails, with what it said.
 */
export const measure = async (
  command: MeasuredCommand,
  memoryFile: string,
  signal: AbortSignal,
): Promise<Measurement> => {
  if (!(await canMeasureMemory())) return { seconds: (await runToEnd(command, signal)).seconds, peak: undefined };
  const args = ['--format=%M', `--output=${memoryFile}`, command.file, ...command.args];
  const { seconds } = await runToEnd({ ...command, file: gnuTime, args }, signal);
  const peak = Number(await readFile(memoryFile, 'utf8')) * 1024;
  await rm(memoryFile);
  return { seconds, peak };
};

/** How many files a command opens or tries to, with all its threads and processes; `undefined` where there is no strace. */
export const opensOf = async (
  command: MeasuredCommand,
  file: string,
  signal: AbortSignal,
): Promise<number | undefined> => {
  if ((await outputOf({ file: 'strace', args: ['-V'] }, signal)) === undefined) return undefined;
  const args = ['-f', '-c', '-e', 'trace=open,openat,openat2', '-o', file, command.file, ...command.args];
  await runToEnd({ ...command, file: 'strace', args }, signal);
  const rows = (await readFile(file, 'utf8')).matchAll(/^ *[\d.]+ +[\d.]+ +\d+ +(\d+) .*\bopen/gm);
  return [...rows].reduce((sum, [, calls]) => sum + Number(calls), 0);
};

/** What a command prints; `undefined` where there is no such program, or it fails. */
export const outputOf = async (command: MeasuredCommand, signal: AbortSignal): Promise<string | undefined> =>
  runToEnd(command, signal).then(
    ({ output }) => output,
    (fault) => {
      if (signal.aborted) throw fault;
      return undefined;
    },
  );

/** Runs a command to its end, and gives what it printed. Rejects where it fails, with what it said, and when it is stopped. */
export const runToEnd = (
  { file, args, folder, environment }: MeasuredCommand,
  signal: AbortSignal,
): Promise<{ readonly output: string; readonly seconds: number }> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const started = performance.now();
    // A group of its own, because a program behind GNU time would go on when only that is stopped.
    const child = spawn(file, args, { cwd: folder, env: { ...process.env, ...environment }, detached: true });
    const stop = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    const said: { stdout: string; stderr: string } = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else if (code === 0) resolve({ output: said.stdout, seconds });
      else reject(new Error(`${[file, ...args].join(' ')} ended with ${code}:\n${(said.stderr + said.stdout).trim()}`));
    });
  });
