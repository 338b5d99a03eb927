import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../core/usage-error.ts';
import { cacheFolder } from '../../io/cache-folder.ts';
import { GitFault, git } from '../../io/git.ts';
import { programFile } from '../../io/settings.ts';
import { requireLocks } from '../lock.ts';
import { checksOf, failedOf, logOf, openSiteFolder, queueOf, standbyOf } from '../site-folder.ts';
import { branchIn } from './branch.ts';
import { postReceiveHook, preReceiveHook } from './hooks.ts';
import { writeHooks } from './write-hook.ts';

/** Where a git server keeps the repository and the site, and which branch is published. */
type Server = { readonly repo: string; readonly site: string; readonly branch?: string };

/** What an installation has come to: the hooks, and the branch that they publish, which may have yet to be pushed. */
type Installed = { readonly files: readonly string[]; readonly branch: string; readonly isThere: boolean };

/**
 * Puts the hooks into a bare repository. Throws `UsageError` where it is none or names no branch,
 * where somebody else's hook is in the place of one, or where the site's folder holds something else.
 */
export const installServer = async ({ repo, site: folder, branch }: Server): Promise<Installed> => {
  requireLocks();
  const bare = await bareRepository(repo);
  const site = openSiteFolder(folder);
  await mkdir(queueOf(site), { recursive: true });
  const published = await branchIn(bare, branch);
  const served = {
    node: process.execPath,
    program: programFile,
    cache: cacheFolder(),
    repo: bare,
    site: site.folder,
    branch: published,
    releases: site.releases,
    queue: queueOf(site),
    log: logOf(site),
    standby: standbyOf(site),
    failed: failedOf(site),
    checks: checksOf(site),
  };
  const place = async (name: string): Promise<string> =>
    resolve(bare, await ask(bare, 'rev-parse', '--git-path', join('hooks', name)));
  const hooks = [
    { file: await place('pre-receive'), text: preReceiveHook(served) },
    { file: await place('post-receive'), text: postReceiveHook(served) },
  ];
  await writeHooks(hooks);
  // What is pushed is looked at as a whole: an object that is no sound one could hurt whoever fetches it later.
  await git(bare, ['config', 'receive.fsckObjects', 'true']);
  const isThere = (await ask(bare, 'for-each-ref', '--format=x', `refs/heads/${published}`)) !== '';
  return { files: hooks.map(({ file }) => file), branch: published, isThere };
};

/** The folder of a bare repository. Throws `UsageError` where it is none. */
export const bareRepository = async (repo: string): Promise<string> => {
  try {
    const folder = await realpath(resolve(repo));
    if ((await ask(folder, 'rev-parse', '--is-bare-repository')) === 'true')
      return resolve(folder, await ask(folder, 'rev-parse', '--git-dir'));
    throw new UsageError(
      `${repo} has a work tree, and a git server has none: name a repository made by "git init --bare". Commits of this one are published by "recapsule hook install --publish".`,
    );
  } catch (fault) {
    if (fault instanceof UsageError) throw fault;
    const why = fault instanceof GitFault ? ` (${fault.message})` : '';
    throw new UsageError(`${repo} is no git repository: make one with "git init --bare ${repo}".${why}`);
  }
};

const ask = async (folder: string, ...args: readonly string[]): Promise<string> =>
  (await git(folder, args)).toString('utf8').trim();
