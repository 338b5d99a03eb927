import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { patience } from '../../scripts/testing/patience.ts';
import { aRepository, type Repository } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { GitFault } from './git.ts';
import { objectsOf } from './git-objects.ts';

const parent = temporaryFolder();
let repository: Repository;

beforeEach(async () => {
  repository = await aRepository(parent);
});

const store = (bytes: Uint8Array): string =>
  execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: repository.folder, input: bytes }).toString().trim();

it('gives objects of any size in the order in which they were asked for, by many questions at once', async () => {
  const blobs = [0, 1, 70_000, 3, 1_500_000, 0, 12].map((size, index) => Buffer.alloc(size, `${index}\n`));
  const ids = blobs.map(store);
  const { read } = objectsOf(repository.folder);
  const answers = await Promise.all([read(ids), read([]), ...ids.toReversed().map((id) => read([id]))]);
  expect(answers[0]?.map((object) => object?.bytes)).toEqual(blobs);
  expect(answers[1]).toEqual([]);
  expect(answers.slice(2).map(([object]) => object?.id)).toEqual(ids.toReversed());
});

it('tells of one that is not there, and sees one that has come since', async () => {
  const { read } = objectsOf(repository.folder);
  const later = Buffer.from('later');
  const id = execFileSync('git', ['hash-object', '--stdin'], { cwd: repository.folder, input: later })
    .toString()
    .trim();
  expect(await read(['HEAD', id, 'no such name'])).toEqual([undefined, undefined, undefined]);
  store(later);
  expect(await read([id])).toEqual([{ id, type: 'blob', bytes: later }]);
});

it('fails where git does, and for a name that would be two', async () => {
  const outside = objectsOf(temporaryFolder());
  await expect(outside.read(['HEAD'])).rejects.toBeInstanceOf(GitFault);
  await expect(outside.read(['HEAD'])).rejects.toThrow('not a git repository');
  await expect(objectsOf(repository.folder).read(['HEAD\nHEAD'])).rejects.toThrow('Unexpected line break');
});

it('keeps no process alive that has nothing more to do', () => {
  const module = fileURLToPath(new URL('./git-objects.ts', import.meta.url));
  const program = `
    import { objectsOf } from ${JSON.stringify(module)};
    const { read } = objectsOf(${JSON.stringify(repository.folder)});
    await read(['HEAD']);
    await read(['HEAD']);
    console.log('done');`;
  const args = ['--input-type=module', '-e', program];
  expect(execFileSync(process.execPath, args, { timeout: patience, encoding: 'utf8' })).toBe('done\n');
});
