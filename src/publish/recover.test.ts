import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { entryFile, settings, temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { aDrawing } from '../inspect/testing/check.ts';
import { openContent } from './content-of.ts';
import { type EventTree, treeFolder } from './manifests.ts';
import { type Published, publishSite } from './publish-site.ts';
import { openSiteFolder, type PublishedSite } from './site-folder.ts';
import { currentRelease } from './switch-release.ts';
import { aWorkspace, twoEvents, type Workspace } from './testing/a-workspace.ts';
import { flip, replaceByEndless, replaceByPipe } from './testing/damage.ts';
import { missingIn } from './verify-complete.ts';

const folder = temporaryFolder();
let workspace: Workspace;
let site: PublishedSite;

beforeEach(async () => {
  workspace = await aWorkspace(folder, {
    ...twoEvents,
    'gala/event.md': settings.event('hero: {picture: stage.svg, alt: The stage}\n'),
    'gala/stage.svg': aDrawing,
  });
  site = openSiteFolder(workspace.site.folder);
  vi.stubEnv('CACHE_DIR', workspace.cache);
});
afterEach(() => vi.unstubAllEnvs());

const publish = async (commit?: string, mayLose = false): Promise<Published> =>
  publishSite(site, await openContent({ repo: workspace.repository.folder, disk: false, ...(commit && { commit }) }), {
    now: '2026-11-24T08:00:00Z',
    mayLose: async () => mayLose,
  });

const treeOf = (event: string): EventTree => {
  const tree = workspace.releases()[0]?.events.find((one) => one.folder === event);
  if (!tree) throw new Error(`There is no event ${event}`);
  return tree;
};

const fileOf = (event: string, path: string): string => join(treeFolder(site, treeOf(event)), path);

/** Whether readers have all of the newest release, and no file beside it. */
const expectWhole = (): void => {
  const name = currentRelease(site) ?? '';
  expect(workspace.releases()[0]?.name).toBe(name);
  expect(missingIn(site, name)).toEqual([]);
};

describe('what the release before has lost or changed is made anew', () => {
  test('in an event whose content has not changed', async () => {
    await publish();
    const before = readTree('gala');
    flip(fileOf('gala', 'gala/first/index.html'));
    rmSync(fileOf('gala', 'record.json'));
    truncateSync(pictureOf('gala'), 10);
    await workspace.commit({ 'fair/third.md': entryFile('The third', '2020-03-05T10:00') });
    expect(await publish()).toMatchObject({ kind: 'live', events: ['fair', 'gala'] });
    expectWhole();
    expect(readTree('gala')).toEqual(before);
    expect(await publish()).toMatchObject({ kind: 'unchanged' });
  });

  test('and so is one that changes: it takes no damaged page along', async () => {
    await publish();
    flip(fileOf('gala', 'gala/first/index.html'));
    await workspace.commit({ 'gala/second.md': entryFile('The second', '2020-03-05T10:00') });
    expect(await publish()).toMatchObject({ kind: 'live', events: ['gala'] });
    expectWhole();
  });

  test('and what lies beside the events, though nothing has changed', async () => {
    await publish();
    for (const damage of [
      (release: string) => flip(join(release, 'index.html')),
      (release: string) => replaceByPipe(join(release, 'rss.xml')),
      () => rmSync(join(site.assets, readdirSync(site.assets)[0] ?? '')),
    ]) {
      damage(join(site.releases, currentRelease(site) ?? ''));
      expect(await publish()).toMatchObject({ kind: 'live', events: [] });
      expectWhole();
    }
    expect(await publish()).toMatchObject({ kind: 'unchanged' });
  });
});

test('a pipe or an endless file in the place of a page lets no publish wait, and the page is made anew', async () => {
  await publish();
  for (const damage of [replaceByPipe, replaceByEndless]) {
    damage(fileOf('gala', 'gala/first/index.html'));
    damage(fileOf('gala', 'gala/rss.xml'));
    expect(await publish()).toMatchObject({ kind: 'live', events: ['gala'] });
    expectWhole();
  }
});

const losingFirst = {
  kind: 'unfit',
  lost: [{ rule: 'lost-address', message: expect.stringContaining('"/gala/first/"') }],
  forgotten: [],
};

describe('what readers have seen stays protected', () => {
  test('where the link to the release and the manifests of its events are gone', async () => {
    await publish();
    rmSync(fileOf('gala', 'manifest.json'));
    rmSync(site.current);
    await workspace.commit({ 'gala/first.md': null });
    expect(await publish()).toMatchObject(losingFirst);
    await workspace.commit({
      'gala/third.md': entryFile('The third', '2020-03-06T10:00', 'It is here.', 'aliases: [first]\n'),
    });
    expect(await publish()).toMatchObject({ kind: 'live' });
    expectWhole();
  });

  test('where a tree is gone and its event has changed, by the ledger', async () => {
    await publish();
    rmSync(treeFolder(site, treeOf('gala')), { recursive: true });
    await workspace.commit({ 'gala/first.md': null, 'gala/second.md': entryFile('The second', '2020-03-05T10:00') });
    expect(await publish()).toMatchObject(losingFirst);
    expect(await publish(undefined, true)).toMatchObject({ kind: 'live' });
    expectWhole();
  });
});

const pictureOf = (event: string): string => join(site.media, event, readdirSync(join(site.media, event))[0] ?? '');

const readTree = (event: string): readonly string[] => {
  const place = treeFolder(site, treeOf(event));
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ parentPath, name }) =>
        `${join(parentPath, name).slice(place.length)} ${readFileSync(join(parentPath, name), 'hex')}`,
    )
    .sort();
};
