import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aRepository, isolateGit, type Repository } from '../../scripts/testing/repository.ts';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { timeOfContent } from './content-time.ts';

const parent = temporaryFolder();
const ofCommit = Date.parse('2026-11-01T12:00:00Z');
let repository: Repository;

beforeAll(async () => {
  repository = await aRepository(parent);
  await repository.write({ '.gitignore': 'kept/\n.DS_Store\n', 'content/site.yml': 'title: One\n', 'other.txt': 'a' });
  await repository.git('add', '--all');
  await repository.commit();
});

const onDisk = (name = 'content'): Promise<number> =>
  timeOfContent({ kind: 'disk', folder: join(repository.folder, name) });

/** Whether a time is that of the clock, which goes on while a test runs. */
const isNow = (time: number): boolean => Math.abs(Date.now() - time) < 600_000;

test('content that is committed has the time of its commit, whatever is beside it, or what a Mac leaves in it', async () => {
  expect(await timeOfContent({ kind: 'git', folder: repository.folder, commit: 'HEAD', prefix: 'content/' })).toBe(
    ofCommit,
  );
  expect(await onDisk()).toBe(ofCommit);
  await repository.write({ 'other.txt': 'b', 'new.txt': 'c', 'content/.DS_Store': 'x' });
  utimesSync(join(repository.folder, 'content/site.yml'), 0, 0);
  expect(await onDisk()).toBe(ofCommit);
});

test('content that is being written has the time of the clock', async () => {
  await repository.write({ 'content/gala/event.md': 'x' });
  expect(isNow(await onDisk())).toBe(true);
  await repository.git('add', '--all');
  await repository.commit();
  expect(await onDisk()).toBe(ofCommit);
  await repository.write({ 'content/gala/event.md': 'y' });
  expect(isNow(await onDisk())).toBe(true);
});

test('so has content that git ignores, and content in no repository', async () => {
  await repository.write({ 'kept/site.yml': 'title: Two\n' });
  expect(isNow(await onDisk('kept'))).toBe(true);
  isolateGit(parent);
  await writeFiles(join(parent, 'outside'), { 'site.yml': 'title: Three\n' });
  expect(isNow(await timeOfContent({ kind: 'disk', folder: join(parent, 'outside') }))).toBe(true);
});
