import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { filesOf } from './testing/built-site.ts';
import { runRecapsule } from './testing/run-recapsule.ts';
import { buildContent, entryFile, settings, temporaryFolder } from './testing/temporary-content.ts';

const drawn = (background: string) =>
  sharp({
    create: { width: 500, height: 300, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .jpeg()
    .toBuffer();

const folder = temporaryFolder();
const cache = join(folder, 'cache');
const env = { CACHE_DIR: cache };
const build = (content: Readonly<Record<string, string | Uint8Array>>) =>
  buildContent(folder, { 'event/event.md': settings.event(), ...content }, env);
const entries = {
  'event/one.md': entryFile('One', '2020-03-02T10:00', '![Noise](one.jpg "Noise | Photo: nobody")'),
  'event/two.md': entryFile('Two', '2020-03-02T11:00', '![Noise](two.jpg)'),
  'event/one.jpg': await drawn('red'),
  'event/two.jpg': await drawn('blue'),
};
/** The encoded files of the cache; the others of pictures are JSON, and hashes in 64 characters. */
const encoded = () =>
  [...filesOf(cache)]
    .filter(([path, bytes]) => path.startsWith('pictures/') && bytes.length > 80 && bytes[0] !== 0x7b)
    .map(([path]) => path);

describe('the cache', () => {
  test('lets a second build give the same bytes without encoding anything', async () => {
    const first = await build(entries);
    expect(first.code, first.stderr).toBe(0);
    expect(encoded()).toHaveLength(10);
    // Had it to encode again, it would have to write again.
    for (const path of encoded()) utimesSync(join(cache, path), 2e9, 2e9);
    const second = await build(entries);
    expect(second.files).toEqual(first.files);
    expect((await runRecapsule(['cache', 'prune', '--days', '0'], { env })).stdout).toMatch(/; 1\d files/);
  });

  test('makes anew what is damaged in it', async () => {
    const first = filesOf(join(folder, 'dist'));
    for (const path of encoded()) writeFileSync(join(cache, path), readFileSync(join(cache, path)).fill(0, 3, 9));
    const again = await build(entries);
    expect(again.code, again.stderr).toBe(0);
    expect(again.files).toEqual(first);
  });

  test('is pruned of what the last build has not used', async () => {
    await build({ ...entries, 'event/two.md': entryFile('Two', '2020-03-02T11:00', 'Two.', 'milestone: true\n') });
    const { 'event/two.md': _, 'event/two.jpg': _gone, ...left } = entries;
    const alone = await buildContent(join(folder, 'alone'), { 'event/event.md': settings.event(), ...left }, env);
    expect(alone.code, alone.stderr).toBe(0);
    const { code, stdout } = await runRecapsule(['cache', 'prune', '--unused'], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Removed \d+ files \(0\.\d MB\); \d+ files \(0\.\d MB\) stay\.\n$/);
    expect(encoded()).toHaveLength(5);
    // Of the archive, of the event, and none of a milestone.
    expect([...filesOf(cache).keys()].filter((path) => path.startsWith('cards/'))).toHaveLength(2);
    const again = await buildContent(join(folder, 'alone'), { 'event/event.md': settings.event(), ...left }, env);
    expect(again.files).toEqual(alone.files);
  });
});

test('wrong use is an error that says what is right', async () => {
  const { code, stderr } = await runRecapsule(['cache', 'burn']);
  expect(code).toBe(2);
  expect(stderr).toContain('Unexpected "burn", expected recapsule cache prune.');
});
