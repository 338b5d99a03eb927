import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOfCommands, type Run } from '../../../scripts/testing/run-recapsule.ts';

/** A command line whose first process of Node is to be disturbed. */
export type DisturbedCommand = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
};

/** A call by which a program changes files. */
type Call = { readonly name: string; readonly path: string };

/**
 * What goes wrong at a call: the process is killed before it, amid it (half is written) or after it; or the call fails,
 * and with it all later ones that need space (ENOSPC), that change anything (EROFS), or none (EIO).
 */
export type Fault = { readonly kind: (typeof kinds)[number]; readonly at: number };

/** How a disturbed run ended. `struck` is false where it ended before its fault. */
type Struck = Run & { readonly signal: NodeJS.Signals | null; readonly struck: boolean };

const kinds = ['kill-before', 'kill-amid', 'kill-after', 'ENOSPC', 'EIO', 'EROFS'] as const;

const writing = ['write', 'writeFile'];
const needingSpace = [
  ...writing,
  'open',
  'appendFile',
  'mkdir',
  'mkdtemp',
  'symlink',
  'link',
  'copyFile',
  'cp',
  'rename',
];

/** Runs a command undisturbed, and gives the calls that it makes below a folder. Throws where it fails. */
export const listCalls = async (command: DisturbedCommand, below: string): Promise<readonly Call[]> => {
  const { code, stderr, calls } = await runWith(command, { FAULT_BELOW: below });
  if (code !== 0) throw new Error(`The command fails undisturbed: ${stderr}`);
  return calls;
};

/** Every fault that can happen to these calls. */
export const faultsOf = (calls: readonly Call[]): readonly Fault[] =>
  calls.flatMap(({ name }, index) =>
    kinds
      .filter((kind) => (kind === 'kill-amid' ? writing : kind === 'ENOSPC' ? needingSpace : [name]).includes(name))
      .map((kind) => ({ kind, at: index + 1 })),
  );

/** So many of them, spread evenly; the first and the last are among them. */
export const sample = <T>(all: readonly T[], count: number): readonly T[] => {
  const step = (all.length - 1) / Math.max(1, count - 1);
  return all.length <= count ? all : Array.from({ length: count }, (_, index) => all[Math.round(index * step)] as T);
};

/** Runs a command and lets one call below a folder go wrong. */
export const runWithFault = (command: DisturbedCommand, below: string, { kind, at }: Fault): Promise<Struck> =>
  runWith(command, { FAULT_BELOW: below, FAULT_KIND: kind, FAULT_AT: String(at) });

type Report = { readonly calls: readonly Call[]; readonly struck: boolean };

const runWith = async (
  command: DisturbedCommand,
  faults: Readonly<Record<string, string>>,
): Promise<Struck & Report> => {
  const folder = mkdtempSync(join(tmpdir(), 'recapsule-fault-'));
  try {
    const report = join(folder, 'report.json');
    const ended = await start(command, { ...faults, FAULT_REPORT: report });
    return { ...ended, ...(JSON.parse(readFileSync(report, 'utf8')) as Report) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const start = (
  { program, args, env = {}, cwd }: DisturbedCommand,
  faults: Readonly<Record<string, string>>,
): Promise<Omit<Struck, 'struck'>> =>
  new Promise((resolve, reject) => {
    const preload = `--import=${new URL('faults-preload.mjs', import.meta.url)}`;
    const variables = { ...environmentOfCommands(), ...env };
    const options = [variables['NODE_OPTIONS'], preload].filter(Boolean).join(' ');
    const child = spawn(program, args, {
      env: { ...variables, NODE_OPTIONS: options, ...faults },
      ...(cwd && { cwd }),
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, ...output }));
  });
