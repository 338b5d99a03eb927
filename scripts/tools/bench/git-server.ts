import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTexts } from './generator.ts';
import { type MeasuredCommand, runToEnd } from './measure.ts';
import type { Bench } from './rounds.ts';

/** A git server on this machine that publishes what is pushed to it, and a clone of somebody who writes. */
export type GitServer = {
  /** Commits files, by path below the content folder, in the clone. */
  readonly commit: (texts: Iterable<readonly [string, string]>) => Promise<void>;
  /** Pushes what has been committed. */
  readonly push: () => Promise<void>;
  /** Publishes what has been pushed; from now on, what is pushed is checked and published in the site of that folder. */
  readonly publishInto: (site: string) => Promise<void>;
};

/** Makes an empty server in a folder; `environment` is that of all its work. */
export const makeGitServer = async (
  folder: string,
  environment: NonNullable<MeasuredCommand['environment']>,
  { recapsule, signal }: Bench,
): Promise<GitServer> => {
  const [repo, clone] = [join(folder, 'server.git'), join(folder, 'clone')];
  await mkdir(clone, { recursive: true });
  const recapsuleIn = recapsule([], { ...person, ...environment });
  const run = async (file: string, args: readonly string[]): Promise<void> =>
    void (await runToEnd({ ...recapsuleIn, file, args, folder: clone }, signal));
  const git = (...args: readonly string[]): Promise<void> => run('git', args);
  const verb = (...args: readonly string[]): Promise<void> => run(recapsuleIn.file, [...recapsuleIn.args, ...args]);
  await git('init', '--quiet', '--bare', '--template=', '--initial-branch=main', repo);
  await git('init', '--quiet', '--template=', '--initial-branch=main');
  return {
    commit: async (texts) => {
      await writeTexts(join(clone, 'content'), texts);
      await git('add', '--all');
      await git('commit', '--quiet', '--no-gpg-sign', '--message=More entries');
    },
    push: () => git('push', '--quiet', repo, 'HEAD:main'),
    publishInto: async (site) => {
      await verb('publish', '--repo', repo, '--commit', 'refs/heads/main', '--site', site);
      await verb('server', 'install', '--repo', repo, '--site', site);
    },
  };
};

/** Nothing depends on how git is set up on this machine. */
const person = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Bench',
  GIT_AUTHOR_EMAIL: 'bench@example.org',
  GIT_COMMITTER_NAME: 'Bench',
  GIT_COMMITTER_EMAIL: 'bench@example.org',
} as const;
