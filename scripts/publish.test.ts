import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentRelease } from '../src/publish/switch-release.ts';
import { aDesk, type Desk, publishedDesk, see, sees, twoEvents } from '../src/publish/testing/a-desk.ts';
import { missingIn } from '../src/publish/verify-complete.ts';
import { brokenLinks, filesOf } from './testing/built-site.ts';
import { samplesFolder } from './testing/samples.ts';
import { entryFile, settings, temporaryFolder } from './testing/temporary-content.ts';

const folder = temporaryFolder();

const published = (content?: Parameters<typeof aDesk>[1]): Promise<Desk> => publishedDesk(folder, content);

describe('the first publish and those after it', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await aDesk(folder, { ...twoEvents, 'gala/dress.md': entryFile('A rehearsal', '2020-03-01T10:00') });
  });

  test('the first one makes all events, and names the release', async () => {
    const { code, stdout, stderr } = await desk.publish();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^Live after \d+\.\d\d s; made anew: fair, gala\.\n$/),
    });
    expect(stdout).toBe(`${currentRelease(desk.site)}\n`);
    expect(missingIn(desk.site, stdout.trim(), { hashes: true })).toEqual([]);
    expect(brokenLinks(filesOf(join(desk.site.releases, stdout.trim())))).toEqual([]);
    expect(see(desk, 'gala/first/index.html')).toContain('The curtain rises');
    expect(see(desk, 'rss.xml')).toContain('The doors close');
    expect(see(desk, '_astro/newsreader-licence.txt')).toContain('SIL Open Font License, Version 1.1');
    expect(see(desk, '.nojekyll')).toBe('');
    expect(desk.releases()[0]?.commit).toBe((await desk.repository.git('rev-parse', 'HEAD')).trim());
  });

  test('the same again changes nothing', async () => {
    const before = currentRelease(desk.site);
    const { code, stdout, stderr } = await desk.publish();
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `${before}\n`,
      stderr: 'Readers see all of it already.\n',
    });
    expect(desk.releases()).toHaveLength(1);
  });

  test('a new entry makes its event anew, and pages that stay the same keep their files', async () => {
    const kept = ['fair/index.html', 'fair/rss.xml', 'gala/dress/index.html'].map((path) => [path, desk.inode(path)]);
    const timeline = desk.inode('gala/index.html');
    await desk.commit({ 'gala/news.md': entryFile('A second song', '2020-03-05T10:00') });
    const { code, stderr } = await desk.publish();
    expect(code).toBe(0);
    expect(stderr).toContain('made anew: gala.');
    expect(kept.map(([path]) => [path, desk.inode(`${path}`)])).toEqual(kept);
    expect(desk.inode('gala/index.html')).not.toBe(timeline);
    expect(see(desk, 'gala/index.html')).toContain('A second song');
    expect(see(desk, 'rss.xml')).toContain('A second song');
    expect(missingIn(desk.site, currentRelease(desk.site) ?? '', { hashes: true })).toEqual([]);
  });

  test('a commit that changes no content is a release in which no event is made anew', async () => {
    await desk.commit({});
    expect((await desk.publish()).stderr).toContain('; no event has changed.');
    expect(desk.releases()[0]?.commit).toBe((await desk.repository.git('rev-parse', 'HEAD')).trim());
  });

  test('an earlier commit can be published where nothing is lost by it', async () => {
    const { code } = await desk.publish(['--commit', 'HEAD~1']);
    expect(code).toBe(0);
    expect(desk.releases()[0]?.commit).toBe((await desk.repository.git('rev-parse', 'HEAD~1')).trim());
  });

  test('--keep leaves so many releases', async () => {
    await desk.commit({ 'gala/more.md': entryFile('A third song', '2020-03-06T10:00') });
    expect(await desk.publish(['--keep', '2'])).toMatchObject({ code: 0 });
    expect(desk.releases()).toHaveLength(2);
    for (const { name } of desk.releases()) expect(missingIn(desk.site, name, { hashes: true })).toEqual([]);
  });
});

