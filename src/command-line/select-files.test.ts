import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { UsageError } from '../core/usage-error.ts';
import { pathFromHere } from '../io/path-from-here.ts';
import { selectFiles } from './select-files.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const files = ['gala/a.md', 'gala/b/c.md', 'gala-2/a.md', 'gala.md', 'site.yml', '双十一/x y.md'];

beforeAll(async () => {
  await writeFiles(content, Object.fromEntries(files.map((file) => [file, ''])));
  await writeFiles(folder, { 'content-2/x.md': '', 'outside.md': '' });
  mkdirSync(join(folder, 'content/empty'));
  symlinkSync(content, join(folder, 'linked'));
});

const chosen = async (names: readonly string[], below = content): Promise<string[]> =>
  files.filter((await selectFiles(names, below)).concerns);

describe('the files that were named', () => {
  it('are all where none was', async () => {
    expect(await chosen([])).toEqual(files);
  });

  it('are the file, or all below the folder, and nothing whose name only begins like it', async () => {
    expect(await chosen([join(content, 'gala')])).toEqual(['gala/a.md', 'gala/b/c.md']);
    expect(await chosen([join(content, 'gala/')])).toEqual(['gala/a.md', 'gala/b/c.md']);
    expect(await chosen([join(content, 'gala/a.md')])).toEqual(['gala/a.md']);
    expect(await chosen([join(content, 'site.yml'), join(content, 'gala/b'), join(content, '双十一/x y.md')])).toEqual([
      'gala/b/c.md',
      'site.yml',
      '双十一/x y.md',
    ]);
    expect(await chosen([join(content, 'empty')])).toEqual([]);
  });

  it('may be the content folder itself', async () => {
    expect(await chosen([content])).toEqual(files);
  });

  it('may be named from where one stands', async () => {
    expect(await chosen([relative(process.cwd(), join(content, 'gala/a.md'))])).toEqual(['gala/a.md']);
  });

  it('may be called through a link, as the content folder may', async () => {
    const linked = join(folder, 'linked');
    expect(await chosen([join(linked, 'gala/a.md')])).toEqual(['gala/a.md']);
    expect(await chosen([join(content, 'gala/a.md')], linked)).toEqual(['gala/a.md']);
    expect(await chosen([linked])).toEqual(files);
  });

  it('must be there', async () => {
    const gone = join(content, 'gone.md');
    await expect(chosen([join(content, 'gala'), gone])).rejects.toThrow(
      new UsageError(`There is no file or folder "${gone}".`),
    );
    await expect(chosen([''])).rejects.toThrow(new UsageError('There is no file or folder "".'));
  });

  it.each(['outside.md', 'content-2/x.md', '.'])('must lie in the content folder, not in %s', async (name) => {
    const outside = join(folder, name);
    await expect(chosen([outside])).rejects.toThrow(
      new UsageError(`"${outside}" does not lie in the content folder ${content}.`),
    );
  });
});

describe('a path from where one stands', () => {
  const here = process.cwd();

  it('leads down, or one folder up, or begins at the root', () => {
    expect(pathFromHere(join(here, 'content'))('gala/a.md')).toBe('content/gala/a.md');
    expect(pathFromHere(here)('gala/a.md')).toBe('gala/a.md');
    expect(pathFromHere(join(here, '..', 'beside'))('gala/a.md')).toBe('../beside/gala/a.md');
    const faraway = join(here, '..', '..', 'beside');
    expect(pathFromHere(faraway)('gala/a.md')).toBe(join(faraway, 'gala/a.md'));
  });
});
