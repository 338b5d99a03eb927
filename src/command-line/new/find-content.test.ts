import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { findContent, folderInside } from './find-content.ts';

const root = await writeFiles(temporaryFolder(), {
  'archive/content/site.yml': '',
  'archive/content/gala/2019-11-11/a.md': '',
  'archive/src/deep/a.ts': '',
  'young/content/gala/event.md': '',
  'young/content/gala/2019-11-11/a.md': '',
  'young/src/a.ts': '',
});
const find = async (cwd: string, variables: Record<string, string> = {}) => {
  const { folder, found } = await findContent(join(root, cwd), variables);
  return `${folder.slice(root.length + 1)}${found ? '' : ', which is not there'}`;
};

describe('the content folder', () => {
  it('is the one beside, or the one that CONTENT_DIR names', async () => {
    expect(await find('archive')).toBe('archive/content');
    expect(await find('archive', { CONTENT_DIR: '' })).toBe('archive/content');
    expect(await find('archive', { CONTENT_DIR: '../young/content' })).toBe('young/content');
    expect(await find('archive', { CONTENT_DIR: 'nowhere' })).toBe('archive/nowhere, which is not there');
  });

  it('is the one around, where it is an archive or has the event in which somebody works', async () => {
    expect(await find('archive/content/gala/2019-11-11')).toBe('archive/content');
    expect(await find('archive/content')).toBe('archive/content');
    expect(await find('archive/src/deep')).toBe('archive/content');
    expect(await find('young/content/gala/2019-11-11')).toBe('young/content');
    expect(await find('young/src')).toBe('young/src/content, which is not there');
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