test('content with an error is not published, and the report says where it is and how it is mended', async () => {
  const desk = await published();
  const before = currentRelease(desk.site);
  await desk.commit({ 'gala/first.md': entryFile('The curtain rises', '2020-03-02T10:00', 'x', 'topcis: [a]\n') });
  const { code, stdout, stderr } = await desk.publish();
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Nothing is published, because the content has errors:');
  expect(stderr).toContain('gala/first.md:4:1');
  expect(stderr).toContain('topics');
  expect(currentRelease(desk.site)).toBe(before);
  expect(desk.releases()).toHaveLength(1);
  expect(see(desk, 'gala/first/index.html')).toContain('Something happened.');
});

test('errors of several events and above them are told once, in the order of the files', async () => {
  const wrong = entryFile('Wrong', '2020-03-02T10:00', 'See [it](./nowhere.md).');
  const desk = await aDesk(folder, {
    ...twoEvents,
    'gala/first.md': wrong,
    'fair/first.md': wrong,
    'fair/event.md': settings.event('aliases: [gala]\n'),
    'site.yml': settings.site.replace('language: en', 'langauge: en'),
  });
  const { code, stderr } = await desk.publish();
  expect(code).toBe(1);
  const places = [...stderr.matchAll(/^\s*(\S+?\.(?:md|yml)):\d+:\d+/gm)].map(([, file]) => file);
  expect(places).toEqual([...places].sort());
  expect(stderr.match(/fair\/first\.md:\d/g)).toHaveLength(1);
  expect(stderr.match(/gala\/first\.md:\d/g)).toHaveLength(1);
  expect(sees(desk, 'index.html')).toBe(false);
});

describe('what readers have seen', () => {
  test('is not lost unless that is wanted', async () => {
    const desk = await published();
    const before = currentRelease(desk.site);
    await desk.commit({ 'fair/second.md': null });
    const { code, stdout, stderr } = await desk.publish();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('  /fair/second/ would be gone\n');
    expect(stderr).toContain('aliases: [earlier-slug]');
    expect(currentRelease(desk.site)).toBe(before);
    expect(await desk.publish(['--allow-lost'])).toMatchObject({ code: 0 });
    expect(sees(desk, 'fair/second/index.html')).toBe(false);
  });

  test('can be renamed where its slug stays as an alias', async () => {
    const desk = await published();
    await desk.commit({ 'fair/second.md': null, 'fair/closing.md': twoEvents['fair/second.md'] ?? '' });
    expect(await desk.publish()).toMatchObject({ code: 1 });
    const aliased = entryFile('The doors close', '2020-03-04T10:00', 'Closed.', 'aliases: [second]\n');
    await desk.commit({ 'fair/closing.md': aliased });
    expect(await desk.publish()).toMatchObject({ code: 0 });
    expect(see(desk, 'fair/second/index.html')).toContain('/fair/closing/');
    await desk.commit({ 'fair/closing.md': entryFile('The doors close', '2020-03-04T10:00') });
    expect((await desk.publish()).stderr).toContain('/fair/second/ would be gone');
  });

  test('can be withdrawn', async () => {
    const desk = await published();
    const more = 'withdrawn: {time: 2020-03-05T10:00, reason: It was another door}\n';
    await desk.commit({ 'fair/second.md': entryFile('The doors close', '2020-03-04T10:00', 'Secret.', more) });
    expect(await desk.publish()).toMatchObject({ code: 0 });
    expect(see(desk, 'fair/second/index.html')).toContain('It was another door');
    for (const [path, bytes] of filesOf(join(desk.site.releases, currentRelease(desk.site) ?? '')))
      expect(bytes.toString(), path).not.toContain('Secret.');
  });

  test('moves with its event where the earlier slug of that is an alias', async () => {
    const desk = await published();
    const moved = {
      'fair/first.md': null,
      'fair/second.md': null,
      'fair/event.md': null,
      'expo/first.md': twoEvents['fair/first.md'] ?? '',
      'expo/second.md': twoEvents['fair/second.md'] ?? '',
    };
    await desk.commit({ ...moved, 'expo/event.md': settings.event() });
    const { code, stderr } = await desk.publish();
    expect(code).toBe(1);
    for (const address of ['/fair/', '/fair/first/', '/fair/second/'])
      expect(stderr).toContain(`  ${address} would be gone\n`);
    await desk.commit({ 'expo/event.md': settings.event('aliases: [fair]\n') });
    const renamed = await desk.publish();
    expect(renamed).toMatchObject({ code: 0 });
    expect(renamed.stderr).toContain('made anew: expo.');
    expect(see(desk, 'fair/second/index.html')).toContain('/expo/second/');
    expect(see(desk, 'fair/index.html')).toContain('/expo/');
    expect(missingIn(desk.site, currentRelease(desk.site) ?? '', { hashes: true })).toEqual([]);
  });
});

