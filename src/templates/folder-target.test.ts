import { hash } from 'node:crypto';
import { linkSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { folderTarget } from './folder-target.ts';

const digestsOf = (text: string) => ({ sha256: hash('sha256', text, 'hex'), sha512: hash('sha512', text, 'hex') });

test('a file that the earlier site has is linked to, and everything else is written', async () => {
  const earlier = await writeFiles(join(temporaryFolder(), 'dist'), {
    'gala/media/a-1.avif': 'same',
    'gala/media/b-1.avif': 'damaged',
    'gala/index.html': 'page',
  });
  const folder = join(temporaryFolder(), 'new');
  const { write } = folderTarget({ folder, earlier });
  const files = {
    'gala/media/a-1.avif': 'same',
    'gala/media/b-1.avif': 'whole',
    'gala/media/c-1.avif': 'new',
    'gala/index.html': 'page',
  };
  for (const [path, text] of Object.entries(files))
    expect(await write(path, Buffer.from(text))).toEqual({
      sha256: hash('sha256', text, 'hex'),
      sha512: hash('sha512', text, 'hex'),
    });
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text);
  const linked = Object.keys(files).filter((path) => statSync(join(folder, path)).nlink > 1);
  expect(linked).toEqual(['gala/media/a-1.avif', 'gala/index.html']);
  expect(readFileSync(join(earlier, 'gala/media/b-1.avif'), 'utf8')).toBe('damaged');
});

test('a video comes chunk by chunk, and is linked to where the earlier site has it', async () => {
  const chunks = {
    [Symbol.asyncIterator]: async function* () {
      yield Buffer.from('fi');
      yield Buffer.from('lm');
    },
  };
  const earlier = await writeFiles(join(temporaryFolder(), 'dist'), {
    'gala/media/a-1.mp4': 'film',
    'gala/media/b-1.mp4': 'fil',
    'gala/media/c-1.mp4': 'films',
  });
  const folder = join(temporaryFolder(), 'new');
  const { write } = folderTarget({ folder, earlier });
  const linked: string[] = [];
  for (const name of ['a-1.mp4', 'b-1.mp4', 'c-1.mp4', 'd-1.mp4']) {
    expect(await write(`gala/media/${name}`, chunks)).toEqual(digestsOf('film'));
    expect(readFileSync(join(folder, 'gala/media', name), 'utf8'), name).toBe('film');
    if (statSync(join(folder, 'gala/media', name)).nlink > 1) linked.push(name);
  }
  expect(linked).toEqual(['a-1.mp4']);
});

test('where there is no earlier site, or a file is in the way, it is written', async () => {
  const folder = temporaryFolder();
  const { write } = folderTarget({ folder, earlier: join(folder, 'none') });
  await write('gala/media/a-1.avif', Buffer.from('new'));
  expect(readFileSync(join(folder, 'gala/media/a-1.avif'), 'utf8')).toBe('new');
  writeFileSync(join(folder, 'x'), '');
  linkSync(join(folder, 'x'), join(folder, 'gala/media/b-1.avif'));
  await write('gala/media/b-1.avif', Buffer.from('new'));
  expect(readFileSync(join(folder, 'gala/media/b-1.avif'), 'utf8')).toBe('new');
});

test('files are taken from the earlier site where it has all of them, byte by byte', async () => {
  const large = 'large '.repeat(100_000);
  const earlier = await writeFiles(join(temporaryFolder(), 'dist'), { 'gala/index.html': 'page', 'gala/large': large });
  const folder = join(temporaryFolder(), 'new');
  const { has, take, write } = folderTarget({ folder, earlier });
  const files = { 'gala/index.html': hash('sha256', 'page', 'hex'), 'gala/large': hash('sha256', large, 'hex') };
  expect(has(files)).toBe(true);
  expect(has({ ...files, 'gala/other.html': hash('sha256', 'page', 'hex') })).toBe(false);
  take(files);
  expect(readFileSync(join(folder, 'gala/large'), 'utf8')).toBe(large);
  expect(statSync(join(folder, 'gala/index.html')).nlink).toBe(2);
  // What replaces a file here must not change it there, whoever put it here.
  await write('gala/index.html', Buffer.from('page'));
  expect(statSync(join(folder, 'gala/index.html')).nlink).toBe(2);
  await folderTarget({ folder, earlier }).write('gala/index.html', Buffer.from('another page'));
  expect(readFileSync(join(folder, 'gala/index.html'), 'utf8')).toBe('another page');
  expect(readFileSync(join(earlier, 'gala/index.html'), 'utf8')).toBe('page');
  writeFileSync(join(earlier, 'gala/large'), `${large.slice(0, -1)}.`);
  expect(has(files)).toBe(false);
});
