import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from './read-content.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recapsule-content-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const write = async (path: string, text = ''): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

describe('a content folder', () => {
  it('is read into a map sorted by code units, documents as bytes, the rest by name', async () => {
    await write('site.yml', 'title: A');
    await write('gala/event.md', 'settings');
    await write('gala/b/deep/er/0900-x.md', 'x');
    await write('gala/Z.md', 'z');
    await write('gala/a.png', 'picture');
    await write('gala/site.yml', 'not the settings');
    await write('gala-2/event.md', '');
    const { files } = await readContent(folder);
    const decoded = [...files].map(([path, content]) => [
      path,
      typeof content === 'string' ? content : `bytes: ${new TextDecoder().decode(content)}`,
    ]);
    expect(decoded).toEqual([
      ['gala-2/event.md', 'bytes: '],
      ['gala/Z.md', 'bytes: z'],
      ['gala/a.png', 'file'],
      ['gala/b/deep/er/0900-x.md', 'bytes: x'],
      ['gala/event.md', 'bytes: settings'],
      ['gala/site.yml', 'file'],
      ['site.yml', 'bytes: title: A'],
    ]);
  });

  it('has nothing whose name, or whose folder, begins with a dot', async () => {
    await write('.git/config');
    await write('.draft.md');
    await write('gala/.DS_Store');
    await write('gala/.hidden/a.md');
    await write('gala/a..b.md');
    expect([...(await readContent(folder)).files.keys()]).toEqual(['gala/a..b.md']);
  });

  it('names links and follows none, to files or folders, broken or not', async () => {
    await write('gala/a.md', 'a');
    await symlink(join(folder, 'gala/a.md'), join(folder, 'gala/b.md'));
    await symlink('/etc', join(folder, 'gala/etc'));
    await symlink(join(folder, 'gone'), join(folder, 'site.yml'));
    await symlink(folder, join(folder, 'gala/loop'));
    const { files } = await readContent(folder);
    expect([...files].map(([path, content]) => [path, typeof content === 'string' ? content : 'bytes'])).toEqual([
      ['gala/a.md', 'bytes'],
      ['gala/b.md', 'link'],
      ['gala/etc', 'link'],
      ['gala/loop', 'link'],
      ['site.yml', 'link'],
    ]);
  });

  it('does not read a document of more than 4 MB, and leaves pictures to those that show them', async () => {
    await write('gala/a.md', 'a'.repeat(4_000_001));
    await write('gala/a.png', 'a'.repeat(4_000_001));
    const { files } = await readContent(folder);
    expect([...files]).toEqual([
      ['gala/a.md', 'other'],
      ['gala/a.png', 'file'],
    ]);
  });

  it('opens nothing that is no file: a pipe, a folder named like a document, one that lies too deep', async () => {
    await write('gala/b.md/c.md', 'c');
    await write(`gala/${'d/'.repeat(40)}e.md`, 'e');
    execFileSync('mkfifo', [join(folder, 'gala/a.md'), join(folder, 'gala/a.png')]);
    const { files } = await readContent(folder);
    expect([...files]).toEqual([
      ['gala/a.md', 'other'],
      ['gala/a.png', 'other'],
      ['gala/b.md', 'other'],
      [`gala/${'d/'.repeat(32).slice(0, -1)}`, 'other'],
    ]);
  });

  it('keeps names that are not ASCII, and gives their bytes', async () => {
    await write('双十一/0900-straße 1.md', 'Grüße');
    await write('双十一/🚀.png', 'rocket');
    const { files, readBytes } = await readContent(folder);
    expect([...files.keys()]).toEqual(['双十一/0900-straße 1.md', '双十一/🚀.png']);
    expect(new TextDecoder().decode(await readBytes('双十一/🚀.png'))).toBe('rocket');
  });

  it('may be given with a slash at its end, or as a relative path', async () => {
    await write('gala/a.md', 'a');
    const plain = await readContent(folder);
    expect((await readContent(`${folder}/`)).files).toEqual(plain.files);
    expect((await readContent(join(folder, 'gala', '..'))).files).toEqual(plain.files);
  });

  it('may be empty', async () => {
    expect((await readContent(folder)).files).toEqual(new Map());
  });

  it('is refused with the error of the system where it is not there', async () => {
    await expect(readContent(join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
