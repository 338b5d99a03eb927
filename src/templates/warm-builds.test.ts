import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { entryFile, settings, temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { buildIn } from './testing/build-in.ts';

beforeEach(() => {
  vi.stubEnv('SITE_URL', '');
  vi.stubEnv('DRAFTS', '');
});

const content = {
  'site.yml': settings.site,
  'gala/event.md': settings.event(),
  'gala/first.md': entryFile('The first', '2020-03-02T10:00'),
  'gala/1000-late.md': entryFile('A late entry', '2020-04-02T11:00'),
  'flight/event.md': settings.event(),
  'flight/first.md': entryFile('The first', '2020-03-02T10:00'),
};

test('a build of what has not changed says the same, keeps each file, and repairs what was changed', async () => {
  const folder = temporaryFolder();
  const dist = join(folder, 'dist');
  const first = await buildIn(folder, content);
  expect(first.diagnostics.map(({ rule }) => rule)).toEqual(['file-time-disagrees', 'outside-coverage']);
  const identity = (path: string): string => {
    // With the time: a file may get the number of one that was just removed.
    const { ino, mtimeNs } = statSync(join(dist, path), { bigint: true });
    return `${ino} ${mtimeNs}`;
  };
  const numbers = () => new Map([...filesOf(dist).keys()].map((path) => [path, identity(path)]));
  const [files, before] = [filesOf(dist), numbers()];
  expect(await buildIn(folder, content)).toEqual(first);
  expect(numbers()).toEqual(before);

  writeFileSync(join(dist, 'gala/first/index.html'), 'Edited by hand');
  writeFileSync(join(dist, 'flight/stray.html'), 'Of somebody else');
  rmSync(join(dist, 'rss.xml'));
  expect(await buildIn(folder, content)).toEqual(first);
  expect(filesOf(dist)).toEqual(files);
  const after = numbers();
  expect([...after].filter(([path, number]) => number !== before.get(path)).map(([path]) => path)).toEqual([
    'gala/first/index.html',
    'rss.xml',
  ]);

  await buildIn(folder, { ...content, 'gala/first.md': entryFile('The first, corrected', '2020-03-02T10:00') });
  const changed = [...numbers()].filter(([path, number]) => number !== after.get(path)).map(([path]) => path);
  expect(changed).toContain('gala/first/index.html');
  expect(changed.filter((path) => path.startsWith('flight/') || path.startsWith('_astro/'))).toEqual([]);
  expect(changed).not.toContain('gala/milestones/index.html');
});

test('an event is rendered again where something is otherwise that it shows of another one', async () => {
  const folder = temporaryFolder();
  const linked = {
    ...content,
    'flight/first.md': entryFile('The first', '2020-03-02T10:00', 'See [it](/gala/first/) and [all](/gala/).'),
  };
  const pageOf = async (gala: Readonly<Record<string, string>>): Promise<string> => {
    await buildIn(folder, { ...linked, ...gala });
    return readFileSync(join(folder, 'dist/flight/first/index.html'), 'utf8');
  };
  expect(await pageOf({})).toContain('href="/gala/first/"');
  const number = statSync(join(folder, 'dist/flight/first/index.html')).ino;
  await pageOf({ 'gala/first.md': entryFile('Another title', '2020-03-02T10:00') });
  expect(statSync(join(folder, 'dist/flight/first/index.html')).ino).toBe(number);
  const renamed = entryFile('The first', '2020-03-02T10:00', 'Text.', 'slug: renamed\naliases: [first]\n');
  expect(await pageOf({ 'gala/first.md': renamed })).toContain('href="/gala/renamed/"');
  // As it was before: what an earlier build knew of it is not what holds now.
  expect(await pageOf({})).toContain('href="/gala/first/"');
});

test('a time that is still to come is said of each build by its own clock', async () => {
  const folder = temporaryFolder();
  const later = { ...content, 'gala/later.md': entryFile('Later', '2031-03-02T10:00') };
  const saidAt = async (time: string): Promise<readonly string[]> => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse(time));
    const { diagnostics } = await buildIn(folder, later);
    vi.restoreAllMocks();
    return diagnostics
      .filter(({ rule }) => rule === 'future-time')
      .map(({ message }) => message.replace(/.* up/, 'up'));
  };
  expect(await saidAt('2030-01-01T10:00Z')).toEqual(['up to 2030-01-01 11:00']);
  expect(await saidAt('2030-01-02T10:00Z')).toEqual(['up to 2030-01-02 11:00']);
  expect(await saidAt('2032-01-02T10:00Z')).toEqual([]);
});
