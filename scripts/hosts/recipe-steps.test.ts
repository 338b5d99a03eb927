import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { filesOf } from '../testing/built-site.ts';
import { aRepository, commitWith, type Repository, recapsuleIn, runIn } from '../testing/repository.ts';
import type { Run } from '../testing/run-recapsule.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary-content.ts';
import { gitlab, type RecipeStep, shardedGitlab, workflows } from './testing/recipes.ts';

const parent = temporaryFolder();
let origin: Repository;
let clone: string;

/** A repository that has what "recapsule init" writes and nothing else. Tests run the steps of the recipes in a clone. */
beforeAll(async () => {
  origin = await aRepository(parent);
  // The first event was yesterday: a commit of an earlier day would have entries of the future.
  vi.stubEnv('GIT_COMMITTER_DATE', Temporal.Now.instant().toString());
  const { code, stderr } = await recapsuleIn(origin.folder, ['init', '--yes', '--title', 'Recaps']);
  expect(code, stderr).toBe(0);
  await origin.git('add', '--all');
  await origin.git(...commitWith([]));
  clone = join(parent, 'clone');
  await origin.git('clone', '--quiet', '--template=', origin.folder, clone);
});

/** Puts into a folder what `npm ci` or `npm install` would: tests reach no registry. */
const install = (folder: string): void => {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules/recapsule'));
  symlinkSync('../recapsule/scripts/recapsule.mjs', join(folder, 'node_modules/.bin/recapsule'));
};

// The npm of the machine and the Node that a recipe sets up, as a runner has them: not the packages of the project.
const PATH = [
  dirname(process.execPath),
  ...(process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes('node_modules')),
].join(delimiter);

