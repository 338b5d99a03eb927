import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aRepository, type Repository, recapsuleIn } from '../../scripts/testing/repository.ts';
import { entryFile, settings, temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { aDrawing } from '../inspect/testing/check.ts';

const parent = temporaryFolder();
let repository: Repository;

beforeEach(async () => {
  repository = await aRepository(parent);
});

const at = '2020-03-02T10:00';
const entry = (title: string, body?: string, more?: string): string => entryFile(title, at, body, more);
const linkTo = (file: string): string => entry('Linking', `[there](${file})`);

/** A sound event with two entries, committed, in `content/` or wherever `prefix` says. */
const committed = async (more: Readonly<Record<string, string>> = {}, prefix = 'content/'): Promise<void> => {
  const files = {
    'site.yml': settings.site,
    'fair/event.md': settings.event(),
    'fair/a.md': entry('A'),
    'fair/b.md': entry('B'),
    ...more,
  };
  await stage(Object.fromEntries(Object.entries(files).map(([file, text]) => [prefix + file, text])));
  expect(await repository.commit()).toMatchObject({ code: 0 });
};

const stage = async (files: Readonly<Record<string, string>>): Promise<void> => {
  await repository.write(files);
  await repository.git('add', '--all');
};

/** The places and rules of what is staged, and what the exit code was. */
const checkStaged = async (
  from = '.',
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; found: string[] }> => {
  const { code, stdout, stderr } = await recapsuleIn(
    join(repository.folder, from),
    ['check', '--staged', '--format', 'json'],
    env,
  );
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout);
  return {
    code,
    found: diagnostics.map(
      (one: Record<string, unknown>) => `${one['file']}:${one['line']}:${one['column']} ${one['rule']}`,
    ),
  };
};

const sound = { code: 0, found: [] };

