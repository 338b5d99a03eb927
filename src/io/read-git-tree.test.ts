import { mkdirSync, rmSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { aRepository, type Repository } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { GitFault } from './git.ts';
import { type Content, readContent } from './read-content.ts';
import { readGitTree } from './read-git-tree.ts';

const parent = temporaryFolder();
let repository: Repository;

beforeEach(async () => {
  repository = await aRepository(parent);
});

/** The tree of all that lies in the work tree. */
const treeOfAll = async (): Promise<string> => {
  await repository.git('add', '--all', '--force');
  return (await repository.git('write-tree')).trim();
};

/** Content with its order, and with the bytes of every file. */
const wholeOf = async ({ files, readBytes }: Content): Promise<(readonly [string, string, string])[]> =>
  Promise.all(
    [...files].map(async ([path, content]) => {
      const reported = typeof content === 'string' ? content : `document: ${Buffer.from(content).toString('latin1')}`;
      return [path, reported, content === 'link' ? '' : Buffer.from(await readBytes(path)).toString('latin1')] as const;
    }),
  );

const expectSame = async (prefix: string): Promise<number> => {
  const fromGit = await readGitTree(repository.folder, await treeOfAll(), prefix);
  const fromDisk = await wholeOf(await readContent(join(repository.folder, prefix)));
  expect(await wholeOf(fromGit)).toEqual(fromDisk);
  return fromDisk.length;
};

describe('a content folder read from git', () => {
  it('is what it is on disk: documents, pictures, links, names of every script, without what begins with a dot', async () => {
    await repository.write({
      'content/site.yml': 'title: A\r\n',
      'content/gala/event.md': 'settings',
      'content/gala/b/deep/er/0900-x.md': '',
      'content/gala/Z.md': 'z\0z\n\n',
      'content/gala/a.png': Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0, 255),
      'content/gala/site.yml': 'not the settings',
      'content/gala/empty.png': '',
      'content/gala/.DS_Store': 'x',
      'content/gala/.hidden/a.md': 'x',
      'content/gala/a..b.md': 'dots',
      'content/gala/"quoted" \t\\ name\n.md': 'quoted',
      'content/gala-2/event.md': 'between "gala" and "gala/" in the order of code units',
      'content/双十一/0900-straße 1.md': 'Grüße',
      'content/双十一/🚀.png': 'rocket',
      'content/large.md': 'A line of sixty-four characters, again and again, to the end.\n'.repeat(50_000),
      'content-2/site.yml': 'beside it',
      'site.yml': 'above it',
    });
    await symlink('a.png', join(repository.folder, 'content/gala/link.png'));
    await symlink('/etc', join(repository.folder, 'content/gala/etc'));
    await symlink('gone', join(repository.folder, 'content/gala/gone.md'));
    expect(await expectSame('content/')).toBe(16);
    expect(await expectSame('')).toBe(18);
  });

  it('is what it is on disk, whatever the files are called and hold', async () => {
    const folders = fc.constantFrom(
      'gala',
      'Gala',
      'gala-2',
      '双十一',
      '.dot',
      'a b',
      '-x',
      ':(top)',
      '[a]*?',
      'e\u0301',
    );
    const names = fc.constantFrom(
      'site.yml',
      'event.md',
      'é.md',
      'e\u0301.md',
      '-a.md',
      'A.MD',
      'p.png',
      '.md',
      '"\t\n.md',
    );
    const path = fc
      .tuple(fc.array(folders, { maxLength: 2 }), names)
      .map(([above, name]) => [...above, name].join('/'));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(path, fc.uint8Array({ maxLength: 40 }), { noNullPrototype: true }),
        async (files) => {
          const folder = join(repository.folder, 'content');
          rmSync(folder, { recursive: true, force: true });
          mkdirSync(folder);
          await repository.write(
            Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`content/${name}`, bytes])),
          );
          await expectSame('content/');
        },
      ),
      { numRuns: 15 },
    );
  });

  it('comes of the tree alone: neither index nor work tree count', async () => {
    await repository.write({ 'site.yml': 'committed' });
    const tree = await treeOfAll();
    await repository.write({ 'site.yml': 'staged', 'staged.md': '' });
    await treeOfAll();
    await repository.write({ 'site.yml': 'on disk', 'new.md': '' });
    const { files } = await readGitTree(repository.folder, tree, '');
    expect([...files]).toEqual([['site.yml', Buffer.from('committed')]]);
  });

  it('may be that of a commit, and be read from a folder below the top', async () => {
    await repository.write({ 'content/site.yml': 'title: A', 'elsewhere/x.md': 'x' });
    await repository.git('add', '--all');
    await repository.commit();
    const { files } = await readGitTree(join(repository.folder, 'elsewhere'), 'HEAD', 'content/');
    expect([...files]).toEqual([['site.yml', Buffer.from('title: A')]]);
  });

  it('says of a submodule that it leads elsewhere', async () => {
    await repository.write({ 'gala/a.md': 'a' });
    await repository.git('add', '--all');
    await repository.commit();
    const commit = (await repository.git('rev-parse', 'HEAD')).trim();
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},gala/other`);
    const tree = (await repository.git('write-tree')).trim();
    const { files } = await readGitTree(repository.folder, tree, '');
    expect([...files.keys()]).toEqual(['gala/a.md', 'gala/other']);
    expect(files.get('gala/other')).toBe('link');
  });

  it('says as on disk what is no file: a folder named like a document, one too deep, a document too large', async () => {
    const deep = `gala/${'d/'.repeat(32)}`;
    await repository.write({ 'gala/b.md/c.md': 'c', [`${deep}e.md`]: 'e', 'gala/large.md': 'a'.repeat(4_000_001) });
    const { files } = await readGitTree(repository.folder, await treeOfAll(), '');
    expect(files).toEqual((await readContent(repository.folder)).files);
    expect([...files]).toEqual([
      ['gala/b.md', 'other'],
      [deep.slice(0, -1), 'other'],
      ['gala/large.md', 'other'],
    ]);
  });

  it('may be empty, or not be there', async () => {
    const tree = await treeOfAll();
    expect((await readGitTree(repository.folder, tree, '')).files).toEqual(new Map());
    expect((await readGitTree(repository.folder, tree, 'content/')).files).toEqual(new Map());
  });

  it('is refused where there is no such tree', async () => {
    const read = readGitTree(repository.folder, 'HEAD', '');
    await expect(read).rejects.toBeInstanceOf(GitFault);
    await expect(read).rejects.toThrow('There is no tree HEAD');
  });

  it('gives no bytes of a file that it does not have', async () => {
    const { readBytes } = await readGitTree(repository.folder, await treeOfAll(), '');
    await expect(readBytes('gone.png')).rejects.toBeInstanceOf(GitFault);
  });
});
