import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { aRepository, type Repository } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { type ContentSource, diskSource, gitSource } from './content-source.ts';

const parent = temporaryFolder();
let repository: Repository;

beforeEach(async () => {
  repository = await aRepository(parent);
});

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes these files all that is in `content/`, and gives it from disk and from git. */
const both = async (files: Files): Promise<readonly [disk: ContentSource, git: ContentSource]> => {
  const content = join(repository.folder, 'content');
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content);
  await repository.write(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`content/${path}`, bytes])));
  return asTheyAre();
};

const asTheyAre = async (): Promise<readonly [disk: ContentSource, git: ContentSource]> => {
  await repository.git('add', '--all', '--force');
  const tree = (await repository.git('write-tree')).trim();
  return [await diskSource(join(repository.folder, 'content')), await gitSource(repository.folder, tree, 'content/')];
};

/** Everything that a source tells but its fingerprints. */
const reportedBy = async (source: ContentSource) => ({
  top: plain(source.top.files),
  folders: source.folders,
  settings: plain(await source.readSettings(source.folders)),
  files: await Promise.all(source.folders.map(async (folder) => readBytesOf(await source.read(folder)))),
  whole: await readBytesOf(await source.readWhole()),
});

const plain = (files: ContentSource['top']['files']) =>
  [...files].map(([path, content]) => [path, typeof content === 'string' ? content : [...content]]);

const readBytesOf = async ({ files, readBytes }: Awaited<ReturnType<ContentSource['read']>>) =>
  Promise.all(
    [...files].map(async ([path, content]) => [
      path,
      typeof content === 'string' ? content : 'document',
      content === 'link' ? [] : [...(await readBytes(path))],
    ]),
  );

const marksOf = (source: ContentSource): Promise<readonly string[]> =>
  Promise.all(source.folders.map((folder) => source.fingerprint(folder)));

const some: Files = {
  'site.yml': 'title: A',
  'stray.md': 'beside the events',
  'gala-2/event.md': 'between "gala" and "gala/" in the order of code units',
  'gala/event.md': 'settings',
  'gala/day/0900-x.md': 'x',
  'gala/day/event.md': 'misplaced',
  'gala/a.png': Uint8Array.of(1, 2, 3),
  '双十一/event.md': 'settings too',
  'pictures/b.png': 'no event',
  'theme/fonts/a.woff2': Uint8Array.of(4, 5),
  'theme/style.css': 'a {}',
  '.hidden/a.md': 'x',
};

