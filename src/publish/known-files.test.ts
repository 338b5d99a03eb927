import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { readKnown } from './known-files.ts';

test('a file is read again only where it is another', () => {
  const file = join(temporaryFolder(), 'manifest.json');
  const read = vi.fn(() => ({}));
  readKnown(file, read);
  writeFileSync(file, 'one');
  const one = readKnown(file, read);
  expect(readKnown(file, read)).toBe(one);
  expect(read).toHaveBeenCalledTimes(2);
  writeFileSync(`${file}.new`, 'two');
  renameSync(`${file}.new`, file);
  expect(readKnown(file, read)).not.toBe(one);
  rmSync(file);
  readKnown(file, read);
  expect(read).toHaveBeenCalledTimes(4);
});

test('what was needed last is kept where there is no room for all', () => {
  const folder = temporaryFolder();
  const read = vi.fn((file: string) => file);
  const files = ['a', 'b', 'c'].map((name) => join(folder, name));
  for (const file of files) {
    writeFileSync(file, '');
    // A file with a hole takes no room on the disk.
    truncateSync(file, 30_000_000);
    readKnown(file, read);
  }
  for (const file of files.slice(1)) readKnown(file, read);
  expect(read).toHaveBeenCalledTimes(3);
  readKnown(files[0] ?? '', read);
  expect(read).toHaveBeenCalledTimes(4);
});
