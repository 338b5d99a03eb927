import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentRelease } from '../src/publish/switch-release.ts';
import {
  aWorkspace,
  publishedWorkspace,
  see,
  sees,
  twoEvents,
  type Workspace,
} from '../src/publish/testing/a-workspace.ts';
import { missingIn } from '../src/publish/verify-complete.ts';
import { brokenLinks, filesOf } from './testing/built-site.ts';
import { samplesFolder } from './testing/samples.ts';
import { entryFile, settings, temporaryFolder } from './testing/temporary-content.ts';

const folder = temporaryFolder();

const published = (content?: Parameters<typeof aWorkspace>[1]): Promise<Workspace> =>
  publishedWorkspace(folder, content);

describe('the first publish and those after it', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await aWorkspace(folder, {
      ...twoEvents,
      'gala/dress.md': entryFile('A rehearsal', '2020-03-01T10:00'),
    });
  });

  test('the first one makes all events, and names the release', async () => {
    const { code, stdout, stderr } = await workspace.publish();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^Live after \d+\.\d\d s; made anew: fair, gala\.\n$/),
    });
    expect(stdout).toBe(`${currentRelease(workspace.site)}\n`);
    expect(missingIn(workspace.site, stdout.trim(), { hashes: true })).toEqual([]);
    expect(brokenLinks(filesOf(join(workspace.site.releases, stdout.trim())))).toEqual([]);
    expect(see(workspace, 'gala/first/index.html')).toContain('The curtain rises');
    expect(see(workspace, 'rss.xml')).toContain('The doors close');
    expect(see(workspace, '_astro/newsreader-licence.txt')).toContain('SIL Open Font License, Version 1.1');
    expect(see(workspace, '.nojekyll')).toBe('');
    expect(workspace.releases()[0]?.commit).toBe((await workspace.repository.git('rev-parse', 'HEAD')).trim());
  });

  test('the same again changes nothing', async () => {
    const before = currentRelease(workspace.site);
    const { code, stdout, stderr } = await workspace.publish();
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `${before}\n`,
      stderr: 'Readers see all of it already.\n',
    });
    expect(workspace.releases()).toHaveLength(1);
  });

  test('a new entry makes its event anew, and pages that stay the same keep their files', async () => {
    const kept = ['fair/index.html', 'fair/rss.xml', 'gala/dress/index.html'].map((path) => [
      path,
      workspace.inode(path),
    ]);
    const timeline = workspace.inode('gala/index.html');
    await workspace.commit({ 'gala/news.md': entryFile('A second song', '2020-03-05T10:00') });
    const { code, stderr } = await workspace.publish();
    expect(code).toBe(0);
    expect(stderr).toContain('made anew: gala.');
    expect(kept.map(([path]) => [path, workspace.inode(`${path}`)])).toEqual(kept);
    expect(workspace.inode('gala/index.html')).not.toBe(timeline);
    expect(see(workspace, 'gala/index.html')).toContain('A second song');
    expect(see(workspace, 'rss.xml')).toContain('A second song');
    expect(missingIn(workspace.site, currentRelease(workspace.site) ?? '', { hashes: true })).toEqual([]);
  });

  test('a commit that changes no content is a release in which no event is made anew', async () => {
    await workspace.commit({});
    expect((await workspace.publish()).stderr).toContain('; no event has changed.');
    expect(workspace.releases()[0]?.commit).toBe((await workspace.repository.git('rev-parse', 'HEAD')).trim());
  });

  test('an earlier commit can be published where nothing is lost by it', async () => {
    const { code } = await workspace.publish(['--commit', 'HEAD~1']);
    expect(code).toBe(0);
    expect(workspace.releases()[0]?.commit).toBe((await workspace.repository.git('rev-parse', 'HEAD~1')).trim());
  });

  test('--keep leaves so many releases', async () => {
    await workspace.commit({ 'gala/more.md': entryFile('A third song', '2020-03-06T10:00') });
    expect(await workspace.publish(['--keep', '2'])).toMatchObject({ code: 0 });
    expect(workspace.releases()).toHaveLength(2);
    for (const { name } of workspace.releases()) expect(missingIn(workspace.site, name, { hashes: true })).toEqual([]);
  });
});