describe('a content folder that is read event by event', () => {
  it('is the same from disk and from git', async () => {
    const [disk, git] = await both(some);
    const reported = await reportedBy(disk);
    expect(await reportedBy(git)).toEqual(reported);
    expect(reported.folders).toEqual(['gala', 'gala-2', 'pictures', '双十一']);
    expect(reported.top.map(([path]) => path)).toEqual([
      'site.yml',
      'stray.md',
      'theme/fonts/a.woff2',
      'theme/style.css',
    ]);
    // What every page depends on is there with its bytes.
    expect(reported.top.at(-2)?.[1]).toEqual([4, 5]);
    expect(reported.settings.map(([path]) => path)).toEqual(['gala-2/event.md', 'gala/event.md', '双十一/event.md']);
  });

  it('is the same, whatever its files are called, and has other fingerprints only where it differs', async () => {
    const folders = fc.constantFrom('gala', 'Gala', 'gala-2', '双十一', 'a b', '-x', ':(top)', '[a]*?', 'e\u0301', 'é');
    const names = fc.constantFrom('site.yml', 'event.md', 'é.md', 'e\u0301.md', '-a.md', 'A.MD', 'p.png', '"\t\n.md');
    const path = fc
      .tuple(fc.array(folders, { maxLength: 2 }), names)
      .map(([above, name]) => [...above, name].join('/'));
    const content = fc.dictionary(path, fc.uint8Array({ maxLength: 3 }), { noNullPrototype: true, maxKeys: 8 });
    await fc.assert(
      fc.asyncProperty(content, content, async (first, second) => {
        const seen = [];
        for (const files of [first, second]) {
          const [disk, git] = await both(files);
          const reported = await reportedBy(disk);
          expect(await reportedBy(git)).toEqual(reported);
          seen.push({ reported, marks: [await marksOf(disk), await marksOf(git)] });
        }
        for (const [index, folder] of (seen[0]?.reported.folders ?? []).entries()) {
          const other = seen[1]?.reported.folders.indexOf(folder) ?? -1;
          const isSame =
            JSON.stringify(seen[0]?.reported.files[index]) === JSON.stringify(seen[1]?.reported.files[other]);
          for (const one of [0, 1])
            expect(seen[0]?.marks[one]?.[index] === seen[1]?.marks[one]?.[other]).toBe(other !== -1 && isSame);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('has what is no event beside the events, and of hidden names those that servers ask for', async () => {
    const [disk, git] = await both({
      ...some,
      'pages/imprint.md': 'x',
      'public/.well-known/security.txt': 'x',
      'public/.htaccess': 'x',
      'public/.env': 'x',
      'public/docs/.DS_Store': 'x',
      'public/docs/readme.md': 'copied as it is',
    });
    const reported = await reportedBy(disk);
    expect(await reportedBy(git)).toEqual(reported);
    expect(reported.folders).toEqual(['gala', 'gala-2', 'pictures', '双十一']);
    expect(reported.top.map(([path]) => path)).toEqual([
      'pages/imprint.md',
      'public/.htaccess',
      'public/.well-known/security.txt',
      'public/docs/readme.md',
      'site.yml',
      'stray.md',
      'theme/fonts/a.woff2',
      'theme/style.css',
    ]);
    expect(reported.top[3]?.[1]).toBe('file');
    expect(Buffer.from(await git.top.readBytes('public/docs/readme.md')).toString()).toBe('copied as it is');
  });

  it('has a fingerprint for each folder that changes when anything in it does, a picture too', async () => {
    const before = await Promise.all((await both(some)).map(marksOf));
    const changed = { ...some, 'gala/a.png': Uint8Array.of(1, 2, 4), 'site.yml': 'title: B' };
    const after = await Promise.all((await both(changed)).map(marksOf));
    for (const [index, [gala, ...others]] of after.entries()) {
      expect(gala).not.toBe(before[index]?.[0]);
      expect(others).toEqual(before[index]?.slice(1));
    }
  });

  it('has symbolic links as such, and nothing of what they lead to', async () => {
    await both(some);
    await symlink('../gala', join(repository.folder, 'content/linked'));
    await symlink('a.png', join(repository.folder, 'content/gala/b.png'));
    const [disk, git] = await asTheyAre();
    const reported = await reportedBy(disk);
    expect(await reportedBy(git)).toEqual(reported);
    expect(reported.folders).not.toContain('linked');
    expect(reported.top).toContainEqual(['linked', 'link']);
    expect(reported.files[0]).toContainEqual(['gala/b.png', 'link', []]);
  });

  it('has nothing of a folder that is not there, or that is hidden', async () => {
    for (const source of await both(some))
      for (const name of ['nowhere', '.hidden', '..', '']) expect((await source.read(name)).files.size, name).toBe(0);
  });

  it('may lie at the top of its repository, with names that git gives a meaning', async () => {
    await both({ ':x/event.md': 'settings', ':x/a.md': 'x', ':(top)/event.md': 'more' });
    const tree = (await repository.git('write-tree', '--prefix=content/')).trim();
    const source = await gitSource(repository.folder, tree, '');
    expect(source.folders).toEqual([':(top)', ':x']);
    expect([...(await source.readSettings(source.folders)).keys()]).toEqual([':(top)/event.md', ':x/event.md']);
    expect([...(await source.read(':x')).files.keys()]).toEqual([':x/a.md', ':x/event.md']);
  });

  it('keeps a folder whose name is no text, so that it can be reported', async () => {
    const blob = (await repository.git('hash-object', '-w', '--stdin')).trim();
    const tree = (lines: string): string =>
      execFileSync('git', ['mktree', '-z'], { cwd: repository.folder, input: Buffer.from(lines, 'latin1') })
        .toString()
        .trim();
    const source = await gitSource(
      repository.folder,
      tree(`040000 tree ${tree(`100644 blob ${blob}\ta.md\0`)}\tcaf\xe9\0`),
      '',
    );
    expect(source.folders).toEqual(['caf\ufffd']);
    expect([...(await source.read('caf\ufffd')).files.keys()]).toEqual(['caf\ufffd/a.md']);
  });
});
