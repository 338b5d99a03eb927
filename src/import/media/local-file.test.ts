import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLocal } from './local-file.ts';

let root = '';
let folder = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'recapsule-local-'));
  folder = join(root, 'saved');
  await mkdir(join(folder, 'page_files'), { recursive: true });
  await writeFile(join(root, 'secret.png'), 'secret');
  await writeFile(join(folder, 'a.png'), 'a');
  await writeFile(join(folder, 'page_files/b c.png'), 'b');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const read = async (address: string): Promise<string> => Buffer.from(await readLocal(address, folder, 1024)).toString();

describe('a file beside a page', () => {
  test.each([
    ['a.png', 'a'],
    ['./a.png', 'a'],
    ['a.png?width=200#top', 'a'],
    ['page_files/b%20c.png', 'b'],
    ['page_files/b c.png', 'b'],
    ['page_files/../a.png', 'a'],
    ['page_files%2Fb c.png', 'b'],
  ])('is read by its address: %s', async (address, content) => expect(await read(address)).toBe(content));

  test('may have a name that means something else in an address', async () => {
    await writeFile(join(folder, '100%.png'), 'percent');
    await writeFile(join(folder, 'a?b#c.png'), 'question');
    expect(await read('100%.png')).toBe('percent');
    expect(await read('a%3Fb%23c.png')).toBe('question');
  });

  test('may be reached through a link that stays inside, also where the folder is one', async () => {
    await symlink('a.png', join(folder, 'link.png'));
    expect(await read('link.png')).toBe('a');
    await symlink(folder, join(root, 'other'));
    expect(Buffer.from(await readLocal('link.png', join(root, 'other'), 1024)).toString()).toBe('a');
  });

  test.each([
    '../secret.png',
    '%2e%2e/secret.png',
    '..%2fsecret.png',
    'page_files/../../secret.png',
    'link.png',
    'up/secret.png',
    '..',
  ])('is refused where it lies outside: %s', async (address) => {
    await symlink('../secret.png', join(folder, 'link.png'));
    await symlink('..', join(folder, 'up'));
    await expect(read(address)).rejects.toThrow('it lies outside the folder of what is imported.');
  });

  test.each(['/etc/passwd', '//example.org/a.png', '\\\\server\\a.png'])(
    'is refused from a root: %s',
    async (address) => {
      await expect(read(address)).rejects.toThrow(
        'its address begins at the root of a server, and the source does not say of which.',
      );
    },
  );

  test('is refused where it begins with the name of the folder, beside it', async () => {
    await mkdir(join(root, 'saved-too'));
    await writeFile(join(root, 'saved-too/a.png'), 'a');
    await expect(read('../saved-too/a.png')).rejects.toThrow('it lies outside');
  });

  test.each([
    ['none.png', 'there is no such file beside what is imported.'],
    ['a.png/none.png', 'there is no such file beside what is imported.'],
    ['page_files', 'it is no ordinary file.'],
    ['', 'it lies outside the folder of what is imported.'],
    [`${'x'.repeat(300)}.png`, 'it cannot be read (ENAMETOOLONG).'],
    ['a%00.png', 'it cannot be read (ERR_INVALID_ARG_VALUE).'],
  ])('is missed: %s', async (address, fault) => expect(read(address)).rejects.toThrow(fault));

  test('is refused where it is a circle of links', async () => {
    await symlink('two.png', join(folder, 'one.png'));
    await symlink('one.png', join(folder, 'two.png'));
    await expect(read('one.png')).rejects.toThrow('its file is a link that leads in a circle.');
  });

  test('is refused at once where it is a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    await expect(read('pipe.png')).rejects.toThrow('it is no ordinary file.');
  });

  test('is refused where it is too large, without being read', async () => {
    await truncate(join(folder, 'a.png'), 1024);
    expect(await read('a.png')).toHaveLength(1024);
    await truncate(join(folder, 'a.png'), 2 ** 40);
    await expect(readLocal('a.png', folder, 2 ** 25)).rejects.toThrow(
      'it has more than 32 MB, the most that is taken.',
    );
  });
});
