import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GitFault, git } from '../../io/git.ts';
import { readRelease } from '../manifests.ts';
import { removeDiscarded } from '../prune.ts';
import { openSiteFolder, type PublishedSite, queueOf } from '../site-folder.ts';
import { currentRelease } from '../switch-release.ts';
import { branchOfMirror } from './branch.ts';
import { bareRepository } from './install.ts';
import { publishBranch } from './publish-branch.ts';
import { isQueueEmpty, readQueue, recordOfPush } from './queue.ts';

/** A repository somewhere else whose branch is published here: without a name, that of its `HEAD`. */
type Pull = { readonly from: string; readonly repo: string; readonly site: string; readonly branch?: string };

/**
 * Fetches a branch into a bare repository, which is made where there is none, and publishes it where it has changed, or
 * where it has not been reported yet what came of a change. Gives whether readers see what the branch holds. Rejects with
 * `GitFault` where the other repository cannot be had.
 */
export const pullAndPublish = async ({ from: said, repo, site: folder, branch: named }: Pull): Promise<boolean> => {
  // Git would look for a path from the mirror on.
  const from = existsSync(said) ? resolve(said) : said;
  // Whoever wants a password must fail, not wait for somebody to type it.
  process.env['GIT_TERMINAL_PROMPT'] = '0';
  process.env['GIT_SSH_COMMAND'] ??= 'ssh -o BatchMode=yes';
  const branch = await branchOfMirror(repo, from, named);
  if (!existsSync(repo)) await git('.', ['init', '--quiet', '--bare', '--initial-branch', branch, resolve(repo)]);
  const bare = await bareRepository(repo);
  const site = openSiteFolder(folder);
  await git(bare, ['fetch', '--quiet', '--no-tags', '--', from, `+refs/heads/${branch}:${fetched}`]);
  await note(bare, site, `refs/heads/${branch}`, from);
  const newest = await idOf(bare, `refs/heads/${branch}`);
  const isReported = isQueueEmpty(readQueue(queueOf(site))) && currentRelease(site) !== undefined;
  if (isReported) return newest === commitOf(site);
  const isPublished = await publishBranch(bare, site, { branch });
  await removeDiscarded(site);
  return isPublished;
};

/** Where a fetch puts what it gets, before anybody else has heard of it. */
const fetched = 'refs/recapsule/fetched';

/** Moves the branch to what was fetched. It is recorded like a push, and before: whoever is killed here forgets nothing. */
const note = async (repo: string, site: PublishedSite, ref: string, from: string): Promise<void> => {
  const [old, newest] = [await idOf(repo, ref), (await idOf(repo, fetched)) ?? ''];
  if (old === newest) return;
  const time = Temporal.Now.instant().toString({ smallestUnit: 'second' });
  const record = { time, old: old ?? '0'.repeat(newest.length), new: newest, who: withoutPassword(from) };
  const queue = queueOf(site);
  mkdirSync(queue, { recursive: true });
  writeFileSync(join(queue, `.${newest}-pull`), recordOfPush(record));
  renameSync(join(queue, `.${newest}-pull`), join(queue, `${newest}-pull`));
  await git(repo, ['update-ref', ref, newest]);
};

const withoutPassword = (address: string): string => address.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1');

const idOf = async (repo: string, ref: string): Promise<string | undefined> => {
  try {
    return (await git(repo, ['rev-parse', '--verify', '--quiet', ref])).toString('utf8').trim();
  } catch (fault) {
    if (fault instanceof GitFault) return undefined;
    throw fault;
  }
};

const commitOf = (site: PublishedSite): string | undefined => readRelease(site, currentRelease(site) ?? '')?.commit;