const bash = (folder: string, command: string, env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  runIn(folder, 'bash', ['-e', '-c', command], { PATH, CI: 'true', CACHE_DIR: '', npm_config_offline: 'true', ...env });

const shell = async (command: string, env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { code, stdout, stderr } = await bash(clone, command, env);
  expect(code, `${command}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
};

const address = 'https://octocat.github.io/recaps';

/** Runs the commands of some steps in order; what actions do is left out. Gives what each printed. */
const runSteps = async (steps: readonly RecipeStep[] = []): Promise<string[]> => {
  const printed: string[] = [];
  for (const { run, env = {} } of steps) {
    if (run === undefined) continue;
    if (run === 'npm ci') {
      rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
      install(clone);
      printed.push('');
      continue;
    }
    const set = Object.entries(env).map(([name, value]) => {
      const known: Readonly<Record<string, readonly string[]>> = {
        SITE_URL: [`\${{ steps.pages.outputs.base_url }}`, address],
        // Nothing is published yet.
        PUBLISHED: [`\${{ vars.PUBLISHED || 'live' }}`, 'first'],
      };
      expect(value).toBe(known[name]?.[0]);
      return [name, known[name]?.[1] ?? ''];
    });
    printed.push(await shell(run, Object.fromEntries(set)));
  }
  return printed;
};

const isClean = async (): Promise<string> => (await runIn(clone, 'git', ['status', '--porcelain'])).stdout;

test('the steps for GitHub check and build an archive of content alone', async () => {
  const { check, build } = workflows.github.jobs;
  const [, checked] = await runSteps(check?.steps);
  expect(checked).toMatch(/no errors and no warnings/);
  const printed = await runSteps(build?.steps);
  expect(printed.at(-1)).toContain('No limit is near: GitHub Pages.');
  expect(readFileSync(join(clone, 'dist/index.html'), 'utf8')).toContain(`href="${address}/"`);
  for (const kept of ['bodies', 'search', 'prints', 'cards'])
    expect(existsSync(join(clone, '.cache', kept)), kept).toBe(true);
  expect(await isClean()).toBe('');
});

test('the steps for Forgejo put the build, and nothing else, into the branch "pages", without history', async () => {
  const steps = workflows.forgejo.jobs['publish']?.steps;
  await runSteps(steps);
  const published = async () =>
    (await origin.git('ls-tree', '-r', '-z', '--name-only', 'pages')).split('\0').slice(0, -1);
  expect((await published()).sort()).toEqual([...filesOf(join(clone, 'dist')).keys()]);
  rmSync(join(clone, 'dist/first-event'), { recursive: true });
  await runSteps(steps?.filter(({ run }) => run?.includes('git push')));
  expect((await published()).sort()).toEqual([...filesOf(join(clone, 'dist')).keys()]);
  expect(await origin.git('rev-list', '--count', 'pages')).toBe('1\n');
  expect(await isClean()).toBe('');
});

test('the steps for GitLab build the folder that is published', async () => {
  rmSync(join(clone, 'dist'), { recursive: true });
  const env = { SITE_URL: 'https://press.gitlab.io/recaps', PUBLISHED: 'first' };
  const printed: string[] = [];
  for (const command of gitlab.pages.script.slice(1)) printed.push(await shell(command, env));
  expect(gitlab.pages.script[0]).toBe('npm ci');
  expect(printed.at(-1)).toContain('No limit is near: GitLab Pages on GitLab.com.');
  const page = join(clone, gitlab.pages.pages?.publish ?? '', 'index.html');
  expect(readFileSync(page, 'utf8')).toContain('href="https://press.gitlab.io/recaps/"');
});

test('the steps of several machines for GitLab make the same', async () => {
  const { shard, pages } = shardedGitlab;
  const before = filesOf(join(clone, 'dist'));
  rmSync(join(clone, 'dist'), { recursive: true });
  const env = { SITE_URL: 'https://press.gitlab.io/recaps', CI_NODE_TOTAL: String(shard.parallel) };
  for (let machine = 1; machine <= shard.parallel; machine += 1)
    for (const command of shard.script.slice(1)) await shell(command, { ...env, CI_NODE_INDEX: String(machine) });
  await shell(pages.script[1] ?? '', { ...env, PUBLISHED: 'first' });
  expect(filesOf(join(clone, 'dist'))).toEqual(before);
  await shell('rm -r part-*');
});

test('the hook checks each commit, from any folder and work tree, with the cache of the archive', async () => {
  expect(await shell('cd content && npx recapsule hook install')).toContain('.git/hooks/pre-commit');
  const hook = readFileSync(join(clone, '.git/hooks/pre-commit'), 'utf8');
  expect(hook).toContain(`CACHE_DIR='${join(clone, '.cache')}'; export CACHE_DIR\n`);
  const commit = `git ${commitWith([]).join(' ')}`;
  await writeFiles(clone, { 'content/first-event/wrong.md': '---\ntitel: Wrong\n---\n' });
  await shell('git add content');
  const { code, stderr } = await bash(clone, commit);
  expect(code).toBe(1);
  expect(stderr).toContain('content/first-event/wrong.md:2:1 error');
  await shell('git reset --quiet --hard');
  await shell(`git worktree add --quiet ../tree && cd ../tree && git ${commitWith(['--allow-empty']).join(' ')}`);
});

/** The front page that readers see, once it says something. */
const shows = (site: string, text: string) =>
  expect
    .poll(() => {
      const page = join(site, 'current/first-event/index.html');
      return existsSync(page) ? readFileSync(page, 'utf8') : '';
    })
    .toContain(text);

test('a server publishes what is pushed to it, or what it pulls, with an installation in which nobody writes', async () => {
  const server = mkdtempSync(join(parent, 'server-'));
  const [installation, repo, site, pulled] = ['installation', 'recaps.git', 'site', 'pulled'].map((name) =>
    join(server, name),
  );
  if (!installation || !repo || !site || !pulled) throw new Error('A path is missing.');
  install(installation);
  const env = { CACHE_DIR: join(server, 'cache') };
  await bash(server, `git init --quiet --bare --template= --initial-branch=main ${repo}`);
  const installed = await bash(installation, `npx recapsule server install --repo ${repo} --site ${site}`, env);
  expect(installed.code, installed.stderr).toBe(0);
  await shell(`git push --quiet ${repo} main`);
  await shows(site, 'The hundredth visitor is here');
  const from = `--from ${origin.folder} --repo ${join(server, 'mirror.git')} --site ${pulled}`;
  const { code, stderr } = await bash(installation, `npx recapsule server pull ${from}`, env);
  expect(code, stderr).toBe(0);
  await shows(pulled, 'The hundredth visitor is here');
  expect(readdirSync(installation)).toEqual(['node_modules']);
  // The process that stands by ends with the folder of its site.
  rmSync(site, { recursive: true, force: true });
});
