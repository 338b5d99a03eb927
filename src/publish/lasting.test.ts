import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recapsuleIn } from '../../scripts/testing/repository.ts';
import { entryFile, settings, temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { aDrawing } from '../inspect/testing/check.ts';
import { openContent } from './content-of.ts';
import { readRelease } from './manifests.ts';
import { type Published, publishSite } from './publish-site.ts';
import { reportOf } from './report-published.ts';
import { openSiteFolder, type PublishedSite } from './site-folder.ts';
import { aWorkspace, see, sees, twoEvents, type Workspace } from './testing/a-workspace.ts';
import { missingIn } from './verify-complete.ts';

let workspace: Workspace;
let site: PublishedSite;

beforeAll(async () => {
  workspace = await aWorkspace(temporaryFolder(), {
    ...twoEvents,
    'gala/first.md': entryFile('The curtain rises', '2020-03-02T10:00', 'It rises.', 'topics: [songs]\n'),
    'gala/stage.svg': aDrawing,
    'gala/wrong.md': entryFile('Wrong', '2020-03-02T11:00', 'A wrong name.\n\n![The stage](stage.svg)'),
    'fair/first.md': entryFile('The doors open', '2020-03-03T10:00', 'They open.'),
  });
  site = openSiteFolder(workspace.site.folder);
  vi.stubEnv('CACHE_DIR', workspace.cache);
});
afterAll(() => vi.unstubAllEnvs());

const publish = async (mayLose = false): Promise<Published> =>
  publishSite(site, await openContent({ repo: workspace.repository.folder, disk: false }), {
    now: '2026-11-24T08:00:00Z',
    mayLose: async () => mayLose,
  });

const live = async (): Promise<string> => {
  const published = await publish();
  if (published.kind !== 'live') throw new Error(reportOf(published, 0));
  expect(missingIn(site, published.release)).toEqual([]);
  return published.release;
};

const rollback = (...args: readonly string[]) =>
  recapsuleIn(workspace.repository.folder, ['rollback', '--site', site.folder, ...args], {
    CACHE_DIR: workspace.cache,
  });

const ledger = (): string => see(workspace, 'addresses.tsv');
const rowOf = (address: string): readonly string[] =>
  ledger()
    .split('\n')
    .find((line) => line.startsWith(`${address}\t`))
    ?.split('\t')
    .slice(1, 5) ?? [];

describe('what readers have seen stays, whatever becomes of it', () => {
  let before: string;
  let committed: string;

  test('the ledger knows it from the commit on', async () => {
    before = await live();
    committed = rowOf('/gala/first/')[1] ?? '';
    expect(committed).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(rowOf('/gala/first/')).toEqual(['entry', committed, 'page', '']);
    expect(readFileSync(join(site.folder, 'addresses.tsv'), 'utf8')).toBe(ledger());
    expect(await publish()).toMatchObject({ kind: 'unchanged', release: before });
  });

  test('an entry moves to another event, and its topic leads to the event that it was in', async () => {
    await workspace.commit({
      'gala/first.md': null,
      'fair/curtain.md': entryFile('The curtain rises', '2020-03-02T10:00', 'It rises.', 'aliases: [/gala/first/]\n'),
    });
    await live();
    expect(see(workspace, 'gala/first/index.html')).toContain('url=/fair/curtain/');
    expect(see(workspace, 'gala/topics/songs/index.html')).toContain('url=/gala/');
    for (const file of ['rss.xml', 'atom.xml', 'feed.json'])
      expect(sees(workspace, `gala/topics/songs/${file}`)).toBe(true);
    expect(rowOf('/gala/first/')).toEqual(['entry', committed, 'redirect', '/fair/curtain/']);
    expect(await publish()).toMatchObject({ kind: 'unchanged' });
    await workspace.commit({ 'gala/second.md': entryFile('The second', '2020-03-05T10:00') });
    await live();
    expect(see(workspace, 'gala/first/index.html')).toContain('url=/fair/curtain/');
  });

  test('an alias that another entry has is refused by name', async () => {
    const curtain = entryFile('The doors', '2020-03-04T10:00', 'x', 'aliases: [/gala/second/]\n');
    await workspace.commit({ 'fair/second.md': curtain });
    expect(await publish()).toMatchObject({
      kind: 'refused',
      diagnostics: [{ file: 'fair/second.md', rule: 'duplicate-slug', related: 'gala/second.md' }],
    });
    await workspace.commit({ 'fair/second.md': entryFile('The doors close', '2020-03-04T10:00') });
    await live();
  });

  test('a rollback takes nothing from what is known, nor does a damaged ledger', async () => {
    await workspace.commit({ 'fair/third.md': entryFile('The third', '2020-03-06T10:00', 'A third.') });
    await live();
    expect(await rollback()).toMatchObject({ code: 0 });
    writeFileSync(join(site.folder, 'addresses.tsv'), 'x');
    await workspace.commit({ 'fair/third.md': null });
    expect(await publish()).toMatchObject({ kind: 'unfit', lost: [{ rule: 'lost-address', file: 'fair/event.md' }] });
    await workspace.commit({ 'fair/other.md': entryFile('The third', '2020-03-06T10:00', 'A third.') });
    const refused = await publish();
    expect(reportOf(refused, 0)).toContain('  > aliases: [third]\n');
    await workspace.commit({
      'fair/other.md': entryFile('The third', '2020-03-06T10:00', 'A third.', 'aliases: [third]\n'),
    });
    await live();
  });

  test('all data of a renamed event stays below its earlier slug', async () => {
    const files = (top: string): readonly string[] =>
      readdirSync(join(site.current, top), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:xml|csv|json)$/.test(path) && !path.startsWith('search'))
        .sort();
    const earlier = files('fair');
    await workspace.commit({
      ...Object.fromEntries(['event', 'first', 'second', 'curtain', 'other'].map((name) => [`fair/${name}.md`, null])),
      'market/event.md': settings.event('aliases: [fair]\n'),
      'market/first.md': entryFile('The doors open', '2020-03-03T10:00', 'They open.'),
      'market/second.md': entryFile('The doors close', '2020-03-04T10:00'),
      'market/curtain.md': entryFile('The curtain rises', '2020-03-02T10:00', 'It rises.', 'aliases: [/gala/first/]\n'),
      'market/other.md': entryFile('The third', '2020-03-06T10:00', 'A third.', 'aliases: [third]\n'),
    });
    await live();
    expect(earlier.filter((path) => !files('fair').includes(path))).toEqual([]);
    expect(see(workspace, 'gala/first/index.html')).toContain('url=/market/curtain/');
    expect(rowOf('/fair/curtain/')).toEqual(['entry', expect.any(String), 'redirect', '/market/curtain/']);
  });
});

