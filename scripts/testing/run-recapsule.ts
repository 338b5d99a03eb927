import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a run of the command line gave. */
export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

const program = fileURLToPath(new URL('../recapsule.mjs', import.meta.url));

const tools = fileURLToPath(new URL('../tools/tools.mjs', import.meta.url));

/** Runs a tool of developers as its own process. */
export const runTool = (args: readonly string[], env: Record<string, string> = {}): Promise<Run> =>
  runRecapsule(args, { script: tools, env });

/** Runs the command line as its own process, with `env` over the environment of the tests, for so many milliseconds at most. */
export const runRecapsule = (
  args: readonly string[],
  {
    env = {},
    cwd,
    node = [],
    timeout,
    script = cwd === undefined ? program : 'scripts/recapsule.mjs',
  }: { env?: Record<string, string>; cwd?: string; node?: readonly string[]; timeout?: number; script?: string } = {},
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, script, ...args], {
      env: { ...environmentOfCommands(), ...env },
      ...(cwd !== undefined && { cwd }),
      ...(timeout !== undefined && { timeout, killSignal: 'SIGKILL' }),
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.on('error', reject).on('close', (code) => resolve({ code, ...output }));
  });

/** The environment of the tests without what Vitest tells its own processes: that they are tests. A command is none. */
export const environmentOfCommands = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)/.test(name)),
  );
