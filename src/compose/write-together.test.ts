import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { writeTogether } from './write-together.ts';

const parent = temporaryFolder();
const files = new Map([
  ['a.md', 'A\n'],
  ['deep/er/b.md', 'B\n'],
]);

test.each(['new/folder', 'there'])('files are written into a folder: %s', async (name) => {
  const folder = join(parent, name);
  await writeFiles(join(parent, 'there'), { 'other.md': 'Other\n' });
  await writeTogether(folder, files);
  for (const [path, text] of files) expect(await readFile(join(folder, path), 'utf8')).toBe(text);
  expect(readdirSync(parent).filter((one) => one.startsWith('.'))).toEqual([]);
});

test('where the place of one is taken, none is written, and what was there stays', async () => {
  const folder = await writeFiles(join(parent, 'taken'), { deep: 'A file\n' });
  await expect(writeTogether(folder, files)).rejects.toThrow(
    /taken cannot be written: .*\. Nothing has been written\.$/,
  );
  expect(readdirSync(folder)).toEqual(['deep']);
  const last = new Map([...files, ['deep', 'Mine\n']].reverse() as [string, string][]);
  await expect(writeTogether(folder, last)).rejects.toThrow('Nothing has been written.');
  expect(await readFile(join(folder, 'deep'), 'utf8')).toBe('A file\n');
  expect(existsSync(join(folder, 'a.md'))).toBe(false);
});