test('content with an error is not published, and the report says where it is and how to fix it', async () => {
  const workspace = await published();
  const before = currentRelease(workspace.site);
  await workspace.commit({ 'gala/first.md': entryFile('The curtain rises', '2020-03-02T10:00', 'x', 'topcis: [a]\n') });
  const { code, stdout, stderr } = await workspace.publish();
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Nothing is published, because the content has errors:');
  expect(stderr).toContain('gala/first.md:4:1');
  expect(stderr).toContain('topics');
  expect(currentRelease(workspace.site)).toBe(before);
  expect(workspace.releases()).toHaveLength(1);
  expect(see(workspace, 'gala/first/index.html')).toContain('Something happened.');
});

test('errors of several events and above them are reported once, in the order of the files', async () => {
  const wrong = entryFile('Wrong', '2020-03-02T10:00', 'See [it](./nowhere.md).');
  const workspace = await aWorkspace(folder, {
    ...twoEvents,
    'gala/first.md': wrong,
    'fair/first.md': wrong,
    'fair/event.md': settings.event('aliases: [gala]\n'),
    'site.yml': settings.site.replace('language: en', 'langauge: en'),
  });
  const { code, stderr } = await workspace.publish();
  expect(code).toBe(1);
  const places = [...stderr.matchAll(/^\s*(\S+?\.(?:md|yml)):\d+:\d+/gm)].map(([, file]) => file);
  expect(places).toEqual([...places].sort());
  expect(stderr.match(/fair\/first\.md:\d/g)).toHaveLength(1);
  expect(stderr.match(/gala\/first\.md:\d/g)).toHaveLength(1);
  expect(sees(workspace, 'index.html')).toBe(false);
});

describe('what readers have seen', () => {
  test('is not lost unless that is wanted', async () => {
    const workspace = await published();
    const before = currentRelease(workspace.site);
    await workspace.commit({ 'fair/second.md': null });
    const { code, stdout, stderr } = await workspace.publish();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('fair/event.md:1:1 error lost-address\n  Unexpected loss of "/fair/second/", ');
    expect(stderr).toContain('"aliases: [second]"');
    expect(currentRelease(workspace.site)).toBe(before);
    expect(await workspace.publish(['--allow-lost'])).toMatchObject({ code: 0 });
    expect(sees(workspace, 'fair/second/index.html')).toBe(false);
  });

  test('can be renamed where its slug stays as an alias', async () => {
    const workspace = await published();
    await workspace.commit({ 'fair/second.md': null, 'fair/closing.md': twoEvents['fair/second.md'] ?? '' });
    expect(await workspace.publish()).toMatchObject({ code: 1 });
    const aliased = entryFile('The doors close', '2020-03-04T10:00', 'Closed.', 'aliases: [second]\n');
    await workspace.commit({ 'fair/closing.md': aliased });
    expect(await workspace.publish()).toMatchObject({ code: 0 });
    expect(see(workspace, 'fair/second/index.html')).toContain('/fair/closing/');
    await workspace.commit({ 'fair/closing.md': entryFile('The doors close', '2020-03-04T10:00') });
    expect((await workspace.publish()).stderr).toContain(
      'fair/closing.md:2:1 error lost-address\n  Unexpected address "/fair/closing/" of a text that readers know at "/fair/second/", ',
    );
  });

  test('can be withdrawn', async () => {
    const workspace = await published();
    const more = 'withdrawn: {time: 2020-03-05T10:00, reason: It was another door}\n';
    await workspace.commit({ 'fair/second.md': entryFile('The doors close', '2020-03-04T10:00', 'Secret.', more) });
    expect(await workspace.publish()).toMatchObject({ code: 0 });
    expect(see(workspace, 'fair/second/index.html')).toContain('It was another door');
    for (const [path, bytes] of filesOf(join(workspace.site.releases, currentRelease(workspace.site) ?? '')))
      expect(bytes.toString(), path).not.toContain('Secret.');
  });

  test('moves with its event where the earlier slug of that is an alias', async () => {
    const workspace = await published();
    const moved = {
      'fair/first.md': null,
      'fair/second.md': null,
      'fair/event.md': null,
      'expo/first.md': twoEvents['fair/first.md'] ?? '',
      'expo/second.md': twoEvents['fair/second.md'] ?? '',
    };
    await workspace.commit({ ...moved, 'expo/event.md': settings.event() });
    const { code, stderr } = await workspace.publish();
    expect(code).toBe(1);
    expect(stderr).toContain(
      'expo/event.md:2:1 error lost-address\n  Unexpected event "expo" with texts that readers know at "/fair/", ',
    );
    expect(stderr).toContain('> aliases: [fair]');
    await workspace.commit({ 'expo/event.md': settings.event('aliases: [fair]\n') });
    const renamed = await workspace.publish();
    expect(renamed).toMatchObject({ code: 0 });
    expect(renamed.stderr).toContain('made anew: expo.');
    expect(see(workspace, 'fair/second/index.html')).toContain('/expo/second/');
    expect(see(workspace, 'fair/index.html')).toContain('/expo/');
    expect(missingIn(workspace.site, currentRelease(workspace.site) ?? '', { hashes: true })).toEqual([]);
  });
});