describe('what is withdrawn stays away', () => {
  const shown = (): readonly string[] =>
    readdirSync(join(site.media, 'gala')).filter((name) => name.startsWith('stage-'));
  let release: string;

  test('its pictures are gone from every release that is kept, which says so and is whole', async () => {
    expect(shown().length).toBeGreaterThan(0);
    await workspace.commit({
      'gala/wrong.md': entryFile(
        'Wrong',
        '2020-03-02T11:00',
        'x',
        'withdrawn: {time: 2020-03-07T10:00, reason: A wrong name.}\n',
      ),
    });
    const published = await publish();
    if (published.kind !== 'live') throw new Error(reportOf(published, 0));
    release = published.release;
    expect(existsSync(join(site.media, 'gala')) ? shown() : []).toEqual([]);
    expect(published.cleared.length).toBeGreaterThan(3);
    expect(reportOf(published, 0)).toContain(
      `What has been withdrawn has no pictures any more in ${published.cleared[0]}`,
    );
    for (const name of published.cleared) {
      expect(readRelease(site, name)?.withdrawn).toEqual(['/gala/wrong/']);
      expect(missingIn(site, name)).toEqual([]);
    }
    expect(rowOf('/gala/wrong/')).toEqual(['entry', expect.any(String), 'tombstone', '']);
    expect(ledger()).toMatch(/^\/gala\/media\/stage-.*\tmedia\t.*\tgone\t\t$/m);
  });

  test('no rollback shows it again', async () => {
    const refused = await rollback();
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain(
      'shows what has been withdrawn since, and nothing has been changed:\n  /gala/wrong/',
    );
    expect(await recapsuleIn(workspace.repository.folder, ['releases', '--site', site.folder])).toMatchObject({
      stdout: expect.stringContaining('shows what has been withdrawn since: /gala/wrong/'),
    });
    await workspace.commit({ 'gala/last.md': entryFile('The last', '2020-03-08T10:00') });
    await live();
    expect(await rollback()).toMatchObject({ code: 0, stdout: `Readers now see ${release}.\n` });
  });

  test('where every ledger is gone, what lies in the site says what must stay', async () => {
    rmSync(join(site.folder, 'addresses.tsv'));
    for (const { name } of workspace.releases()) rmSync(join(site.releases, name, 'addresses.tsv'), { force: true });
    await workspace.commit({ 'gala/second.md': null });
    expect(await publish()).toMatchObject({
      kind: 'unfit',
      lost: [{ message: expect.stringContaining('"/gala/second/"') }],
    });
  });
});
