import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { outlineOf } from '../inspect/around.ts';
import { diskSource } from '../io/content-source.ts';
import { beginRendering } from './begin-rendering.ts';
import type { Handling } from './event-renderer.ts';
import { renderByThreads } from './render-by-threads.ts';
import { renderEvents } from './render-events.ts';

const at = '2020-03-05T11:00';
const names = Array.from({ length: 9 }, (_, index) => `event-${index}`);
const eventsOf = (more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  'site.yml': settings.site,
  ...Object.fromEntries(
    names.flatMap((name, index) => [
      [`${name}/event.md`, settings.event()],
      [`${name}/first.md`, entryFile(`First of ${name}`, at, `See [another](../event-${(index + 1) % 9}/first.md).`)],
    ]),
  ),
  ...more,
});

type Printed = { readonly order: readonly string[]; readonly files: ReadonlyMap<string, Buffer> };

/** Prints content by one thread, or by several. */
const print = async (
  content: Readonly<Record<string, string>>,
  how: 'alone' | 'by threads',
): Promise<Printed & { readonly diagnostics: readonly Diagnostic[] }> => {
  const folder = temporaryFolder();
  const source = await diskSource(await writeFiles(join(folder, 'content'), content));
  const started = await beginRendering(source);
  const { addresses, diagnostics } = outlineOf(
    new Map([...source.top.files, ...(await source.readSettings(source.folders))]),
    started.options,
  );
  const input = { folder: join(folder, 'site'), earlier: join(folder, 'none') };
  mkdirSync(input.folder);
  const handling: Handling<string> = { module: import.meta.resolve('./testing/write-pages.ts'), input };
  const order: string[] = [];
  const found = await renderEvents(
    started,
    { folders: source.folders, addresses, diagnostics },
    { handling, take: (name, result) => order.push(`${name} ${result}`) },
    how === 'alone' ? Number.POSITIVE_INFINITY : 0,
  );
  return { order, files: filesOf(input.folder), diagnostics: found };
};

test('several threads print what one prints, and hand it over in its order', async () => {
  vi.stubEnv('CACHE_DIR', temporaryFolder());
  const [alone, shared] = [await print(eventsOf(), 'alone'), await print(eventsOf(), 'by threads')];
  expect(alone.order).toEqual(names.map((name) => `${name} main`));
  expect(shared.order.map((one) => one.replace(/ .*/, ''))).toEqual(names);
  expect(new Set(shared.order.map((one) => one.replace(/.* /, '')))).toEqual(new Set(['thread', 'main']));
  expect(shared.files).toEqual(alone.files);
  expect(alone.files.size).toBeGreaterThan(names.length * 3);
});

test('the heaviest events are made first, and all are handed over in their order', async () => {
  vi.stubEnv('CACHE_DIR', temporaryFolder());
  const source = await diskSource(await writeFiles(join(temporaryFolder(), 'content'), { 'site.yml': settings.site }));
  const { source: _source, templates: _templates, theme: _theme, ...own } = await beginRendering(source);
  const handling = { module: '', input: '' };
  const input = { place: source.place, settings: own, addresses: new Map(), handling, fingerprints: new Map() };
  const made: string[] = [];
  const taken: string[] = [];
  const weighed = [
    ['light', 1],
    ['heavy', 3],
    ['other', 1],
    ['middle', 2],
  ] as const;
  const getReady = async () => async (folder: string) => {
    made.push(folder);
    return { diagnostics: [] };
  };
  const collect = (folder: string) => void taken.push(folder);
  await renderByThreads(weighed, input, getReady, {
    patience: Number.POSITIVE_INFINITY,
    isWanted: () => true,
    collect,
  });
  expect(made).toEqual(['heavy', 'middle', 'light', 'other']);
  expect(taken).toEqual(['light', 'heavy', 'other', 'middle']);
});

test('they find the same errors, and hand over nothing that comes after one', async () => {
  vi.stubEnv('CACHE_DIR', temporaryFolder());
  const content = eventsOf({
    'event-4/wrong.md': entryFile('Wrong', at, 'x', 'topcis: []\n'),
    'event-7/lost.md': entryFile('Lost', at, 'See [it](nowhere.md).'),
  });
  const [alone, shared] = [await print(content, 'alone'), await print(content, 'by threads')];
  expect(shared.diagnostics).toEqual(alone.diagnostics);
  expect(alone.diagnostics.map(({ file }) => file)).toEqual(['event-4/wrong.md', 'event-7/lost.md']);
  expect(shared.order.map((one) => one.replace(/ .*/, ''))).toEqual(['event-0', 'event-1', 'event-2', 'event-3']);
});

test('a fault of the disk in a thread is reported as it would be without', async () => {
  vi.stubEnv('CACHE_DIR', temporaryFolder());
  const rendering = print(eventsOf({ 'event-5/first.md': entryFile('The disk fails here', at) }), 'by threads');
  await expect(rendering).rejects.toMatchObject({ name: 'PublishFault', message: 'The disk has failed' });
});
