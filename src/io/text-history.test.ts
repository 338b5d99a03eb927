import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aRepository, commitWith, runIn } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import type { Cache } from '../core/cache.ts';
import { anEntry } from '../core/testing.ts';
import { UsageError } from '../core/usage-error.ts';
import type { ContentPlace } from './content-source.ts';
import { openHistories, refuseShallow } from './text-history.ts';

const root = temporaryFolder();

const aCache = (): Cache => {
  const kept = new Map<string, Uint8Array>();
  return { get: async (key) => kept.get(key), set: async (key, bytes) => void kept.set(key, bytes) };
};

/** A repository with a content folder, and the way to commit on a day of May 2024, in UTC. */
const aHistory = async () => {
  const { folder, write: writeAt, git } = await aRepository(root);
  const content = join(folder, 'content');
  const write = (files: Readonly<Record<string, string>>) =>
    writeAt(Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])));
  const commit = async (day: number) => {
    await git('add', '--all');
    const time = new Date(on(day)).toISOString();
    await runIn(folder, 'git', commitWith(['--allow-empty']), { GIT_COMMITTER_DATE: time });
  };
  const read = (histories = openHistories(aCache())) => histories({ kind: 'disk', folder: content });
  return { folder, content, write, git, commit, read };
};

const on = (day: number): number => Date.UTC(2024, 4, day, 10);

test('a text has changed in the last commit that gave it another title or body, whatever it is called', async () => {
  const { content, write, commit, read } = await aHistory();
  await write({ 'gala/a.md': anEntry(), 'gala/b.md': anEntry(), 'gala/c.md': anEntry(), 'gala/p.png': 'x' });
  await commit(1);
  await write({ 'gala/a.md': anEntry({}, '\nIt ends.\n'), 'gala/b.md': anEntry({ topics: '[songs]' }) });
  await commit(2);
  await rename(join(content, 'gala/a.md'), join(content, 'gala/ä "new".md'));
  await write({ 'gala/c.md': anEntry({ title: 'The curtain falls' }) });
  await commit(3);
  expect(await read()).toEqual({
    'gala/b.md': { first: on(1) },
    'gala/c.md': { first: on(1), changed: on(3) },
    'gala/ä "new".md': { first: on(1), changed: on(2) },
  });
});

test('what is known is gone on from, and comes out as from the beginning', async () => {
  const { git, content, write, commit, read } = await aHistory();
  const [cache, kept] = [aCache(), new Set<Uint8Array>()];
  const keeping: Cache = { ...cache, set: (key, bytes) => cache.set(key, bytes).then(() => void kept.add(bytes)) };
  const remembering = openHistories(keeping);
  const readAll = () => Promise.all([remembering, openHistories(cache)].map(read));
  await write({ 'gala/a.md': anEntry(), 'gala/b.md': anEntry() });
  await commit(1);
  await read(remembering);
  await write({ 'gala/a.md': anEntry({}, '\nTwo.\n') });
  await rm(join(content, 'gala/b.md'));
  await commit(2);
  const second = { 'gala/a.md': { first: on(1), changed: on(2) } };
  expect(await readAll()).toEqual([second, second]);
  expect(kept.size).toBe(1);
  await git('checkout', '-q', '-b', 'side', 'HEAD~1');
  await write({ 'gala/c.md': anEntry() });
  await commit(3);
  await git('checkout', '-q', 'main');
  await git('merge', '-q', '--no-edit', '--no-gpg-sign', 'side');
  const whole = await read();
  expect(await readAll()).toEqual([whole, whole]);
  expect(Object.keys(whole).sort()).toEqual(['gala/a.md', 'gala/c.md']);
  await git('reset', '-q', '--hard', 'HEAD~1');
  expect(await readAll()).toEqual([second, second]);
});

test('nothing is known without a repository, or without a commit, and a history that is cut short is refused', async () => {
  const { folder, git, content, write, commit, read } = await aHistory();
  await write({ 'gala/a.md': anEntry() });
  expect(await read()).toEqual({});
  await commit(1);
  await write({ 'gala/a.md': anEntry({}, '\nTwo.\n') });
  await commit(2);
  const clone = join(root, 'clone');
  await git('clone', '-q', '--depth', '1', `file://${folder}`, clone);
  const cut: ContentPlace = { kind: 'disk', folder: join(clone, 'content') };
  for (const refused of [openHistories(aCache()), refuseShallow])
    await expect(refused(cut)).rejects.toThrow(/^The git history of .*clone.content is cut short.*fetch-depth: 0/);
  const bare: ContentPlace = { kind: 'git', folder: clone, commit: 'HEAD', prefix: 'content/' };
  await expect(openHistories(aCache())(bare)).rejects.toThrow(UsageError);
  expect(await openHistories(aCache())({ kind: 'disk', folder: root })).toEqual({});
  await mkdir(join(clone, 'drafts'));
  expect(await openHistories(aCache())({ kind: 'disk', folder: join(clone, 'drafts') })).toEqual({});
  await runIn(clone, 'git', ['fetch', '-q', '--unshallow']);
  expect(await openHistories(aCache())(cut)).toEqual(await read());
  expect(
    await openHistories(aCache())({ kind: 'git', folder: content, commit: 'HEAD', prefix: 'content/' }),
  ).not.toEqual({});
});