describe('a link to an entry of another event', () => {
  const linking = {
    ...twoEvents,
    'gala/first.md': entryFile('The curtain rises', '2020-03-02T10:00', 'See [it](../fair/second.md).'),
  };

  test('is refused where that is renamed, though the file of the link has not changed', async () => {
    const workspace = await published(linking);
    expect(see(workspace, 'gala/first/index.html')).toContain('href="/fair/second/"');
    const aliased = entryFile('The doors close', '2020-03-04T10:00', 'Closed.', 'aliases: [second]\n');
    await workspace.commit({ 'fair/second.md': null, 'fair/closing.md': aliased });
    const { code, stderr } = await workspace.publish();
    expect(code).toBe(1);
    expect(stderr).toContain('gala/first.md:5:');
    expect(stderr).toContain('Unexpected link to "fair/second.md"');
  });

  test('by its address is made anew where that has moved and left an alias', async () => {
    const byAddress = entryFile('The curtain rises', '2020-03-02T10:00', 'See [it](/fair/second/).');
    const workspace = await published({ ...linking, 'gala/first.md': byAddress });
    const aliased = entryFile('The doors close', '2020-03-04T10:00', 'Closed.', 'aliases: [second]\n');
    await workspace.commit({ 'fair/second.md': null, 'fair/closing.md': aliased });
    const { code, stderr } = await workspace.publish();
    expect(code).toBe(0);
    expect(stderr).toContain('made anew: fair, gala.');
    expect(see(workspace, 'gala/first/index.html')).toContain('href="/fair/closing/"');
  });

  test('costs nothing where that has only been edited', async () => {
    const workspace = await published(linking);
    await workspace.commit({ 'fair/second.md': entryFile('The doors close', '2020-03-04T10:00', 'At last.') });
    expect((await workspace.publish()).stderr).toContain('made anew: fair.');
  });
});

test('a picture is published with its event, and goes on to be where its entry stays', async () => {
  const picture = readFileSync(join(samplesFolder, '11-11-2019/four-towers.png'));
  const shown = entryFile('The curtain rises', '2020-03-02T10:00', '![A tower](./tower.png)');
  const workspace = await published({ ...twoEvents, 'gala/first.md': shown, 'gala/tower.png': picture });
  const [, name] = / src="\/gala\/media\/([^"]+)"/.exec(see(workspace, 'gala/first/index.html')) ?? [];
  const inode = workspace.inode(`gala/media/${name}`);
  await workspace.commit({ 'gala/more.md': entryFile('More', '2020-03-06T10:00') });
  expect(await workspace.publish()).toMatchObject({ code: 0 });
  expect(workspace.inode(`gala/media/${name}`)).toBe(inode);
  expect(missingIn(workspace.site, currentRelease(workspace.site) ?? '', { hashes: true })).toEqual([]);
});

test('what cannot be removed after the switch is only reported', async () => {
  const workspace = await published();
  // A file where prune expects the folder of an event.
  writeFileSync(join(workspace.site.media, 'stray'), '');
  await workspace.commit({ 'gala/news.md': entryFile('News', '2020-03-05T10:00') });
  const { code, stdout, stderr } = await workspace.publish();
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${currentRelease(workspace.site)}\n` });
  expect(stderr).toContain('Earlier releases could not be removed: ');
  expect(see(workspace, 'gala/news/index.html')).toContain('News');
});
