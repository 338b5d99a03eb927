import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { archivePlace, folderInside } from './archive-folder.ts';

const root = await writeFiles(temporaryFolder(), {
  'archive/content/site.yml': '',
  'archive/content/gala/2019-11-11/a.md': '',
  'archive/src/deep/a.ts': '',
  'young/content/gala/event.md': '',
  'young/content/gala/2019-11-11/a.md': '',
  'young/src/a.ts': '',
});
const placeOf = (cwd: string, variables: Record<string, string> = {}) => {
  const { folder, content } = archivePlace(join(root, cwd), variables);
  return [folder, content].map((path) => path.slice(root.length + 1));
};

describe('the archive', () => {
  it('is the working folder, with its folder content or the one that CONTENT_DIR names', () => {
    expect(placeOf('archive')).toEqual(['archive', 'archive/content']);
    expect(placeOf('archive', { CONTENT_DIR: '' })).toEqual(['archive', 'archive/content']);
    expect(placeOf('archive', { CONTENT_DIR: '../young/content' })).toEqual(['archive', 'young/content']);
    expect(placeOf('archive', { CONTENT_DIR: 'nowhere' })).toEqual(['archive', 'archive/nowhere']);
  });

  it('is the one around, where it has settings or the event in which somebody works', () => {
    expect(placeOf('archive/content/gala/2019-11-11')).toEqual(['archive', 'archive/content']);
    expect(placeOf('archive/content')).toEqual(['archive', 'archive/content']);
    expect(placeOf('archive/src/deep')).toEqual(['archive', 'archive/content']);
    expect(placeOf('young/content/gala/2019-11-11')).toEqual(['young', 'young/content']);
    expect(placeOf('young/src')).toEqual(['young/src', 'young/src/content']);
  });
});

describe('the folder of the event', () => {
  it('is the first below the content folder', () => {
    expect(folderInside('/a/content', '/a/content/gala/2019-11-11')).toBe('gala');
    expect(folderInside('/a/content', '/a/content/gala')).toBe('gala');
    expect(folderInside('/a/content', '/a/content')).toBeUndefined();
    expect(folderInside('/a/content', '/a/src')).toBeUndefined();
    expect(folderInside('/a/content', '/')).toBeUndefined();
  });
});