describe('a link to an entry of another event', () => {
  const linking = {
    ...twoEvents,
    'gala/first.md': entryFile('The curtain rises', '2020-03-02T10:00', 'See [it](../fair/second.md).'),
  };

  test('is refused where that is renamed, though the file of the link has not changed', async () => {
    const desk = await published(linking);
    expect(see(desk, 'gala/first/index.html')).toContain('href="/fair/second/"');
    const aliased = entryFile('The doors close', '2020-03-04T10:00', 'Closed.', 'aliases: [second]\n');
    await desk.commit({ 'fair/second.md': null, 'fair/closing.md': aliased });
    const { code, stderr } = await desk.publish();
    expect(code).toBe(1);
    expect(stderr).toContain('gala/first.md:5:');
    expect(stderr).toContain('Unexpected link to "fair/second.md"');
  });

  test('by its address is made anew where that has moved and left an alias', async () => {
    const byAddress = entryFile('The curtain rises', '2020-03-02T10:00', 'See [it](/fair/second/).');
    const desk = await published({ ...linking, 'gala/first.md': byAddress });
    const aliased = entryFile('The doors close', '2020-03-04T10:00', 'Closed.', 'aliases: [second]\n');
    await desk.commit({ 'fair/second.md': null, 'fair/closing.md': aliased });
    const { code, stderr } = await desk.publish();
    expect(code).toBe(0);
    expect(stderr).toContain('made anew: fair, gala.');
    expect(see(desk, 'gala/first/index.html')).toContain('href="/fair/closing/"');
  });

  test('costs nothing where that has only been edited', async () => {
    const desk = await published(linking);
    await desk.commit({ 'fair/second.md': entryFile('The doors close', '2020-03-04T10:00', 'At last.') });
    expect((await desk.publish()).stderr).toContain('made anew: fair.');
  });
});

test('a picture is published with its event, and goes on to be where its entry stays', async () => {
  const picture = readFileSync(join(samplesFolder, '11-11-2019/four-towers.png'));
  const shown = entryFile('The curtain rises', '2020-03-02T10:00', '![A tower](./tower.png)');
  const desk = await published({ ...twoEvents, 'gala/first.md': shown, 'gala/tower.png': picture });
  const [, name] = / src="\/gala\/media\/([^"]+)"/.exec(see(desk, 'gala/first/index.html')) ?? [];
  const inode = desk.inode(`gala/media/${name}`);
  await desk.commit({ 'gala/more.md': entryFile('More', '2020-03-06T10:00') });
  expect(await desk.publish()).toMatchObject({ code: 0 });
  expect(desk.inode(`gala/media/${name}`)).toBe(inode);
  expect(missingIn(desk.site, currentRelease(desk.site) ?? '', { hashes: true })).toEqual([]);
});

test('what cannot be removed after the switch is only told', async () => {
  const desk = await published();
  // A file where prune expects the folder of an event.
  writeFileSync(join(desk.site.media, 'stray'), '');
  await desk.commit({ 'gala/news.md': entryFile('News', '2020-03-05T10:00') });
  const { code, stdout, stderr } = await desk.publish();
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${currentRelease(desk.site)}\n` });
  expect(stderr).toContain('Earlier releases could not be removed: ');
  expect(see(desk, 'gala/news/index.html')).toContain('News');
});