describe('a check of what is staged', () => {
  test('is there before the first commit of all', async () => {
    await stage({
      'content/site.yml': settings.site,
      'content/fair/event.md': settings.event(),
      'content/fair/a.md': entry('A'),
    });
    expect(await checkStaged()).toEqual(sound);
    await stage({ 'content/fair/a.md': linkTo('gone.md'), 'content/loose.md': '' });
    expect(await checkStaged()).toEqual({
      code: 1,
      found: ['content/fair/a.md:5:1 broken-link', 'content/loose.md:1:1 entry-without-event'],
    });
  });

  test('finds nothing where nothing is staged, whatever was committed', async () => {
    await committed({ 'fair/b.md': linkTo('gone.md') });
    const { code, stdout } = await recapsuleIn(repository.folder, ['check', '--staged']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No errors and no warnings in no files.\n' });
    expect(await recapsuleIn(repository.folder, ['check', '--staged', '--quiet'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('counts the index alone: neither faults nor cures that are only on disk', async () => {
    await committed();
    await stage({ 'content/fair/a.md': linkTo('gone.md'), 'content/fair/b.md': entry('Better') });
    await repository.write({
      'content/fair/a.md': entry('Corrected'),
      'content/fair/b.md': linkTo('gone.md'),
      'content/fair/new.md': 'x',
    });
    const { code, stdout } = await recapsuleIn(repository.folder, ['check', '--staged']);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `content/fair/a.md:5:1 error broken-link
  Unexpected link to "fair/gone.md", expected an entry that exists.
    4 │ ---
  > 5 │ [there](gone.md)
      │ ^
  Correct the path: it starts at the folder of this file.

1 error and no warnings in 2 files.
`,
    });
  });

  test('finds a picture only where it is staged too, with the bytes that are', async () => {
    await committed();
    await stage({ 'content/fair/a.md': entry('A', '![The hall](hall.svg)') });
    await repository.write({ 'content/fair/hall.svg': aDrawing });
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/a.md:5:1 missing-picture'] });
    await repository.git('add', '--all');
    await repository.write({ 'content/fair/hall.svg': 'torn' });
    expect(await checkStaged()).toEqual(sound);
    await repository.git('add', '--all');
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/a.md:5:1 unreadable-picture'] });
  });

  test('leaves out what is only meant to be added', async () => {
    await committed();
    await repository.write({ 'content/fair/soon.md': 'not yet an entry' });
    await repository.git('add', '--intent-to-add', 'content/fair/soon.md');
    expect(await checkStaged()).toEqual(sound);
  });
});

describe('a commit concerns', () => {
  test('what it changes, and not what others have broken before in the same event', async () => {
    await committed({ 'fair/broken.md': linkTo('gone.md'), 'fair/worse.md': 'no front matter' });
    await stage({ 'content/fair/a.md': entry('A sound change') });
    expect(await checkStaged()).toEqual(sound);
    await stage({ 'content/fair/broken.md': linkTo('gone-too.md') });
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/broken.md:5:1 broken-link'] });
  });

  test('the links to an entry that it deletes or renames', async () => {
    await committed({ 'fair/linking.md': linkTo('a.md'), 'other/event.md': settings.event() });
    rmSync(join(repository.folder, 'content/fair/a.md'));
    await repository.git('add', '--all');
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/linking.md:5:1 broken-link'] });
    await stage({ 'content/fair/moved.md': entry('A') });
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/linking.md:5:1 broken-link'] });
    await stage({ 'content/fair/linking.md': linkTo('moved.md') });
    expect(await checkStaged()).toEqual(sound);
  });

  test('a picture that it deletes where another entry shows it', async () => {
    await committed({ 'fair/b.md': entry('B', '![The hall](hall.svg)'), 'fair/hall.svg': aDrawing });
    await repository.git('rm', '--quiet', 'content/fair/hall.svg');
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/b.md:5:1 missing-picture'] });
  });

  test('the whole event where it changes the settings, and no other event', async () => {
    await committed({ 'other/event.md': settings.event(), 'other/late.md': entryFile('Late', '2020-05-01') });
    await stage({ 'content/fair/event.md': settings.event().replace('starts: 2020-03-01', 'starts: 2020-03-03') });
    expect(await checkStaged()).toEqual({
      code: 0,
      found: ['content/fair/a.md:3:7 outside-coverage', 'content/fair/b.md:3:7 outside-coverage'],
    });
  });

  test('the settings of an event that it takes away, and those of the archive', async () => {
    await committed();
    await repository.git('rm', '--quiet', 'content/fair/event.md');
    expect((await checkStaged()).found).toEqual(['content/fair/event.md:1:1 event-without-settings']);
    await repository.git('rm', '--quiet', 'content/site.yml');
    expect((await checkStaged()).found).toContain('content/site.yml:1:1 site-missing');
  });

  test('a slug that it takes from an entry behind it', async () => {
    await committed({ 'fair/z/opening.md': entry('Opening') });
    await stage({ 'content/fair/opening.md': entry('Opening, too') });
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/z/opening.md:1:1 duplicate-slug'] });
  });

  test('drafts, as if they were published', async () => {
    await committed();
    await stage({ 'content/fair/a.md': entry('A', '[there](gone.md)', 'draft: true\n') });
    expect(await checkStaged()).toEqual({ code: 1, found: ['content/fair/a.md:6:1 broken-link'] });
  });

  test('nothing outside the content folder, though it may look like content', async () => {
    await committed();
    await stage({ 'site.yml': 'nonsense', 'notes/event.md': 'nonsense', 'content-2/a.md': 'nonsense', 'a.md': '' });
    expect(await checkStaged()).toEqual(sound);
  });

  test('links of the file system, and submodules, which are refused', async () => {
    await committed();
    symlinkSync('a.md', join(repository.folder, 'content/fair/link.md'));
    await repository.git('add', '--all');
    const commit = (await repository.git('rev-parse', 'HEAD')).trim();
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},content/fair/module`);
    expect(await checkStaged()).toEqual({
      code: 1,
      found: ['content/fair/link.md:1:1 symbolic-link', 'content/fair/module:1:1 symbolic-link'],
    });
  });
});

describe('the content folder', () => {
  test('may be the top of the repository', async () => {
    await committed({}, '');
    await stage({ 'fair/a.md': linkTo('gone.md') });
    expect(await checkStaged('.', { CONTENT_DIR: '.' })).toEqual({ code: 1, found: ['fair/a.md:5:1 broken-link'] });
    await repository.git('rm', '--quiet', '--force', 'fair/b.md');
    expect((await checkStaged('fair', { CONTENT_DIR: repository.folder })).code).toBe(1);
  });

  test('may lie deeper, be called in any script, and be called through a link', async () => {
    await committed({}, 'sites/双十一 [a*]/content/');
    await stage({ 'sites/双十一 [a*]/content/fair/ä-双.md': linkTo('gone.md') });
    const found = ['sites/双十一 [a*]/content/fair/ä-双.md:5:1 broken-link'];
    expect(await checkStaged('.', { CONTENT_DIR: 'sites/双十一 [a*]/content' })).toEqual({ code: 1, found });
    symlinkSync('sites/双十一 [a*]/content', join(repository.folder, 'linked'));
    expect((await checkStaged('.', { CONTENT_DIR: 'linked' })).found).toEqual(['linked/fair/ä-双.md:5:1 broken-link']);
  });

  test('is found from a folder below the top, whatever git is set to print there', async () => {
    await committed();
    await stage({ 'content/fair/a.md': linkTo('gone.md'), 'elsewhere/x.txt': '' });
    await repository.git('config', 'diff.relative', 'true');
    await repository.git('config', 'diff.noprefix', 'true');
    await repository.git('config', 'status.relativePaths', 'true');
    await repository.git('config', 'core.quotePath', 'true');
    expect(await checkStaged('elsewhere', { CONTENT_DIR: '../content' })).toEqual({
      code: 1,
      found: ['../content/fair/a.md:5:1 broken-link'],
    });
  });

  test('may be that of a work tree beside the repository', async () => {
    await committed();
    const beside = `${repository.folder}-beside`;
    await repository.git('worktree', 'add', '--quiet', beside);
    await repository.write({ [join('..', `${beside.split('/').at(-1)}`, 'content/fair/a.md')]: linkTo('gone.md') });
    await repository.git('-C', beside, 'add', '--all');
    const { code, stdout } = await recapsuleIn(beside, ['check', '--staged', '--format', 'github']);
    expect({ code, first: stdout.split('::', 2)[1] }).toEqual({
      code: 1,
      first: 'error file=content/fair/a.md,line=5,col=1,title=broken-link',
    });
    expect(await checkStaged()).toEqual(sound);
  });
});

describe('where there is nothing that could be committed', () => {
  const refused = (where: string, env: Readonly<Record<string, string>> = {}) =>
    recapsuleIn(where, ['check', '--staged'], env);
  const how = '"recapsule check --help" says how it is used.\n';

  test('outside a repository, the command says so and ends with 2', async () => {
    const outside = join(parent, 'outside');
    mkdirSync(join(outside, 'content'), { recursive: true });
    const { code, stdout, stderr } = await refused(outside);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^What is staged cannot be read: fatal: not a git repository .*\n.*says how it is used\.\n$/s,
    );
    expect(await refused(repository.folder, { CONTENT_DIR: join(outside, 'content') })).toEqual({
      code: 2,
      stdout: '',
      stderr: `The content folder ${join(outside, 'content')} is not part of the repository ${repository.folder}.\n${how}`,
    });
  });

  test('in the middle of a merge, the command says so and ends with 2', async () => {
    await committed();
    await repository.git('checkout', '--quiet', '-b', 'other');
    await stage({ 'content/fair/a.md': entry('Other') });
    await repository.commit();
    await repository.git('checkout', '--quiet', 'main');
    await stage({ 'content/fair/a.md': entry('Mine') });
    await repository.commit();
    await expect(repository.git('merge', '--quiet', 'other')).rejects.toThrow('git merge');
    const { code, stdout, stderr } = await refused(repository.folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^What is staged cannot be read: content\/fair\/a\.md: unmerged /);
  });
});
