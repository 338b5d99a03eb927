import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../src/core/usage-error.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { GitFault, git } from '../src/io/git.ts';
import { contentFolder, programFile } from '../src/io/settings.ts';
import { branchIn } from '../src/publish/git/branch.ts';
import { checkingHooks, preCommitHook, publishHook, publishingHooks } from '../src/publish/git/publish-hook.ts';
import { type Hook, writeHooks } from '../src/publish/git/write-hook.ts';
import { requireLocks } from '../src/publish/lock.ts';
import { logOf, siteAt } from '../src/publish/site-folder.ts';

export const help = `Puts git hooks in place that check what is being committed, and publish it.

recapsule hook install [--publish [--site <dir>]]

  --publish      also publishes each commit of the branch that is checked out, on this machine, in the background
  --site <dir>   the folder of the published site; SITE_DIR or published/ if nothing is said

Before each commit and each merge commit of the repository that holds the content folder, in all of its work trees,
"recapsule check --staged" is run, and stops the commit where there are errors. Another folder with a site.yml and events is checked as well. Hooks that are there already are left alone. To commit all the same:
git commit --no-verify, or git merge --no-verify. To be rid of the hooks, delete the files that this command names.

  CONTENT_DIR=<folder>   checks another content folder than content/`;

/** Writes the hooks and names their files. Throws `UsageError` where somebody else's hook is in the place of one. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { publish: { type: 'boolean', default: false }, site: { type: 'string' } },
  });
  if (positionals.length !== 1 || positionals[0] !== 'install') throw new UsageError('Write "recapsule hook install".');
  if (values.site !== undefined && !values.publish) throw new UsageError('--site belongs to --publish.');
  const folder = await contentFolder();
  const content = await pathInRepository(folder);
  const program = { node: process.execPath, program: programFile, cache: cacheFolder() };
  const hooks: Hook[] = [];
  const check = preCommitHook({ ...program, content });
  for (const name of checkingHooks) hooks.push({ file: await hookFile(folder, name), text: check });
  if (values.publish) {
    requireLocks();
    const site = siteAt(values.site);
    const branch = await branchOf(folder);
    const text = publishHook({ ...program, content, site: site.folder, log: logOf(site), branch });
    for (const name of publishingHooks) hooks.push({ file: await hookFile(folder, name), text });
  }
  await writeHooks(hooks);
  for (const { file } of hooks) console.log(relative(process.cwd(), file));
  return 0;
};

/** The branch that is checked out, if one is. */
const branchOf = (folder: string): Promise<string | undefined> =>
  branchIn(folder).catch((fault: unknown) => {
    if (fault instanceof UsageError) return undefined;
    throw fault;
  });

/** Where git looks for a hook, wherever its settings say. */
const hookFile = async (folder: string, name: string): Promise<string> =>
  resolve(folder, await ask(folder, '--git-path', `hooks/${name}`));

/** The path of a folder below the top of its repository, `.` for the top itself. */
const pathInRepository = async (folder: string): Promise<string> =>
  (await ask(folder, '--show-prefix')).replace(/\/$/, '') || '.';

const ask = async (folder: string, ...args: readonly string[]): Promise<string> => {
  try {
    return (await git(folder, ['rev-parse', ...args])).toString('utf8').replace(/\n$/, '');
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
    throw new UsageError(
      `The content folder ${folder} is in no git repository: run "git init" first. (${fault.message})`,
    );
  }
};
