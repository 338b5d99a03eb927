import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFairRepository } from './testing/fair-repository.ts';
import { commitWith, recapsuleIn, runIn } from './testing/repository.ts';
import { entryFile, settings, writeFiles } from './testing/temporary-content.ts';

const fair = openFairRepository();
const { parent, commitOf } = fair;
const at = '2020-03-02T10:00';
const install = (from = '.', env: Readonly<Record<string, string>> = {}) =>
  recapsuleIn(join(fair.repository.folder, from), ['hook', 'install'], env);
const hookFile = (): string => join(fair.repository.folder, '.git/hooks/pre-commit');

describe('the hook that checks commits', () => {
  test('is put where git looks for it, and its file is named', async () => {
    expect(await install()).toEqual({
      code: 0,
      stdout: '.git/hooks/pre-commit\n.git/hooks/pre-merge-commit\n',
      stderr: '',
    });
    expect((await stat(hookFile())).mode & 0o777).toBe(0o755);
  });

  test('lets sound content pass without a word', async () => {
    await install();
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('stops a commit with an error, and says place, fault and fix', async () => {
    await install();
    const { code, stdout, stderr } = await commitOf({ 'content/fair/a.md': entryFile('A', at, '', 'topcis: [a]\n') });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('content/fair/a.md:4:1 error unknown-key');
    expect(stderr).toContain('Did you mean "topics"?');
    await expect(fair.repository.git('rev-parse', '--verify', 'HEAD')).rejects.toThrow();
  });

  test('tells warnings, and lets them pass', async () => {
    await install();
    const { code, stderr } = await commitOf({ 'content/fair/a.md': entryFile('A', '2021-01-01T10:00') });
    expect(code).toBe(0);
    expect(stderr).toContain('warning outside-coverage');
  });

  test('can be passed by on purpose', async () => {
    await install();
    await fair.repository.write({ 'content/fair/a.md': 'broken' });
    await fair.repository.git('add', '--all');
    expect(await fair.repository.commit('--no-verify')).toMatchObject({ code: 0 });
  });

  test('checks a commit of some files as it will be, not what else is staged', async () => {
    await install();
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toMatchObject({ code: 0 });
    await fair.repository.write({ 'content/fair/a.md': entryFile('A again', at), 'content/fair/b.md': 'broken' });
    await fair.repository.git('add', '--all');
    expect(await fair.repository.commit('content/fair/a.md')).toMatchObject({ code: 0 });
    expect(await fair.repository.commit()).toMatchObject({ code: 1 });
  });

  test('works from every folder, for a content folder that is called otherwise', async () => {
    await fair.repository.git('mv', 'content', 'texts');
    const env = { CONTENT_DIR: join(fair.repository.folder, 'texts') };
    expect(await install('texts/fair', env)).toMatchObject({
      code: 0,
      stdout: '../../.git/hooks/pre-commit\n../../.git/hooks/pre-merge-commit\n',
    });
    expect(await commitOf({ 'texts/fair/a.md': 'broken' })).toMatchObject({ code: 1 });
  });

  test('goes where core.hooksPath says', async () => {
    await fair.repository.git('config', 'core.hooksPath', 'hooks');
    expect(await install()).toMatchObject({ code: 0, stdout: 'hooks/pre-commit\nhooks/pre-merge-commit\n' });
    expect(await commitOf({ 'content/fair/a.md': 'broken' })).toMatchObject({ code: 1 });
  });
});

describe('the hook that checks merges', () => {
  const merge = (...args: string[]) => {
    const [who, mail] = ['user.name=Editor', 'user.email=editor@example.com'];
    return runIn(fair.repository.folder, 'git', ['-c', who, '-c', mail, 'merge', '--quiet', '--no-edit', ...args]);
  };

  /** Two branches that are sound each, and wrong together: both have an entry with the address `first`. */
  const diverge = async () => {
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toMatchObject({ code: 0 });
    const branch = (await fair.repository.git('symbolic-ref', '--short', 'HEAD')).trim();
    await fair.repository.git('checkout', '--quiet', '-b', 'other');
    expect(await commitOf({ 'content/fair/b.md': entryFile('B', at, '', 'slug: first\n') })).toMatchObject({ code: 0 });
    await fair.repository.git('checkout', '--quiet', branch);
    expect(await commitOf({ 'content/fair/c.md': entryFile('C', at, '', 'slug: first\n') })).toMatchObject({ code: 0 });
  };

  test('stops one without conflicts whose sides are sound only each by itself', async () => {
    await install();
    await diverge();
    const before = await fair.repository.git('rev-parse', 'HEAD');
    const { code, stderr } = await merge('other');
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/content\/fair\/[bc]\.md:\d+:\d+ error duplicate-slug/);
    expect(await fair.repository.git('rev-parse', 'HEAD')).toBe(before);
    await fair.repository.git('merge', '--abort');
    expect(await merge('--no-verify', 'other')).toMatchObject({ code: 0 });
  });

  test('is not put in place where somebody else has one, nor is the other one then', async () => {
    await fair.repository.write({ '.git/hooks/pre-merge-commit': '#!/bin/sh\n' });
    const { code, stderr } = await install();
    expect(code).toBe(2);
    expect(stderr).toContain('There is a pre-merge-commit hook already, and it is left alone');
    expect(stderr).toContain("check --content 'content' --staged --quiet >&2 || exit 1");
    expect(existsSync(hookFile())).toBe(false);
  });
});

describe('the hook that checks commits is bound to no folder', () => {
  const wrong = entryFile('Wrong', at, '', 'topcis: [a]\n');
  const commitIn = (folder: string, ...args: string[]) => runIn(folder, 'git', commitWith(args));

  test('and checks a linked work tree: what is committed there, and no more', async () => {
    await install();
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toMatchObject({ code: 0 });
    const tree = join(mkdtempSync(join(parent, 'linked-')), 'tree');
    await fair.repository.git('worktree', 'add', '--quiet', tree, '-b', 'linked');
    await writeFiles(tree, { 'content/fair/a.md': entryFile('A', at, 'More.'), 'content/fair/b.md': wrong });
    await fair.repository.write({ 'content/fair/c.md': 'broken' });
    const below = join(tree, 'content/fair');
    expect(await commitIn(below, 'a.md')).toEqual({ code: 0, stdout: '', stderr: '' });
    await runIn(tree, 'git', ['add', '--all']);
    const { code, stderr } = await commitIn(tree, '-a');
    expect(code).toBe(1);
    expect(stderr).toContain('content/fair/b.md:4:1 error unknown-key');
  });

  test('and checks a work tree that has the content elsewhere, a copy, and a repository that was moved', async () => {
    await install();
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toMatchObject({ code: 0 });
    const tree = join(mkdtempSync(join(parent, 'moved-')), 'tree');
    await fair.repository.git('worktree', 'add', '--quiet', tree, '-b', 'moved');
    await mkdir(join(tree, 'site'));
    await runIn(tree, 'git', ['mv', 'content', 'site/texts']);
    expect(await commitIn(tree)).toEqual({ code: 0, stdout: '', stderr: '' });
    await writeFiles(tree, { 'site/texts/fair/a.md': wrong });
    expect((await commitIn(tree, '-a')).stderr).toContain('site/texts/fair/a.md:4:1 error unknown-key');
    const copy = join(mkdtempSync(join(parent, 'copy-')), 'copy');
    cpSync(fair.repository.folder, copy, { recursive: true });
    await rename(fair.repository.folder, `${fair.repository.folder}-moved`);
    for (const folder of [copy, `${fair.repository.folder}-moved`]) {
      await writeFiles(folder, { 'content/fair/a.md': wrong });
      expect((await commitIn(folder, '-a')).stderr).toContain('content/fair/a.md:4:1 error unknown-key');
      await writeFiles(folder, { 'content/fair/a.md': entryFile('A', at, 'New.') });
      expect(await commitIn(folder, '-a')).toEqual({ code: 0, stdout: '', stderr: '' });
    }
  });

  test('and checks every content folder that a commit changes, and no folder that only has a site.yml', async () => {
    await install();
    const second = { 'more/site.yml': settings.site, 'more/show/event.md': settings.event() };
    const others = { 'theme/site.yml': 'colour: red\n', 'docs/fair/event.md': 'No event.\n' };
    expect(await commitOf({ ...second, ...others })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await commitOf({ 'more/show/a.md': wrong })).stderr).toContain('more/show/a.md:4:1 error unknown-key');
    await fair.repository.git('commit', '--quiet', '--no-verify', '-mWrong');
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toMatchObject({ code: 0 });
    await fair.repository.git('rm', '-r', '--quiet', 'content');
    expect(await fair.repository.commit()).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('and misses a site.yml that is deleted while another folder has one', async () => {
    await install();
    const second = { 'more/site.yml': settings.site, 'more/show/event.md': settings.event() };
    expect(await commitOf(second)).toMatchObject({ code: 0 });
    await fair.repository.git('rm', '--quiet', 'content/site.yml');
    expect((await fair.repository.commit()).stderr).toContain('content/site.yml:1:1 error site-missing');
  });

  test('and checks content at the top of a repository', async () => {
    await fair.repository.git('mv', 'content/site.yml', 'content/fair', '.');
    await install('.', { CONTENT_DIR: fair.repository.folder });
    expect((await commitOf({ 'fair/a.md': wrong })).stderr).toContain('fair/a.md:4:1 error unknown-key');
  });
});

describe('an existing hook', () => {
  test('of our own is replaced', async () => {
    await install();
    const first = await readFile(hookFile(), 'utf8');
    expect(await install()).toMatchObject({ code: 0 });
    expect(await readFile(hookFile(), 'utf8')).toBe(first);
  });

  test('of somebody else is left alone, with the lines that would have to be added', async () => {
    await fair.repository.write({ '.git/hooks/pre-commit': '#!/bin/sh\nexit 0\n' });
    await chmod(hookFile(), 0o755);
    const { code, stdout, stderr } = await install();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`There is a pre-commit hook already, and it is left alone: ${hookFile()}`);
    expect(stderr).toContain("check --content 'content' --staged --quiet >&2 || exit 1");
    expect(await readFile(hookFile(), 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  });
});

describe('used wrongly', () => {
  test('another word than install is answered with the way to do it', async () => {
    expect(await recapsuleIn(fair.repository.folder, ['hook', 'remove'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Write "recapsule hook install".'),
    });
  });

  test('outside a repository there is nothing to put a hook into', async () => {
    const { code, stderr } = await recapsuleIn(parent, ['hook', 'install'], { CONTENT_DIR: parent });
    expect(code).toBe(2);
    expect(stderr).toContain('is in no git repository: run "git init" first.');
    expect(existsSync(hookFile())).toBe(false);
  });
});
