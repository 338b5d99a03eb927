import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { filesOf } from '../testing/built-site.ts';
import { aRepository, commitWith, type Repository, runIn } from '../testing/repository.ts';
import { samplesFolder } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/temporary-content.ts';
import { gitlab, type Step, workflows } from './testing/recipes.ts';

const parent = temporaryFolder();
let origin: Repository;
let clone: string;

/** A clean clone of the project as it stands, committed or not. Tests run the steps of the recipes in it, in order. */
beforeAll(async () => {
  origin = await aRepository(parent);
  const listed = await runIn(root, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  for (const path of listed.stdout.split('\0').filter((one) => one !== '' && existsSync(join(root, one)))) {
    mkdirSync(dirname(join(origin.folder, path)), { recursive: true });
    cpSync(join(root, path), join(origin.folder, path));
  }
  // The archive in it is that of the tests, whatever archive the project has.
  rmSync(join(origin.folder, 'content'), { recursive: true, force: true });
  cpSync(samplesFolder, join(origin.folder, 'content'), { recursive: true });
  await origin.git('add', '--all');
  await origin.git(...commitWith([]));
  clone = join(parent, 'clone');
  await origin.git('clone', '--quiet', '--template=', origin.folder, clone);
});

// The Node and npm of the machine, as a runner has them: not those of the project in which the tests run.
const PATH = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((one) => !one.includes('node_modules'))
  .join(delimiter);

const shell = async (command: string, env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const settings = { PATH, CI: 'true', npm_config_prefer_offline: 'true', ...env };
  const { code, stdout, stderr } = await runIn(clone, 'bash', ['-e', '-c', command], settings);
  expect(code, `${command}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
};

const address = 'https://octocat.github.io/recaps';

/** Runs the commands of some steps in order; what actions do is left out. Gives what each printed. */
const runSteps = async (steps: readonly Step[] = []): Promise<string[]> => {
  const printed: string[] = [];
  for (const { run, env = {} } of steps) {
    if (run === undefined) continue;
    if (run === 'npm ci') {
      // Tests reach no registry: what it would install is taken from here.
      await shell(`cp -al '${root}node_modules' node_modules 2>/dev/null || cp -a '${root}node_modules' node_modules`);
      printed.push('');
      continue;
    }
    const set = Object.entries(env).map(([name, value]) => {
      expect(value).toBe(`\${{ steps.pages.outputs.base_url }}`);
      return [name, address];
    });
    printed.push(await shell(run, Object.fromEntries(set)));
  }
  return printed;
};

test('the steps for GitHub check and build a clean clone', async () => {
  const { check, build } = workflows.github.jobs;
  const [, checked] = await runSteps(check?.steps);
  expect(checked).toMatch(/no errors and no warnings/);
  const printed = await runSteps(build?.steps);
  expect(printed.at(-1)).toContain('No limit is near: GitHub Pages.');
  expect(readFileSync(join(clone, 'dist/index.html'), 'utf8')).toContain(`href="${address}/"`);
  for (const kept of ['templates', 'bodies', 'search', 'cards', 'pictures'])
    expect(existsSync(join(clone, '.cache', kept)), kept).toBe(true);
  expect((await runIn(clone, 'git', ['status', '--porcelain'])).stdout).toBe('');
});

test('the steps for Forgejo put the build, and nothing else, into the branch "pages", without history', async () => {
  // What "npm ci" installs is there already, from the steps for GitHub.
  const steps = workflows.forgejo.jobs['publish']?.steps.filter(({ run }) => run !== 'npm ci');
  await runSteps(steps);
  const published = async () =>
    (await origin.git('ls-tree', '-r', '-z', '--name-only', 'pages')).split('\0').slice(0, -1);
  expect((await published()).sort()).toEqual([...filesOf(join(clone, 'dist')).keys()]);
  rmSync(join(clone, 'dist/apollo-11'), { recursive: true });
  await runSteps(steps?.slice(-1));
  expect((await published()).sort()).toEqual([...filesOf(join(clone, 'dist')).keys()]);
  expect(await origin.git('rev-list', '--count', 'pages')).toBe('1\n');
  expect((await runIn(clone, 'git', ['status', '--porcelain'])).stdout).toBe('');
});

test('the steps for GitLab build the folder that is published', async () => {
  rmSync(join(clone, 'dist'), { recursive: true });
  const env = { SITE_URL: 'https://press.gitlab.io/recaps' };
  const printed: string[] = [];
  for (const command of gitlab.pages.script.slice(1)) printed.push(await shell(command, env));
  expect(gitlab.pages.script[0]).toBe('npm ci');
  expect(printed.at(-1)).toContain('No limit is near: GitLab Pages on GitLab.com.');
  const page = join(clone, gitlab.pages.pages?.publish ?? '', 'index.html');
  expect(readFileSync(page, 'utf8')).toContain('href="https://press.gitlab.io/recaps/"');
});
