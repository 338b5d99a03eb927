import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { environmentOfCommands, type Run } from './run-recapsule.ts';
import { writeFiles } from './temporary-content.ts';

/** A git repository that a test has made. */
export type Repository = {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<string>;
  /** Runs git at the top, and gives what it printed. Rejects where git fails. */
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Commits, at the top: whether a hook lets it pass is for the test to say. */
  readonly commit: (...args: readonly string[]) => Promise<Run>;
};

/**
 * Makes an empty repository in a folder of its own below `parent`, whose commits depend on nothing but their files: no
 * settings of the machine or its user, no hook from a template, fixed names and dates. So it is for every git command
 * that the test file starts from then on.
 */
export const aRepository = async (parent: string): Promise<Repository> => {
  isolateGit(parent);
  const folder = mkdtempSync(join(realpathSync(parent), 'repository-'));
  const git = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runIn(folder, 'git', args);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  await git('init', '--quiet', '--template=', '--initial-branch=main');
  return {
    folder,
    write: (files) => writeFiles(folder, files),
    git,
    commit: (...args) => runIn(folder, 'git', commitWith(args)),
  };
};

/** The arguments of a commit that is not signed. */
export const commitWith = (args: readonly string[]): string[] => [
  'commit',
  '--quiet',
  '--no-gpg-sign',
  '-mTest',
  ...args,
];

/** Runs a program in a folder, with `env` over the environment of the tests. */
export const runIn = (
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: { ...environmentOfCommands(), ...env } });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.stdin.end();
    child.on('error', reject).on('close', (code) => resolve({ code, ...output }));
  });

/** Runs `recapsule` in a folder, as somebody who stands there would. */
export const recapsuleIn = (
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> => runIn(folder, process.execPath, [join(root, 'scripts/recapsule.mjs'), ...args], env);

const person = { NAME: 'Test Press', EMAIL: 'news@recaps.test', DATE: '2026-11-01T12:00:00Z' };

/** The variables by which git knows who commits, and when. */
export const personForGit: Readonly<Record<string, string>> = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) =>
    Object.entries(person).map(([name, value]) => [`GIT_${role}_${name}`, value]),
  ),
);

/**
 * Takes from the environment of this test file all that git and the command line would hear from outside. No repository
 * is looked for above the folders in `parent`.
 */
export const isolateGit = (parent: string): void => {
  // Tests that a hook has started would otherwise write into the repository that is being committed to.
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(personForGit)) vi.stubEnv(name, value);
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  vi.stubEnv('GIT_CEILING_DIRECTORIES', realpathSync(parent));
  vi.stubEnv('LC_ALL', 'C');
  for (const name of ['FORCE_COLOR', 'NO_COLOR', 'CONTENT_DIR', 'SITE_URL', 'DRAFTS']) vi.stubEnv(name, undefined);
};
