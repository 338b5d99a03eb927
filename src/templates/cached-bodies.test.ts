import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test, vi } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { diskCache } from '../io/disk-cache.ts';
import type { KeptBody } from '../markdown/prepare-body.ts';
import { openBodies } from './cached-bodies.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('CACHE_DIR', folder);
});

const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 });
const bodies: fc.Arbitrary<KeptBody> = fc
  .record({
    blocks: texts,
    cut: texts,
    html: fc.string(),
    absoluteHtml: fc.string(),
    text: fc.string(),
    summary: fc.string(),
    isPlain: fc.boolean(),
  })
  .map(({ blocks, cut, html, absoluteHtml, text, summary, isPlain }) => ({
    body: {
      blocks,
      cutBlocks: isPlain ? blocks : blocks.map((block, index) => cut[index] ?? block),
      html: isPlain ? blocks.join('\n') : html,
      absoluteHtml: isPlain ? blocks.join('\n') : absoluteHtml,
      text,
      summary: isPlain ? text : summary,
      links: [['./a.md', '/gala/a/'] as const],
      media: isPlain
        ? []
        : [{ kind: 'audio' as const, src: '/a.mp3', type: 'audio/mpeg', text, size: 9, seconds: 1.5 }],
    },
    pictures: isPlain ? [] : [{ picture: 'gala/a.mp3', place: { file: 'gala/a.md', line: 6, column: 1 }, text }],
    shown: isPlain
      ? []
      : [['gala/a.mp3', { kind: 'audio', src: '/a.mp3', type: 'audio/mpeg', name: 'a.mp3', size: 9 }] as const],
  }));

test('bodies come back as they were kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), bodies), fc.string(), async (kept, event) => {
      const version = `v${Math.abs(JSON.stringify(kept).length)}`;
      const { bodies, save } = await openBodies(event, version);
      for (const [key, body] of Object.entries(kept)) bodies.set(key, body);
      await save();
      const again = await openBodies(event, version);
      for (const [key, body] of Object.entries(kept)) expect(again.bodies.get(key)).toEqual(body);
    }),
    { numRuns: 50 },
  );
});

test('what is not used any more goes, and what is damaged is as good as not there', async () => {
  const [body] = fc.sample(bodies, 1);
  if (!body) throw new Error('No sample');
  const first = await openBodies('gala', 'one');
  first.bodies.set('a', body);
  first.bodies.set('b', body);
  await first.save();
  const second = await openBodies('gala', 'one');
  second.bodies.get('a');
  await second.save();
  expect((await openBodies('gala', 'one')).bodies.get('b')).toBeUndefined();
  const database = new DatabaseSync(join(folder, 'bodies/recapsule.sqlite'));
  database.exec('UPDATE kept SET value = substr(value, 2)');
  database.close();
  expect((await openBodies('gala', 'one')).bodies.get('a')).toBeUndefined();
});

test('what is whole but no bodies is one that is not there', async () => {
  const cache = diskCache(folder, 'bodies');
  for (const text of ['{}', '[["a"]]', '[["a",{"pictures":[],"links":[],"shown":[]},"",0,[1],0,0,0]]']) {
    await cache.set(JSON.stringify(['bodies', 'two', 'gala']), Buffer.from(text));
    expect((await openBodies('gala', 'two')).bodies.get('a')).toBeUndefined();
  }
});
