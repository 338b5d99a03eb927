import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { program } from '../verbs.ts';
import { gitlab, type RecipeStep, recipeText, shardedGitlab, shardedWorkflows, workflows } from './testing/recipes.ts';

const stepsOf = (name: keyof typeof workflows): RecipeStep[] =>
  Object.values(workflows[name].jobs).flatMap((job) => job.steps);

/** The npm scripts in some commands, which an archive need not have, and the verbs that do not exist. */
const unknownCommands = (commands: readonly string[]): string[] =>
  commands.flatMap((text) => [
    ...(text.match(/npm run \S+/g) ?? []),
    ...[...text.matchAll(/npx recapsule (\S+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !(name in program.verbs)),
  ]);

describe.each(['github', 'forgejo'] as const)('the workflow for %s', (name) => {
  const { permissions, concurrency, jobs } = workflows[name];
  const steps = stepsOf(name);

  test('has steps that use an action or run a command that exists, and jobs that end', () => {
    expect(steps.filter(({ uses, run }) => (uses === undefined) === (run === undefined))).toEqual([]);
    expect(unknownCommands(steps.flatMap(({ run = '' }) => run))).toEqual([]);
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(20);
  });

  test('refers to jobs and steps that are there', () => {
    for (const { needs, steps: own } of Object.values(jobs)) {
      if (needs !== undefined) expect(Object.keys(jobs)).toContain(needs);
      const ids = own.flatMap(({ id = [] }) => id);
      const named = JSON.stringify(own).matchAll(/steps\.(\w+)\./g);
      expect([...named].map(([, id]) => id).filter((id) => id === undefined || !ids.includes(id))).toEqual([]);
    }
  });

  test('pins each action by its commit, and says which version that is', () => {
    const lines = recipeText(`${name}-pages.yml`).match(/uses: .*/g) ?? [];
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('may read the repository, and only the job that publishes may write', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'));
    expect(writing).toEqual([
      name === 'github'
        ? ['deploy', expect.objectContaining({ permissions: { pages: 'write', 'id-token': 'write' } })]
        : ['publish', expect.objectContaining({ permissions: { contents: 'write' } })],
    ]);
  });

  test('publishes the default branch alone, one run after the other, and never a pull request', () => {
    expect(concurrency).toEqual({
      group: `pages-\${{ github.ref }}`,
      'cancel-in-progress': `\${{ github.event_name == 'pull_request' }}`,
    });
    const [check, building] = Object.values(jobs);
    expect(check?.if).toBe(
      "github.event_name == 'pull_request' || github.ref_name != github.event.repository.default_branch",
    );
    expect(building?.if).toBe(
      "github.event_name != 'pull_request' && github.ref_name == github.event.repository.default_branch",
    );
    expect(Object.values(jobs).filter((job) => job.if === undefined && job.needs === undefined)).toEqual([]);
  });

  test('names the line of a mistake at every push, before anything is built', () => {
    for (const job of Object.values(jobs).filter(({ steps: own }) => own.some(({ run }) => run === 'npm ci'))) {
      const commands = job.steps.flatMap(({ run = [] }) => run);
      expect(commands[commands.indexOf('npm ci') + 1]).toBe('npx recapsule check --format github');
    }
  });

  test('keeps packages, rendered Markdown, pages, search indexes, cards and pictures', () => {
    const kept = steps.filter(({ uses }) => uses?.startsWith('actions/cache@'));
    expect(kept.map((step) => step.with?.['path'])).toEqual([
      '.cache/bodies\n.cache/search\n.cache/prints\n.cache/cards\n',
      '.cache/pictures',
    ]);
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@')))
      expect(step.with).toMatchObject({ cache: 'npm' });
  });
});

test('both workflows use the same commit of an action', () => {
  const used = [...stepsOf('github'), ...stepsOf('forgejo')].flatMap(({ uses = [] }) => uses);
  const names = new Set(used.map((action) => action.split('@', 1)[0]));
  expect(new Set(used).size).toBe(names.size);
});

test('the pipeline for GitLab checks every push, and publishes the default branch, one run after the other', () => {
  const { workflow, check, pages } = gitlab;
  expect(workflow.auto_cancel).toEqual({ on_new_commit: 'conservative' });
  expect([check.rules, pages.rules]).toEqual([
    [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }, { if: '$CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH' }],
    [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }],
  ]);
  expect(pages.script.slice(0, 3)).toEqual(['npm ci', 'npx recapsule check', 'npx recapsule build']);
  expect([pages.resource_group, pages.interruptible]).toEqual(['pages', undefined]);
  expect([pages.pages, pages.artifacts?.paths]).toEqual([{ publish: 'dist' }, ['dist']]);
  expect(pages.cache.flatMap(({ paths }) => paths)).toEqual([
    '.npm/',
    '.cache/bodies/',
    '.cache/search/',
    '.cache/prints/',
    '.cache/cards/',
    '.cache/pictures/',
  ]);
  expect(unknownCommands([...check.script, ...pages.script])).toEqual([]);
});

describe.each(['github', 'forgejo'] as const)('the workflow of several machines for %s', (name) => {
  const [one, { jobs, ...several }] = [workflows[name], shardedWorkflows[name]];
  const text = recipeText(`${name}-shards.yml`);

  test('differs from that of one machine in how it builds alone', () => {
    expect({ ...several, jobs: one.jobs }).toEqual(one);
    const { shard, check, ...others } = jobs;
    const { check: { if: _, ...checking } = {}, ...rest } = one.jobs;
    expect(check).toEqual(checking);
    expect(Object.keys(others)).toEqual(Object.keys(rest));
    const [building, last] = Object.values(others);
    expect(building).toMatchObject({ needs: ['check', 'shard'], permissions: Object.values(rest)[0]?.permissions });
    if (last) expect(last).toEqual(one.jobs['deploy']);
    expect(shard?.if).toBe(Object.values(rest)[0]?.if);
    expect(Object.values(shard?.permissions ?? {})).not.toContain('write');
  });

  test('makes each shard once, and assembles all', () => {
    const numbers = jobs['shard']?.strategy?.matrix['shard'] ?? [];
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const count = name === 'github' ? `\${{ strategy.job-total }}` : String(numbers.length);
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run));
    const number = `\${{ matrix.shard }}`;
    expect(commands).toContain(`npx recapsule build --shard ${number}/${count} --outDir part-${number}`);
    expect(commands.filter((command) => /recapsule assemble \S*part-\*$/.test(command))).toHaveLength(1);
    expect(unknownCommands(commands)).toEqual([]);
  });

  test('pins each action by its commit, the same as that of one machine', () => {
    const used = text.match(/(?<=uses: ).*/g) ?? [];
    expect(used.filter((line) => !/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    const own = new Set(used.filter((line) => !/(?:up|down)load-artifact@/.test(line)));
    expect([...own].filter((line) => !recipeText(`${name}-pages.yml`).includes(line))).toEqual([]);
  });
});

test('the pipeline of several machines for GitLab differs from that of one in how it builds alone', () => {
  const { shard, check, pages, ...rest } = shardedGitlab;
  const { check: checkAlone, pages: pagesAlone, ...restAlone } = gitlab;
  expect(rest).toEqual(restAlone);
  expect({ ...check, rules: checkAlone.rules }).toEqual(checkAlone);
  expect({ ...pages, script: pagesAlone.script, cache: pagesAlone.cache }).toEqual(pagesAlone);
  expect([shard.rules, shard.variables, shard.parallel]).toEqual([pages.rules, { SITE_URL: '$CI_PAGES_URL' }, 4]);
  expect(shard.artifacts?.paths).toEqual(['part-*/']);
  expect(pages.script[1]).toBe('npx recapsule assemble part-*');
  expect(unknownCommands([...shard.script, ...pages.script])).toEqual([]);
});

test('a recipe takes effect only where somebody copies it: the project does not publish itself', () => {
  const own = readdirSync(join(root, '.github/workflows')).map((file) =>
    readFileSync(join(root, '.github/workflows', file), 'utf8'),
  );
  expect(own.filter((text) => /pages|contents: write|packages: write/.test(text))).toEqual([]);
  expect(existsSync(join(root, '.gitlab-ci.yml'))).toBe(false);
});
