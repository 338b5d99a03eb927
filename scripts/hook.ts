import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GitFault, git } from '../src/io/git.ts';
import { isOurs, preCommitHook } from './hook/pre-commit.ts';
import { contentFolder, root } from './settings.ts';
import { UsageError } from './usage-error.ts';

export const help = `Puts a git hook in place that checks what is being committed.

recapsule hook install

The hook runs "recapsule check --staged" before each commit of the repository that holds the content folder, and stops
the commit where there are errors. A pre-commit hook that is there already is left alone. To commit all the same:
git commit --no-verify. To be rid of the hook, delete the file that this command names.

  CONTENT_DIR=<folder>   checks another content folder than content/`;

/** Writes the hook and names its file. Throws `UsageError` where somebody else's hook is in its place. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (positionals.length !== 1 || positionals[0] !== 'install') throw new UsageError('Write "recapsule hook install".');
  const folder = await contentFolder();
  const file = await hookFile(folder);
  const found = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  const hook = preCommitHook({ node: process.execPath, program: resolve(root, 'scripts/recapsule.mjs'), folder });
  if (found !== undefined && !isOurs(found)) throw new UsageError(inTheWay(file, hook));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, hook);
  await chmod(file, 0o755);
  console.log(relative(process.cwd(), file));
  return 0;
};

/** Where git looks for the hook, wherever it has been told to. */
const hookFile = async (folder: string): Promise<string> => {
  try {
    const path = (await git(folder, ['rev-parse', '--git-path', 'hooks/pre-commit'])).toString('utf8').trimEnd();
    return resolve(folder, path);
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
    throw new UsageError(
      `The content folder ${folder} is in no git repository: run "git init" first. (${fault.message})`,
    );
  }
};

const inTheWay = (file: string, hook: string): string => {
  const commands = hook.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return [
    `There is a pre-commit hook already, and it is left alone: ${file}`,
    'To check content with it, add these lines to it:',
    ...commands.map((line) => `  ${line}`),
  ].join('\n');
};
