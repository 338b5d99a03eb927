import { existsSync } from 'node:fs';
import { git } from '../../src/io/git.ts';
import { publishBranch } from './publish-branch.ts';

/** A repository somewhere else whose branch is published here. */
export type Pull = { readonly from: string; readonly repo: string; readonly site: string; readonly branch: string };

/**
 * Fetches a branch into a bare repository, which is made where there is none, and publishes it. Gives false where it was
 * not published. Rejects with `GitFault` where the other repository cannot be had.
 */
export const pullAndPublish = async ({ from, repo, site, branch }: Pull): Promise<boolean> => {
  if (!existsSync(repo)) await git('.', ['init', '--quiet', '--bare', '--initial-branch', branch, repo]);
  // Whoever wants a password must fail, not wait for somebody to type it.
  process.env['GIT_TERMINAL_PROMPT'] = '0';
  const ref = `refs/heads/${branch}`;
  await git(repo, ['fetch', '--quiet', '--no-tags', '--', from, `+${ref}:${ref}`]);
  return publishBranch(repo, site, branch);
};
