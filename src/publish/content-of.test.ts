import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aRepository, commitWith, type Repository } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { UsageError } from '../core/usage-error.ts';
import { openContent } from './content-of.ts';

const parent = temporaryFolder();
let repository: Repository;

beforeEach(async () => {
  repository = await aRepository(parent);
});

const commit = async (files: Readonly<Record<string, string>>): Promise<string> => {
  await repository.write(files);
  await repository.git('add', '--all');
  await repository.git(...commitWith([]));
  return (await repository.git('rev-parse', 'HEAD')).trim();
};

const content = (folder: string): void => {
  vi.stubEnv('CONTENT_DIR', join(repository.folder, folder));
};

describe('the content that is published', () => {
  it('is that of a commit, wherever in its repository the content folder lies', async () => {
    const first = await commit({ 'site.yml': 'above', 'a/b/site.yml': 'first', 'a/b/gala/event.md': 'x' });
    await commit({ 'a/b/site.yml': 'second' });
    await repository.write({ 'a/b/site.yml': 'not committed' });
    content('a/b');
    const reported = async (wanted?: string) => {
      const { source, commit: found } = await openContent({
        disk: false,
        ...(wanted !== undefined && { commit: wanted }),
      });
      return [String(source.top.files.get('site.yml')), source.folders, found === first];
    };
    expect(await reported()).toEqual(['second', ['gala'], false]);
    expect(await reported(first.slice(0, 8))).toEqual(['first', ['gala'], true]);
    expect(await reported('main~1')).toEqual(['first', ['gala'], true]);
    content('.');
    expect(await reported()).toEqual(['above', ['a'], false]);
  });

  it('is that behind a link to the content folder', async () => {
    await commit({ 'texts/site.yml': 'here' });
    symlinkSync(join(repository.folder, 'texts'), join(parent, 'linked'));
    vi.stubEnv('CONTENT_DIR', join(parent, 'linked'));
    const { source } = await openContent({ disk: false });
    expect(String(source.top.files.get('site.yml'))).toBe('here');
  });

  it('is what lies on disk, where that is wanted, and then has no commit', async () => {
    await commit({ 'content/site.yml': 'committed' });
    await repository.write({ 'content/site.yml': 'on disk' });
    content('content');
    const { source, ...rest } = await openContent({ disk: true });
    expect(String(source.top.files.get('site.yml'))).toBe('on disk');
    expect(rest).toEqual({});
  });

  it('is that below content/ in a repository that is named, which may be bare', async () => {
    await commit({ 'content/site.yml': 'pushed', 'site.yml': 'above' });
    const bare = join(repository.folder, 'bare.git');
    await repository.git('clone', '--quiet', '--bare', '.', bare);
    for (const repo of [bare, repository.folder]) {
      const { source } = await openContent({ repo, commit: 'refs/heads/main', disk: false });
      expect(String(source.top.files.get('site.yml'))).toBe('pushed');
    }
  });
});

describe('content that cannot be published is refused', () => {
  const refusal = async (choice: Parameters<typeof openContent>[0]): Promise<string> => {
    const fault = await openContent(choice).catch((one: unknown) => one);
    expect(fault).toBeInstanceOf(UsageError);
    return String(fault);
  };

  it('where nothing has been committed', async () => {
    mkdirSync(join(repository.folder, 'content'));
    content('content');
    expect(await refusal({ disk: false })).toContain('There is no commit "HEAD"');
  });

  it('where there is no such commit, and where a name would be an option', async () => {
    await commit({ 'content/site.yml': 'x' });
    content('content');
    for (const wanted of ['gone', '--all', 'HEAD:content', '']) {
      expect(await refusal({ commit: wanted, disk: false })).toContain(`There is no commit "${wanted}"`);
    }
  });

  it('where the content folder is in no repository, or is not there', async () => {
    mkdirSync(join(parent, 'loose/content'), { recursive: true });
    vi.stubEnv('CONTENT_DIR', join(parent, 'loose/content'));
    expect(await refusal({ disk: false })).toContain('is in no git repository: commit it to one, or');
    content('nowhere');
    expect(await refusal({ disk: false })).toContain('There is no content folder at');
  });

  it('where the repository that is named is none', async () => {
    mkdirSync(join(parent, 'none'), { recursive: true });
    expect(await refusal({ repo: join(parent, 'none'), disk: false })).toContain('There is no commit "HEAD"');
    expect(await refusal({ repo: join(parent, 'gone'), disk: false })).toContain('There is no commit "HEAD"');
  });
});
