import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import type { Cache } from '../core/cache.ts';
import { diskSource } from '../io/content-source.ts';
import { beginRendering } from './begin-rendering.ts';
import { type KeptPrint, keptPrints } from './kept-prints.ts';
import { buildIn } from './testing/build-in.ts';

/** What is kept of an event of an archive with these settings. */
const keptWith = async (more: string, cache: Cache, fingerprint = '1'): Promise<KeptPrint> => {
  vi.stubEnv('SITE_URL', '');
  vi.stubEnv('CACHE_DIR', temporaryFolder());
  const content = { 'site.yml': settings.site + more, 'gala/event.md': settings.event() };
  const source = await diskSource(await writeFiles(join(temporaryFolder(), 'content'), content));
  return (await keptPrints(await beginRendering(source), cache))('gala', fingerprint);
};

const memory = (): Cache => {
  const values = new Map<string, Uint8Array>();
  return { get: async (key) => values.get(key), set: async (key, bytes) => void values.set(key, bytes) };
};

test('what is printed of an event is kept whatever the colours are, and printed again where anything else changes', async () => {
  const cache = memory();
  const pages = Array.from({ length: 5 }, (_, index) => [`gala/${index}`, Buffer.alloc(600_000, `${index} `)] as const);
  const keeper = (await keptWith('', cache)).begin('state');
  for (const page of pages) keeper?.add(...page);
  await keeper?.end({ look: ['blue'], titles: '[]' });
  const kept = await (await keptWith('theme: {accent: "#a32d18", paper: "#ffffff"}\n', cache)).recall('state');
  expect([...(kept?.pages ?? [])].map(([path, bytes]) => [path, Buffer.from(bytes)])).toEqual(pages);
  expect(kept).toMatchObject({ look: ['blue'], titles: '[]' });
  const others = [
    [await keptWith('', cache), 'another state'],
    [await keptWith('', cache, '2'), 'state'],
    [await keptWith('license: CC-BY-4.0\n', cache), 'state'],
    [await keptWith('theme: {font: {titles: system}}\n', cache), 'state'],
  ] as const;
  for (const [other, state] of others) expect(await other.recall(state)).toBeUndefined();
});

test('after a change of colours a build gives what a build from nothing gives', { timeout: 120_000 }, async () => {
  vi.stubEnv('SITE_URL', '');
  vi.stubEnv('DRAFTS', '');
  // So much text that the pages of days are shortened to their limit.
  const entries = Array.from({ length: 80 }, (_, index) => {
    const more = index % 20 === 0 ? 'milestone: true\n' : '';
    const text = entryFile(`Entry ${index}`, `2020-03-02T10:${10 + (index % 40)}`, 'Many words. '.repeat(400), more);
    return [`gala/entry-${index}.md`, text] as const;
  });
  const content = { 'gala/event.md': settings.event(), ...Object.fromEntries(entries) };
  const themes = ['', 'theme: {accent: "#a32d18"}\n', 'theme: {accent: "#1d4e89", accent-dark: "#8ab4e8"}\n'];
  const warm = temporaryFolder();
  for (const theme of themes) {
    const themed = { ...content, 'site.yml': settings.site + theme };
    const cold = temporaryFolder();
    expect(await buildIn(warm, themed)).toEqual(await buildIn(cold, themed));
    const [found, expected] = [warm, cold].map((folder) => filesOf(join(folder, 'dist')));
    expect(
      [...(found ?? [])].filter(([path, bytes]) => !expected?.get(path)?.equals(bytes)).map(([path]) => path),
    ).toEqual([]);
    expect(found?.size).toBe(expected?.size);
  }
});
