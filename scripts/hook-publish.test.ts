import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openFairRepository } from './testing/fair-repository.ts';
import { patience } from './testing/patience.ts';
import { commitWith, recapsuleIn, runIn } from './testing/repository.ts';
import { entryFile, writeFiles } from './testing/temporary-content.ts';

const fair = openFairRepository();
const { parent, commitOf } = fair;
const at = '2020-03-02T10:00';
const hookFile = (): string => join(fair.repository.folder, '.git/hooks/pre-commit');

describe('the hook that publishes commits', () => {
  test('lets readers see each one a moment later, without holding up the commit', async () => {
    const site = join(fair.repository.folder, '..', 'published here');
    const args = ['hook', 'install', '--publish', '--site', site];
    expect(await recapsuleIn(fair.repository.folder, args)).toEqual({
      code: 0,
      stdout: ['pre-commit', 'pre-merge-commit', 'post-commit', 'post-merge', 'post-rewrite']
        .map((name) => `.git/hooks/${name}\n`)
        .join(''),
      stderr: '',
    });
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toEqual({ code: 0, stdout: '', stderr: '' });
    const log = await vi.waitUntil(() => readFile(join(site, 'state/log'), 'utf8').catch(() => ''), {
      timeout: patience,
    });
    await vi.waitUntil(() => existsSync(join(site, 'current/fair/a/index.html')), { timeout: patience });
    expect(log).not.toContain('rror');
    expect((await fair.repository.git('status', '--porcelain')).trim()).toBe('');
  });

  test('lets nobody see what another branch has, until it is merged', async () => {
    const site = join(mkdtempSync(join(parent, 'branches-')), 'site');
    const sees = (path: string): boolean => existsSync(join(site, 'current', path));
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toMatchObject({ code: 0 });
    await recapsuleIn(fair.repository.folder, ['hook', 'install', '--publish', '--site', site]);
    const branch = (await fair.repository.git('symbolic-ref', '--short', 'HEAD')).trim();
    await fair.repository.git('checkout', '--quiet', '-b', 'idea');
    expect(await commitOf({ 'content/fair/b.md': entryFile('B', at) })).toMatchObject({ code: 0 });
    await fair.repository.git('checkout', '--quiet', branch);
    expect(await commitOf({ 'content/fair/c.md': entryFile('C', at) })).toMatchObject({ code: 0 });
    await vi.waitUntil(() => sees('fair/c/index.html'), { timeout: patience });
    expect(sees('fair/b/index.html')).toBe(false);
    await fair.repository.git('checkout', '--quiet', '-b', 'more');
    expect(await commitOf({ 'content/fair/d.md': entryFile('D', at) })).toMatchObject({ code: 0 });
    await fair.repository.git('checkout', '--quiet', branch);
    await fair.repository.git('merge', '--quiet', '--ff-only', 'more');
    await vi.waitUntil(() => sees('fair/d/index.html'), { timeout: patience });
    // The branch that readers see may be checked out in another work tree: then it is published from there.
    await fair.repository.git('checkout', '--quiet', 'more');
    const tree = join(mkdtempSync(join(parent, 'other-')), 'tree');
    await fair.repository.git('worktree', 'add', '--quiet', tree, branch);
    await rename(join(fair.repository.folder, 'content'), join(fair.repository.folder, 'elsewhere'));
    await writeFiles(tree, { 'content/fair/e.md': entryFile('E', at) });
    await runIn(tree, 'git', ['add', '--all']);
    expect(await runIn(tree, 'git', commitWith([]))).toMatchObject({ code: 0 });
    await vi.waitUntil(() => sees('fair/e/index.html'), { timeout: patience });
  });

  test('works in a linked work tree, for a commit of some files', async () => {
    expect(await commitOf({ 'content/fair/a.md': entryFile('A', at) })).toMatchObject({ code: 0 });
    const [tree, site] = ['tree', 'site'].map((name) => join(mkdtempSync(join(parent, 'linked-')), name));
    await fair.repository.git('worktree', 'add', '--quiet', tree ?? '', '-b', 'linked');
    const env = { CONTENT_DIR: join(tree ?? '', 'content') };
    const args = ['hook', 'install', '--publish', '--site', site ?? ''];
    expect(await recapsuleIn(join(tree ?? '', 'content/fair'), args, env)).toMatchObject({ code: 0 });
    await writeFiles(tree ?? '', { 'content/fair/a.md': entryFile('A', at, 'New.'), 'content/fair/b.md': 'broken' });
    const committed = await runIn(tree ?? '', 'git', commitWith(['content/fair/a.md']));
    expect(committed).toEqual({ code: 0, stdout: '', stderr: '' });
    const page = join(site ?? '', 'current/fair/a/index.html');
    // Readers see the page before the log is written.
    const log = join(site ?? '', 'state/log');
    await vi.waitUntil(() => existsSync(log) && readFileSync(log, 'utf8').includes('Live after'), {
      timeout: patience,
    });
    expect(await readFile(page, 'utf8')).toContain('New.');
  });

  test('is not put in place where somebody else has one, nor is the other one then', async () => {
    await fair.repository.write({ '.git/hooks/post-commit': '#!/bin/sh\n' });
    const { code, stderr } = await recapsuleIn(fair.repository.folder, ['hook', 'install', '--publish', '--site', 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is a post-commit hook already, and it is left alone');
    expect(existsSync(hookFile())).toBe(false);
  });
});
