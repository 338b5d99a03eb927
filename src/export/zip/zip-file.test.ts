import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { openZip } from './zip-file.ts';

const folder = temporaryFolder();
const time = Date.UTC(2020, 2, 1, 23, 59, 58);

const written = async (name: string): Promise<{ readonly bytes: Buffer; readonly sums: readonly string[] }> => {
  const file = join(folder, 'a.jpg');
  writeFileSync(file, Buffer.alloc(3_000_000, 'abc'));
  const zip = openZip(join(folder, name), time);
  const added = [await zip.add('双十一/größe.html', Buffer.from('<p>'.repeat(1000))), await zip.add('a.jpg', file)];
  await zip.close();
  return { bytes: readFileSync(join(folder, name)), sums: added.map(({ sum }) => sum) };
};

test('a zip file has its files under their names, with the time of the commit, and the same bytes each time', async () => {
  const { bytes, sums } = await written('one.zip');
  expect((await written('two.zip')).bytes.equals(bytes)).toBe(true);
  const contents = [Buffer.from('<p>'.repeat(1000)), Buffer.alloc(3_000_000, 'abc')];
  expect(sums).toEqual(contents.map((content) => hash('sha512', content, 'hex')));
  expect(hash('sha256', bytes, 'hex')).toBe('72d293b93a762e46d1ad6c50a34d3a8e5cd2f848e75bb736c866780c6976a29b');
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const seen = await Promise.all(
    entries.map(async (entry) => {
      if (entry.directory) throw new Error(`${entry.filename} is a folder.`);
      const { filename, compressionMethod, rawLastModDate, filenameUTF8 } = entry;
      const { length } = await entry.getData(new Uint8ArrayWriter());
      return { filename, filenameUTF8, compressionMethod, length, time: Number(rawLastModDate).toString(16) };
    }),
  );
  expect(seen).toEqual([
    { filename: '双十一/größe.html', filenameUTF8: true, compressionMethod: 8, length: 3000, time: '5061bf7d' },
    { filename: 'a.jpg', filenameUTF8: true, compressionMethod: 0, length: 3_000_000, time: '5061bf7d' },
  ]);
});

test('a time before 1980, which no zip file can say, is the first that one can', async () => {
  const zip = openZip(join(folder, 'old.zip'), 0);
  await zip.add('a', Buffer.from('a'));
  await zip.close();
  const [entry] = await new ZipReader(new Uint8ArrayReader(readFileSync(join(folder, 'old.zip')))).getEntries();
  expect(entry?.rawLastModDate).toBe(0x00210000);
});
