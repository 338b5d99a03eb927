import { beforeAll, expect, test } from 'vitest';
import { aRepository, type Repository } from '../../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { outcomesOf } from './outcome.ts';

const parent = temporaryFolder();
let repository: Repository;
const [ids, gone] = [[] as string[], 'f'.repeat(40)];

beforeAll(async () => {
  repository = await aRepository(parent);
  for (const name of ['one', 'two', 'three']) {
    await repository.write({ [name]: name });
    await repository.git('add', '--all');
    await repository.commit();
    ids.push((await repository.git('rev-parse', 'HEAD')).trim());
  }
});

const aPush = (from: string | undefined, to: string | undefined) => ({
  record: 'record',
  time: '2026-01-31T12:00:00Z',
  old: from ?? '',
  new: to ?? '',
  who: 'Ada',
});

/** What is said of pushes of these commits where `built` is published, with their places in the history for their ids. */
const said = async (pushed: readonly (string | undefined)[], built?: string): Promise<readonly string[]> => {
  const pushes = pushed.map((id) => aPush(ids[0], id));
  const outcome = built === undefined ? undefined : { release: 'the release', built };
  return (await outcomesOf(repository.folder, pushes, outcome)).map((text) =>
    ids.reduce((line, id, index) => line.replaceAll(id.slice(0, 8), `#${index}`), text),
  );
};

test('a push is live where it was built, or where what was built holds it', async () => {
  expect(await said([ids[1], ids[2]], ids[2])).toEqual([
    'push #0..#1 of 2026-01-31T12:00:00Z by Ada is live in the release, merged with #2',
    'push #0..#2 of 2026-01-31T12:00:00Z by Ada is live in the release',
  ]);
});

test('a push is replaced where what was built does not hold it, or where it deleted the branch', async () => {
  expect(await said([ids[2], '0'.repeat(40), gone], ids[1])).toEqual([
    'push #0..#2 of 2026-01-31T12:00:00Z by Ada is replaced by #1, which is live in the release',
    'push #0..00000000 of 2026-01-31T12:00:00Z by Ada is replaced by #1, which is live in the release',
    'push #0..ffffffff of 2026-01-31T12:00:00Z by Ada is replaced by #1, which is live in the release',
  ]);
});

test('a push is not published where nothing is', async () => {
  expect(await said([ids[2]])).toEqual([
    'push #0..#2 of 2026-01-31T12:00:00Z by Ada is not published; readers see the earlier release',
  ]);
});
