import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { filesOf } from './testing/built-site.ts';
import { runRecapsule } from './testing/run-recapsule.ts';
import { buildContent, entryFile, settings, temporaryFolder } from './testing/temporary-content.ts';

const drawn = (background: string) =>
  sharp({
    create: { width: 500, height: 300, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 10 } },
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
/** How many values of a kind are as `condition` says, after `change`; all of them are small. */
const values = (kind: string, condition: string, change = ''): number => {
  const database = new DatabaseSync(join(cache, kind, 'recapsule.sqlite'));
  database.exec(change);
  const [{ count } = { count: 0 }] = database.prepare(`SELECT COUNT(*) AS count FROM kept WHERE ${condition}`).all();
  database.close();
  return Number(count);
};

/** Of encoded pictures; the others of pictures are JSON, and hashes in 64 characters. */
const isEncoded = "LENGTH(value) > 80 AND hex(substr(value, 1, 1)) <> '7B'";

describe('the cache', () => {
  test('lets a second build give the same bytes without encoding anything', async () => {
    const first = await build(entries);
    expect(first.code, first.stderr).toBe(0);
    // Had it to encode again, it would have to write again, and that would not be used in the future.
    expect(values('pictures', isEncoded, `UPDATE kept SET used = 4e12 WHERE ${isEncoded}`)).toBe(10);
    const second = await build(entries);
    expect(second.files).toEqual(first.files);
    expect((await runRecapsule(['cache', 'prune', '--days', '0'], { env })).stdout).toMatch(/; 10 values/);
  });

  test('makes anew what is damaged in it', async () => {
    const first = filesOf(join(folder, 'dist'));
    const change = `UPDATE kept SET value = CAST('wrong' || substr(value, 6) AS BLOB) WHERE ${isEncoded}`;
    expect(values('pictures', "substr(value, 1, 5) = CAST('wrong' AS BLOB)", change)).toBe(10);
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
    expect(stdout).toMatch(/^Removed \d+ values \(0\.\d MB\); \d+ values \(0\.\d MB\) stay\.\n$/);
    expect(values('pictures', isEncoded)).toBe(5);
    // Of the archive, of the event, and none of a milestone.
    expect(values('cards', 'TRUE')).toBe(2);
    const again = await buildContent(join(folder, 'alone'), { 'event/event.md': settings.event(), ...left }, env);
    expect(again.files).toEqual(alone.files);
  });
});

test('wrong use is an error that says what is right', async () => {
  const { code, stderr } = await runRecapsule(['cache', 'burn']);
  expect(code).toBe(2);
  expect(stderr).toContain('Unexpected "burn", expected recapsule cache prune.');
});
