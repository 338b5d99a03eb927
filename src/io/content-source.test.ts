import { beforeEach, describe, expect, it } from 'vitest';
import { aRepository, commitWith, type Repository } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { type ContentSource, diskSource, gitSource } from './content-source.ts';

const parent = temporaryFolder();
let repository: Repository;

beforeEach(async () => {
  repository = await aRepository(parent);
  await commit({
    'content/site.yml': 'title: A',
    'content/stray.md': 'beside the events',
    'content/gala/event.md': 'settings',
    'content/gala/day/0900-x.md': 'x',
    'content/gala/a.png': Uint8Array.of(1, 2, 3),
    'content/双十一/event.md': 'settings too',
    'content/pictures/b.png': 'no event',
    'content/.hidden/a.md': 'x',
    'README.md': 'above',
  });
});

const commit = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<void> => {
  await repository.write(files);
  await repository.git('add', '--all', '--force');
  await repository.git(...commitWith([]));
};
const both = async (): Promise<ContentSource[]> => [
  await diskSource(`${repository.folder}/content`),
  await gitSource(repository.folder, 'HEAD', 'content/'),
];

const wholeOf = async (source: ContentSource) => ({
  top: [...source.top],
  folders: source.folders,
  settings: [...(await source.readSettings(source.folders))],
  files: await Promise.all(
    source.folders.map(async (folder) => {
      const { files, readBytes } = await source.read(folder);
      return Promise.all(
        [...files].map(async ([path, content]) => [
          path,
          content === 'file' ? 'file' : 'document',
          [...(await readBytes(path))],
        ]),
      );
    }),
  ),
});

describe('a content folder that is read event by event', () => {
  it('is the same from disk and from git', async () => {
    const [disk, git] = await Promise.all((await both()).map(wholeOf));
    expect(JSON.parse(JSON.stringify(git))).toEqual(JSON.parse(JSON.stringify(disk)));
    expect(disk?.folders).toEqual(['gala', 'pictures', '双十一']);
    expect(disk?.top.map(([path]) => path)).toEqual(['site.yml', 'stray.md']);
    expect(disk?.settings.map(([path]) => path)).toEqual(['gala/event.md', '双十一/event.md']);
  });

  it('has a fingerprint for each folder that changes when anything in it does, a picture too', async () => {
    const marks = async () =>
      Promise.all(
        (await both()).map((source) => Promise.all(source.folders.map((folder) => source.fingerprint(folder)))),
      );
    const before = await marks();
    expect(await marks()).toEqual(before);
    await commit({ 'content/gala/a.png': Uint8Array.of(1, 2, 4), 'content/site.yml': 'title: B' });
    const after = await marks();
    for (const [index, [gala, ...others]] of after.entries()) {
      expect(gala).not.toBe(before[index]?.[0]);
      expect(others).toEqual(before[index]?.slice(1));
    }
  });
});
