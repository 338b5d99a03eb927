import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PublishFault } from './publish-fault.ts';
import { currentRelease, previousRelease, switchTo } from './switch-release.ts';
import { aRelease, aSiteFolder } from './testing/a-site.ts';
import { textFiles } from './testing/sample-publish.ts';

test('readers see the release that was switched to last', async () => {
  const site = aSiteFolder();
  expect(currentRelease(site)).toBeUndefined();
  expect(previousRelease(site)).toBeUndefined();
  const first = await aRelease(site, { files: textFiles({ 'index.html': 'one' }) });
  const second = await aRelease(site, { files: textFiles({ 'index.html': 'two' }) });
  await switchTo(site, first);
  expect(readFileSync(join(site.current, 'index.html'), 'utf8')).toBe('one');
  expect(previousRelease(site)).toBeUndefined();
  await switchTo(site, second);
  expect(readFileSync(join(site.current, 'index.html'), 'utf8')).toBe('two');
  expect(currentRelease(site)).toBe(second);
  expect(previousRelease(site)?.name).toBe(first);
  expect(readdirSync(site.temporary)).toEqual([]);
});

test('somebody who reads all the time sees one release or the other, and never none', async () => {
  const site = aSiteFolder();
  const names = [
    await aRelease(site, { files: textFiles({ 'index.html': 'one' }) }),
    await aRelease(site, { files: textFiles({ 'index.html': 'two' }) }),
  ];
  await switchTo(site, names[0] ?? '');
  const program = join(import.meta.dirname, 'testing/poll-file.ts');
  const reader = spawn(process.execPath, [program, join(site.current, 'index.html')]);
  await once(reader.stdout, 'data');
  for (let round = 0; round < 400; round++) await switchTo(site, names[round % 2] ?? '');
  reader.stdin.end();
  const [reported] = await once(reader.stdout, 'data');
  const { count, seen } = JSON.parse(String(reported));
  expect(count).toBeGreaterThan(2000);
  expect(seen).toEqual(['one', 'two']);
});

test('a release that is not there is refused', async () => {
  const site = aSiteFolder();
  const name = await aRelease(site);
  await switchTo(site, name);
  await expect(switchTo(site, '20200101T000000Z-disk')).rejects.toThrow('There is no release');
  await expect(switchTo(site, '../../etc')).rejects.toThrow('There is no release');
  expect(currentRelease(site)).toBe(name);
});

test('a folder in the place of the link is a fault', async () => {
  const site = aSiteFolder();
  const name = await aRelease(site);
  mkdirSync(site.current);
  await expect(switchTo(site, name)).rejects.toThrow(PublishFault);
  expect(() => currentRelease(site)).toThrow(PublishFault);
  expect(readdirSync(site.temporary)).toEqual([]);
});
