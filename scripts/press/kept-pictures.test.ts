import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { planPicture } from '../../src/images/plan.ts';
import { root } from '../settings.ts';
import { temporaryFolder } from '../testing/temporary-content.ts';
import { keptPictures } from './kept-pictures.ts';

const picture = readFileSync(join(root, 'content/11-11-2019/four-towers.png'));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

const work = async (version: string) => {
  const { measure, encode } = keptPictures(version);
  const measured = await measure(picture);
  return { measured, encoded: Buffer.from(await encode(picture, planPicture('gala/a.png', measured))) };
};

test('what was made of a picture is made once, and again where the file that has it is damaged', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('CACHE_DIR', folder);
  const first = await work('one');
  const files = filesIn(folder);
  expect(files).toHaveLength(2);
  expect(await work('one')).toEqual(first);
  for (const damage of [
    (bytes: Buffer) => bytes.subarray(0, -1),
    () => Buffer.alloc(0),
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 50), Buffer.from('?'), bytes.subarray(51)]),
  ]) {
    for (const file of files) writeFileSync(file, damage(readFileSync(file)));
    expect(await work('one')).toEqual(first);
  }
  expect(filesIn(folder)).toEqual(files);
});

test('what another version has made is not used', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('CACHE_DIR', folder);
  await work('one');
  await work('two');
  expect(filesIn(folder)).toHaveLength(4);
});
