import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../../testing/temporary-content.ts';
import { judgeFiles } from './judge-files.ts';
import { snapshotOf } from './snapshot.ts';

const parent = temporaryFolder();
let count = 0;

/** What is wrong with what was done to a folder in which `content/storm` may grow. */
const judge = async (work: (folder: string) => Promise<unknown>): Promise<string[]> => {
  count += 1;
  const folder = await writeFiles(join(parent, String(count)), {
    'content/site.yml': 'title: x',
    'content/storm/event.md': 'x',
    'content/calm/event.md': 'x',
    'newsroom/source.xml': '<rss/>',
  });
  const before = await snapshotOf(folder);
  await work(folder);
  return judgeFiles(before, await snapshotOf(folder), 'content/storm');
};

describe('a program is good', () => {
  it('that does nothing', async () => {
    expect(await judge(async () => {})).toEqual([]);
  });

  it('that adds files and folders to the event', async () => {
    const files = { 'content/storm/2019-11-11/1018-a-record-突破.md': 'x', 'content/storm/1018-a-record-1.png': 'x' };
    expect(await judge((folder) => writeFiles(folder, files))).toEqual([]);
  });
});

describe('a program has a fault', () => {
  it.each([
    ['beside the event', 'content/x.md'],
    ['into another event', 'content/calm/x.md'],
    ['into an event whose name only begins alike', 'content/storm-2/x.md'],
    ['beside the content', 'x.md'],
    ['aside, and leaves it there', 'content/.import-a1b2c3/storm/x.md'],
  ])('that writes %s', async (_, path) => {
    const [fault, ...more] = await judge((folder) => writeFiles(folder, { [path]: 'x' }));
    expect(fault).toContain('It writes outside of its folder: ');
    expect(fault).toContain(`"${path}"`);
    expect(more).toEqual([]);
  });

  it('that makes a folder or a link elsewhere', async () => {
    expect(await judge((folder) => mkdir(join(folder, 'newsroom/x')))).toEqual([
      'It writes outside of its folder: "newsroom/x".',
    ]);
    expect(await judge((folder) => symlink('x', join(folder, 'y')))).toEqual(['It writes outside of its folder: "y".']);
  });

  it.each(['newsroom/source.xml', 'content/storm/event.md', 'content/site.yml'])('that changes %s', async (path) => {
    const expected = [`It changes what was there: "${path}".`];
    expect(await judge((folder) => writeFile(join(folder, path), 'y'))).toEqual(expected);
    const replace = async (folder: string): Promise<void> => {
      await writeFile(join(folder, 'new'), 'x');
      await rename(join(folder, 'new'), join(folder, path));
    };
    expect(await judge(replace)).toEqual(expected);
  });

  it('that takes something away', async () => {
    expect(await judge((folder) => rm(join(folder, 'content/calm'), { recursive: true }))).toEqual([
      'It takes away what was there: "content/calm", "content/calm/event.md".',
    ]);
  });

  it.each([
    'con.md',
    'NUL',
    'a b.md',
    'a:b.md',
    '.hidden',
    'a\u202eb.md',
    'cafe\u0301.md',
    '-rf.md',
    'a.',
    'A.md',
    'a\\b.md',
  ])('that writes the name %j', async (name) => {
    const [fault, ...more] = await judge((folder) => writeFiles(folder, { [`content/storm/${name}`]: 'x' }));
    expect(fault).toBe(`It writes names that not every system can keep: ${JSON.stringify(name)}.`);
    expect(more).toEqual([]);
  });
});
