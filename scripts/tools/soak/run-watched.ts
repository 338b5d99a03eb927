import { spawn } from 'node:child_process';
import { z } from 'zod';
import type { How } from './suite.ts';

/** A program of Node that is to be watched. */
type Program = {
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** What a program did. */
export type Watched = {
  /** `null` where it was ended by a signal. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Whether it was stopped because its time was over. */
  readonly isStopped: boolean;
  /** As the program itself counts them, from its start: whoever has started it may be busy when it ends. */
  readonly seconds: number;
  /** Of its processors: others that share them do not count. */
  readonly processorSeconds: number | undefined;
  /** Bytes. */
  readonly peak: number | undefined;
  /** The names of hosts it has asked for, and what it has tried to connect to. */
  readonly lookups: readonly string[];
  readonly connections: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  /** How many bytes it printed; of more than `mostOutput` the rest is not kept. */
  readonly printed: number;
};

/** In bytes: a report of every line of the largest source would not be longer. */
export const mostOutput = 16 * 2 ** 20;

const watch = new URL('./watched-process.ts', import.meta.url).href;

/** Runs a program of Node to its end, or to that of its time, without a network. Rejects where the soak is stopped. */
export const runWatched = ({ args, folder, environment }: Program, { limits, signal }: How): Promise<Watched> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', watch, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, limits.seconds * 1000);
    signal.addEventListener('abort', kill, { once: true });
    const [stdout, stderr, notes] = [1, 2, 3].map((pipe) => collect(child.stdio[pipe] as NodeJS.ReadableStream));
    child.on('error', reject);
    child.on('close', (code, by) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (signal.aborted || !stdout || !stderr || !notes) return reject(signal.reason);
      const { seconds, ...noticed } = noticedIn(notes.text());
      resolve({
        code,
        signal: by,
        isStopped: seconds === undefined && by === 'SIGKILL',
        seconds: seconds ?? (performance.now() - started) / 1000,
        stdout: stdout.text(),
        stderr: stderr.text(),
        printed: stdout.size() + stderr.size(),
        ...noticed,
      });
    });
  });

const collect = (stream: NodeJS.ReadableStream): { text: () => string; size: () => number } => {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    if (size < mostOutput) chunks.push(chunk);
    size += chunk.length;
  });
  return { text: () => Buffer.concat(chunks).toString(), size: () => size };
};

const note = z
  .object({
    peak: z.number(),
    seconds: z.number(),
    processorSeconds: z.number(),
    lookup: z.string(),
    connect: z.string(),
  })
  .partial();

/** What `watched-process.ts` has noticed; how long it ran, where it came to its end. */
const noticedIn = (
  lines: string,
): Pick<Watched, 'peak' | 'processorSeconds' | 'lookups' | 'connections'> & {
  readonly seconds: number | undefined;
} => {
  const notes = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => note.parse(JSON.parse(line)));
  const end = notes.findLast(({ peak }) => peak !== undefined);
  return {
    peak: end?.peak,
    seconds: end?.seconds,
    processorSeconds: end?.processorSeconds,
    lookups: notes.flatMap(({ lookup = [] }) => lookup),
    connections: notes.flatMap(({ connect = [] }) => connect),
  };
};
