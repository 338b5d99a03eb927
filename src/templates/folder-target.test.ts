import { linkSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { folderTarget } from './folder-target.ts';

test('a picture that the earlier site has is linked to, and everything else is written', async () => {
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
  for (const [path, text] of Object.entries(files)) await write(path, Buffer.from(text));
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text);
  const linked = Object.keys(files).filter((path) => statSync(join(folder, path)).nlink > 1);
  expect(linked).toEqual(['gala/media/a-1.avif']);
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
    await write(`gala/media/${name}`, chunks);
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
