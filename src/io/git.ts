import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';

/** Git could not do what it was asked. The message is what it said. */
export class GitFault extends Error {
  override readonly name = 'GitFault';
}

const told = new AsyncLocalStorage<NodeJS.ProcessEnv>();

/** Does some work, during which git is told these variables: where the objects of a push lie that is still in quarantine, say. */
export const tellingGit = <Result>(variables: NodeJS.ProcessEnv, work: () => Promise<Result>): Promise<Result> =>
  told.run(variables, work);

/** The environment of git commands. */
export const gitEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, ...told.getStore() });

/**
 * What a git command prints, as bytes. It runs in `folder`, with `input` as its standard input. Rejects with `GitFault`
 * where it fails, or where there is no git.
 */
export const git = async (folder: string, args: readonly string[], input = ''): Promise<Buffer> => {
  const output: Buffer[] = [];
  await run(folder, args, input, (bytes) => void output.push(bytes));
  return Buffer.concat(output);
};

/** Runs a git command in the same way; what it prints goes to an open file. */
export const gitInto = (file: number, folder: string, args: readonly string[], input: string): Promise<void> =>
  run(folder, args, input, file);

const run = (
  folder: string,
  args: readonly string[],
  input: string,
  output: number | ((bytes: Buffer) => void),
): Promise<void> =>
  new Promise((resolve, reject) => {
    const stdout = typeof output === 'number' ? output : 'pipe';
    const child = spawn('git', args, { cwd: folder, env: gitEnvironment(), stdio: ['pipe', stdout, 'pipe'] });
    let said = '';
    if (typeof output === 'function') child.stdout?.on('data', output);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', (fault) => reject(new GitFault(`git could not be started: ${fault.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new GitFault(said.trim() || `git ${args[0]} ended with ${code}`));
    });
    // A command that has ended early needs no more input; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
