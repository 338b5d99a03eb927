import { readdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeNewFiles } from './write-files.ts';

let content = '';
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'recapsule-write-'));
});
afterEach(async () => {
  await rm(content, { recursive: true, force: true });
});

const everything = (): string[] =>
  readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory() || readdirSync(join(one.parentPath, one.name)).length === 0)
    .map(({ parentPath, name }) => join(parentPath, name).slice(content.length + 1))
    .sort();

const files = (...paths: string[]): Map<string, string> => new Map(paths.map((path) => [path, `text of ${path}`]));

describe('files of an import', () => {
  test('make a new event, or join one that is there', async () => {
    await writeNewFiles(content, 'gala', files('event.md', '2019-11-11/a.md'));
    await writeNewFiles(content, 'gala', files('2019-11-11/b.md', '2019-11-12/c.md'));
    expect(everything()).toEqual([
      'gala/2019-11-11/a.md',
      'gala/2019-11-11/b.md',
      'gala/2019-11-12/c.md',
      'gala/event.md',
    ]);
    expect(await readFile(join(content, 'gala/2019-11-12/c.md'), 'utf8')).toBe('text of 2019-11-12/c.md');
  });

  test('never replace one, and then none of them is written', async () => {
    await writeNewFiles(content, 'gala', files('event.md', 'z/a.md'));
    const before = everything();
    await writeFile(join(content, 'gala/z/a.md'), 'mine');
    await expect(writeNewFiles(content, 'gala', files('new/b.md', 'z/0.md', 'z/a.md'))).rejects.toThrow(
      'Unexpected file "gala/z/a.md"',
    );
    expect(everything()).toEqual(before);
    expect(await readFile(join(content, 'gala/z/a.md'), 'utf8')).toBe('mine');
  });

  test('replace a text only where it is what it was', async () => {
    await writeNewFiles(content, 'gala', files('event.md', 'a.md', 'b.md'));
    const changed = (path: string) => ({ before: `text of ${path}`, after: 'new' });
    const change = new Map(['a.md', 'b.md'].map((path) => [path, changed(path)]));
    await writeFile(join(content, 'gala/b.md'), 'mine');
    await expect(writeNewFiles(content, 'gala', files('c.png'), change)).rejects.toThrow(
      '"gala/b.md" has been changed meanwhile. Import again.',
    );
    expect(everything()).toEqual(['gala/a.md', 'gala/b.md', 'gala/event.md']);
    expect(await readFile(join(content, 'gala/a.md'), 'utf8')).toBe('text of a.md');
    await writeNewFiles(content, 'gala', files('c.png'), new Map([['a.md', changed('a.md')]]));
    expect(await readFile(join(content, 'gala/a.md'), 'utf8')).toBe('new');
    expect(everything()).toContain('gala/c.png');
  });

  test('are not written in part where one cannot be written at all', async () => {
    await expect(writeNewFiles(content, 'gala', files('event.md', `${'x'.repeat(300)}.md`))).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    });
    expect(everything()).toEqual([]);
  });

  test('are not written behind a link that takes the place of a file', async () => {
    await writeNewFiles(content, 'gala', files('event.md'));
    await symlink('/nowhere/else', join(content, 'gala/a.md'));
    await expect(writeNewFiles(content, 'gala', files('a.md'))).rejects.toThrow('Unexpected symbolic link "gala/a.md"');
    await chmod(join(content, 'gala'), 0o755);
  });

  test('of imports that were killed long ago go with the next one, and those of one at work stay', async () => {
    for (const name of ['.import-killed', '.import-at-work']) await mkdir(join(content, name));
    await utimes(join(content, '.import-killed'), 1, 1);
    await writeNewFiles(content, 'gala', files('event.md'));
    expect(readdirSync(content).sort()).toEqual(['.import-at-work', 'gala']);
  });
});
