import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { entryFile, settings, temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { aPage } from '../core/testing.ts';
import { openContent } from './content-of.ts';
import { treeFolder } from './manifests.ts';
import { type Published, publishSite } from './publish-site.ts';
import { openSiteFolder, type PublishedSite } from './site-folder.ts';
import { aWorkspace, twoEvents, type Workspace } from './testing/a-workspace.ts';
import { comparePublishes } from './testing/compare-publishes.ts';
import { missingIn } from './verify-complete.ts';

const folder = temporaryFolder();
const at = '2020-03-02T10:00';
let workspace: Workspace;
let site: PublishedSite;

beforeEach(async () => {
  workspace = await aWorkspace(folder);
  site = openSiteFolder(workspace.site.folder);
  vi.stubEnv('CACHE_DIR', workspace.cache);
});

const publish = async (): Promise<Published> =>
  publishSite(site, await openContent({ repo: workspace.repository.folder, disk: false }), {
    now: '2026-11-24T08:00:00Z',
    mayLose: async () => false,
  });

const releaseOf = (published: Published): string => ('release' in published ? published.release : published.kind);

/** The rules of what is wrong, by file. */
const rulesOf = (published: Published): readonly string[] =>
  'diagnostics' in published ? published.diagnostics.map(({ file, rule }) => `${file} ${rule}`) : [];

test('an event whose pages are gone from the store is made again, though nothing has changed', async () => {
  await publish();
  const [gala] = workspace.releases()[0]?.events.filter(({ folder: slug }) => slug === 'gala') ?? [];
  if (!gala) throw new Error('The event gala is not in the release');
  rmSync(treeFolder(site, gala), { recursive: true });
  const again = await publish();
  expect(again).toMatchObject({ kind: 'live', events: ['gala'] });
  expect(missingIn(site, releaseOf(again))).toEqual([]);
  expect(await publish()).toMatchObject({ kind: 'unchanged' });
});

test('folders without an event are no change, and nothing in them is lost', async () => {
  await workspace.commit({ 'pictures/a.txt': 'x', 'gala/.hidden': 'x' });
  expect(await publish()).toMatchObject({ kind: 'live' });
  expect(await publish()).toMatchObject({ kind: 'unchanged' });
});

test('of the pages of the archive that changes which is shown everywhere; one that is gone is missed, as a copy is', async () => {
  const own = {
    'pages/imprint.md': aPage(),
    'public/a.pdf': 'x',
    'gala/first.md': entryFile('A', at, '[i](/imprint/)'),
  };
  await workspace.commit(own);
  expect(await publish()).toMatchObject({ kind: 'live', events: ['fair', 'gala'] });
  await workspace.commit({ 'pages/imprint.md': aPage({ description: 'New' }, 'New.'), 'public/a.pdf': 'y' });
  const changed = await publish();
  expect(changed).toMatchObject({ kind: 'live', events: [], diagnostics: [] });
  const read = (path: string): string => readFileSync(join(site.folder, 'current', path), 'utf8');
  expect([read('imprint/index.html').includes('<p>New.</p>'), read('a.pdf')]).toEqual([true, 'y']);
  expect(await publish()).toMatchObject({ kind: 'unchanged' });
  await workspace.commit({ 'pages/imprint.md': aPage({ title: 'Legal' }) });
  expect(await publish()).toMatchObject({ kind: 'live', events: ['fair', 'gala'] });
  await workspace.commit({ 'pages/imprint.md': aPage({}, '[nowhere](/gala/frist/)') });
  expect(rulesOf(await publish())).toEqual(['pages/imprint.md broken-link']);
  await workspace.commit({ 'pages/imprint.md': null, 'public/a.pdf': null, 'gala/first.md': entryFile('A', at) });
  const gone = (address: string) => ({ rule: 'lost-address', message: expect.stringContaining(`"${address}"`) });
  expect(await publish()).toMatchObject({ kind: 'unfit', lost: [gone('/a.pdf'), gone('/imprint/')] });
});

describe('only what has changed is looked at, and yet an error is reported as in a check of everything', () => {
  beforeEach(async () => {
    await publish();
  });

  test('where an event wants the address of one that has not changed', async () => {
    await workspace.commit({ 'fair/event.md': settings.event('aliases: [gala]\n') });
    expect(rulesOf(await publish())).toEqual(['gala/event.md duplicate-slug']);
    await workspace.commit({
      'fair/event.md': settings.event('aliases: [gala]\n').replace('Europe/Berlin', 'Mars/Base'),
    });
    expect(rulesOf(await publish())).toEqual(['fair/event.md invalid-value', 'gala/event.md duplicate-slug']);
  });

  test('where two folders have the same name in two forms of Unicode', async () => {
    await workspace.commit({ 'caf\u00e9/event.md': settings.event() });
    expect(await publish()).toMatchObject({ kind: 'live', events: ['caf\u00e9'] });
    await workspace.commit({ 'cafe\u0301/event.md': settings.event() });
    expect(rulesOf(await publish())).toEqual(['caf\u00e9/event.md duplicate-slug']);
  });

  test('where a folder has no settings, and where a file lies beside the events', async () => {
    await workspace.commit({ 'loose/a.md': entryFile('Loose', at) });
    expect(rulesOf(await publish())).toEqual(['loose/event.md event-without-settings']);
    await workspace.commit({ 'loose/a.md': null, 'stray.md': entryFile('Stray', at) });
    expect(rulesOf(await publish())).toEqual(['stray.md entry-without-event']);
  });

  test('where the address of another event is nearly right', async () => {
    await workspace.commit({ 'gala/first.md': entryFile('First', at, 'See [it](/fiar/second/).') });
    const published = await publish();
    expect(published).toMatchObject({ kind: 'refused', diagnostics: [{ hint: 'Did you mean "/fair/second/"?' }] });
  });
});

test('warnings are reported when their event is made, and not again', async () => {
  await workspace.commit({ 'gala/first.md': entryFile('First', at, 'Run <script>alert(1)</script> this.') });
  expect(rulesOf(await publish())).toEqual(['gala/first.md unsafe-html']);
  await workspace.commit({ 'fair/first.md': entryFile('First', at) });
  expect(await publish()).toMatchObject({ kind: 'live', events: ['fair'], diagnostics: [] });
});

test('the content of an event keeps its address under the name that its folder has', async () => {
  await workspace.commit({ 'cafe\u0301/event.md': settings.event(), 'cafe\u0301/first.md': entryFile('First', at) });
  expect(await publish()).toMatchObject({ kind: 'live' });
  await workspace.commit({ 'cafe\u0301/first.md': entryFile('First', at, 'More.') });
  const published = await publish();
  expect(published).toMatchObject({ kind: 'live', events: ['cafe\u0301'] });
  expect(workspace.inode('caf\u00e9/first/index.html')).toBeGreaterThan(0);
  expect(missingIn(site, releaseOf(published))).toEqual([]);
});

test('an alias can go from one event to another', async () => {
  await workspace.commit({
    'gala/event.md': settings.event('aliases: [both]\n'),
    'fair/first.md': entryFile('First', at, 'See [it](/both/first/).'),
  });
  await publish();
  await workspace.commit({
    'gala/event.md': settings.event(),
    'show/event.md': settings.event('aliases: [both]\n'),
    'show/first.md': twoEvents['gala/first.md'] ?? '',
  });
  expect(await publish()).toMatchObject({ kind: 'live', events: ['fair', 'gala', 'show'] });
});

test('an entry of the future is reported, moves no date of machines, and does once a later commit has reached it', async () => {
  const commitAt = async (time: string, files: Readonly<Record<string, string>>) => {
    vi.stubEnv('GIT_COMMITTER_DATE', time);
    await workspace.commit(files);
    return publish();
  };
  const lastmods = () => [
    ...new Set(readFileSync(join(site.folder, 'current/gala/sitemap.xml'), 'utf8').match(/<lastmod>[^<]*/g)),
  ];
  const first = await commitAt('2020-03-02T12:00:00Z', { 'gala/soon.md': entryFile('Soon', '2020-03-02T18:00') });
  expect(first).toMatchObject({ kind: 'live', events: ['fair', 'gala'] });
  expect(rulesOf(first)).toContain('gala/soon.md future-time');
  expect(lastmods()).toEqual(['<lastmod>2020-03-02T09:00:00Z']);
  expect(
    await commitAt('2020-03-02T16:59:59Z', { 'fair/first.md': entryFile('Open', '2020-03-02T10:00') }),
  ).toMatchObject({
    events: ['fair'],
  });
  expect(
    await commitAt('2020-03-02T17:00:00Z', { 'fair/first.md': entryFile('Opened', '2020-03-02T10:00') }),
  ).toMatchObject({
    events: ['fair', 'gala'],
  });
  expect(lastmods()).toContain('<lastmod>2020-03-02T17:00:00Z');
});

test('an event in two languages is made again only where the other changes what it shows, with the bytes of a full build', async () => {
  const page = (path: string): string => readFileSync(join(site.folder, 'current', path, 'index.html'), 'utf8');
  await workspace.commit({
    'gala/event.md': settings.event('translations: {de: fest}\n'),
    'fest/event.md': settings.event('language: de\ntranslations: {en: gala}\n'),
    'fest/anfang.md': entryFile('Der Vorhang geht auf', at),
  });
  expect(await publish()).toMatchObject({ kind: 'live', events: ['fair', 'fest', 'gala'] });
  expect(page('gala/first')).not.toContain('hreflang="x-default"');
  await workspace.commit({ 'fest/mehr.md': entryFile('Noch etwas', at) });
  expect(await publish()).toMatchObject({ kind: 'live', events: ['fest'] });
  await workspace.commit({ 'fest/anfang.md': entryFile('Der Vorhang', at, 'Ja.', 'translates: first\n') });
  expect(await publish()).toMatchObject({ kind: 'live', events: ['fest', 'gala'] });
  expect(page('gala/first')).toContain('hreflang="de" href="https://recaps.test/fest/anfang/"');
  await workspace.commit({ 'gala/first.md': null });
  expect(rulesOf(await publish())).toEqual(['fest/anfang.md unknown-translation']);
  await workspace.commit({
    'gala/first.md': twoEvents['gala/first.md'] ?? '',
    'fest/event.md': settings.event('language: de\n'),
  });
  expect(rulesOf(await publish())).toEqual([
    'fest/anfang.md unknown-translation',
    'gala/event.md one-sided-translation',
  ]);
  await workspace.commit({
    'fest/event.md': settings.event('language: de\ntranslations: {en: gala}\n'),
    'fest/anfang.md': entryFile('Der Vorhang', at),
  });
  const compared = await comparePublishes(site, workspace.repository.folder, join(folder, 'compared'));
  expect(compared).toEqual({ incremental: 'live', full: 'live', differing: [], broken: [] });
  expect(page('gala/first')).not.toContain('hreflang="x-default"');
});
