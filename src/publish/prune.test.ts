import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releasesOf } from './manifests.ts';
import { prune, removeDiscarded } from './prune.ts';
import { discardedOf, type PublishedSite } from './site-folder.ts';
import { switchTo } from './switch-release.ts';
import { aRelease, aSiteFolder, aStoredEvent } from './testing/a-site.ts';
import { textFiles } from './testing/sample-publish.ts';
import { missingIn } from './verify-complete.ts';

/** Four releases, each with another tree, picture and asset of its own, and some that all have. */
const publishFour = async (site: PublishedSite): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const count of [1, 2, 3, 4]) {
    const always = Buffer.from('always');
    const gala = await aStoredEvent(site, {
      notes: new Map([['record.json', `${count}`]]),
      media: new Map([
        ['always.png', always],
        [`only-${count}.png`, Buffer.from(`${count}`)],
      ]),
    });
    const brief = await aStoredEvent(site, {
      folder: 'brief',
      files: textFiles({ 'brief/index.html': '' }),
      media: new Map([['b.png', always]]),
    });
    const name = await aRelease(site, {
      commit: `${count}`.repeat(8),
      events: count === 1 ? [gala, brief] : [gala],
      assets: new Map([
        ['always.css', always],
        [`only-${count}.css`, Buffer.from(`${count}`)],
      ]),
    });
    await switchTo(site, name);
    names.push(name);
  }
  return names;
};

test('the newest releases and the current one stay, with all that they need and nothing else', async () => {
  const site = aSiteFolder();
  const [first = '', second = '', third = '', fourth = ''] = await publishFour(site);
  await switchTo(site, second);
  expect(prune(site, 1)).toEqual([third, first]);
  expect(readdirSync(discardedOf(site))).toHaveLength(1);
  await removeDiscarded(site);
  expect(readdirSync(discardedOf(site))).toEqual([]);
  expect(releasesOf(site).map(({ name }) => name)).toEqual([fourth, second]);
  expect([fourth, second].flatMap((name) => missingIn(site, name))).toEqual([]);
  expect(readdirSync(site.releases)).toEqual([second, `${second}.json`, fourth, `${fourth}.json`]);
  expect(readdirSync(site.events)).toEqual(['gala']);
  expect(readdirSync(join(site.events, 'gala'))).toHaveLength(2);
  expect(readdirSync(site.media)).toEqual(['gala']);
  expect(readdirSync(join(site.media, 'gala'))).toEqual(['always.png', 'only-2.png', 'only-4.png']);
  expect(readdirSync(site.assets)).toEqual(['always.css', 'only-2.css', 'only-4.css']);
});

test('what killed processes have left is removed, and what people have put there is not', async () => {
  const site = aSiteFolder();
  const [, , , fourth = ''] = await publishFour(site);
  mkdirSync(join(site.temporary, 'stage-x'));
  mkdirSync(join(site.releases, '20200101T000000Z-disk'));
  mkdirSync(join(site.releases, 'of-a-person'));
  mkdirSync(join(site.events, 'gala', 'left'));
  expect(prune(site, 1)).toHaveLength(3);
  const moved = readdirSync(discardedOf(site));
  expect(prune(site, 1)).toEqual([]);
  expect(readdirSync(discardedOf(site))).toEqual(moved);
  expect(readdirSync(site.temporary)).toEqual([]);
  expect(readdirSync(site.releases)).toEqual([fourth, `${fourth}.json`, 'of-a-person']);
  expect(readdirSync(join(site.events, 'gala'))).toHaveLength(1);
});

test('a tree that has been removed in part is whole again when it is stored again', async () => {
  const site = aSiteFolder();
  const gala = await aStoredEvent(site);
  rmSync(join(site.events, 'gala', gala.id, 'gala', 'first'), { recursive: true });
  expect(await aStoredEvent(site)).toEqual(gala);
  expect(missingIn(site, await aRelease(site, { events: [gala] }))).toEqual([]);
});

test('a site in which nothing has been published has nothing to remove', () => {
  expect(prune(aSiteFolder(), 3)).toEqual([]);
});
