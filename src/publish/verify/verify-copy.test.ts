import { hash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { printSums } from '../../core/sums.ts';
import { UsageError } from '../../core/usage-error.ts';
import { openCopy } from './open-copy.ts';
import { verifyCopy } from './verify-copy.ts';

const folder = temporaryFolder();
const files = {
  'index.html': '<a href="/gala/#first">Gala</a> <a href="https://else.test/">Elsewhere</a>',
  'gala/index.html': '<article id="first">First</article><img src="media/stage.png">',
  'gala/media/stage.png': 'pixels',
  'gala/rss.xml': '<rss/>',
};
const sumsOf = (all: Readonly<Record<string, string>>): string =>
  printSums(Object.entries(all).map(([path, text]) => [path, hash('sha512', text, 'hex')]));

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await writeFiles(folder, { ...files, SHA512SUMS: sumsOf(files), 'build-info.json': '{}' });
});

const verify = async (place = folder) => verifyCopy(await openCopy(place));

test('a whole copy has no faults', async () => {
  expect(await verify()).toEqual({ files: 4, faults: [], notes: [] });
});

test('what is missing, changed or extra is named', async () => {
  rmSync(join(folder, 'gala/rss.xml'));
  writeFileSync(join(folder, 'gala/media/stage.png'), 'Pixels');
  writeFileSync(join(folder, 'more.txt'), '');
  expect((await verify()).faults).toEqual([
    'gala/media/stage.png: changed',
    'gala/rss.xml: missing',
    'more.txt: extra',
  ]);
});

test('links that lead nowhere are named, also where all sums fit', async () => {
  const dead = { ...files, 'index.html': '<a href="/lost/">Lost</a> <a href="/gala/#second">Second</a>' };
  await writeFiles(folder, { ...dead, SHA512SUMS: sumsOf(dead) });
  expect((await verify()).faults).toEqual([
    'index.html: the link /lost/ leads nowhere',
    'index.html: the link /gala/#second leads to a place that is not there',
  ]);
});

test('every change of one byte is found, in files and in the sums', async () => {
  const paths = [...Object.keys(files), 'SHA512SUMS'];
  for (let change = 0; change < 20; change++) {
    const path = join(folder, paths[change % paths.length] ?? '');
    const before = readFileSync(path);
    const after = Buffer.from(before);
    const at = (change * 7919) % after.length;
    after[at] = (after[at] ?? 0) ^ (1 << (change % 8));
    writeFileSync(path, after);
    expect((await verify()).faults, `${path}, byte ${at}`).not.toEqual([]);
    writeFileSync(path, before);
  }
  expect((await verify()).faults).toEqual([]);
});

test('a copy without sums is a fault, and nothing at all is wrong use', async () => {
  rmSync(join(folder, 'SHA512SUMS'));
  expect((await verify()).faults).toEqual(['SHA512SUMS: missing: nothing says what else there should be']);
  const nothing = join(folder, 'nothing');
  await expect(verify(nothing)).rejects.toThrow(
    new UsageError(`There is nothing at "${nothing}": name a folder, a zip file, or an address with https://.`),
  );
});

test('the tag files and the payload of a bag are compared', async () => {
  rmSync(folder, { recursive: true });
  const payload = { 'data/a.txt': 'a' };
  const manifest = sumsOf(payload);
  const tags = { 'bagit.txt': 'BagIt-Version: 1.0\n', 'manifest-sha512.txt': manifest };
  await writeFiles(folder, { ...payload, ...tags, 'tagmanifest-sha512.txt': sumsOf(tags) });
  expect(await verify()).toEqual({ files: 3, faults: [], notes: [] });
  writeFileSync(join(folder, 'data/a.txt'), 'b');
  writeFileSync(join(folder, 'bagit.txt'), 'BagIt-Version: 0.9\n');
  expect((await verify()).faults).toEqual(['data/a.txt: changed', 'bagit.txt: changed']);
});
