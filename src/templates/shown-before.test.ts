import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { outlineOf } from '../inspect/around.ts';
import { diskSource } from '../io/content-source.ts';
import { beginRendering } from './begin-rendering.ts';
import type { Handling } from './event-renderer.ts';
import { renderEvents } from './render-events.ts';
import type { GivenPages } from './testing/give-shown.ts';

/** Prints the event `gala` with these entries, by name and title; `before` are the states of pages that were made before. */
const print = async (titles: Readonly<Record<string, string>>, before: GivenPages['shown']): Promise<GivenPages> => {
  const entries = Object.entries(titles).map(([name, title], index) => [
    `gala/${name}.md`,
    entryFile(title, `2020-03-0${2 + index}T10:00`),
  ]);
  const content = { 'site.yml': settings.site, 'gala/event.md': settings.event(), ...Object.fromEntries(entries) };
  const source = await diskSource(await writeFiles(join(temporaryFolder(), 'content'), content));
  const started = await beginRendering(source);
  const files = new Map([...source.top.files, ...(await source.readSettings(source.folders))]);
  const { addresses, diagnostics } = outlineOf(files, started.options);
  const handling: Handling<GivenPages> = { module: import.meta.resolve('./testing/give-shown.ts'), input: before };
  const given: GivenPages[] = [];
  const take = (_: string, one: GivenPages) => void given.push(one);
  await renderEvents(started, { folders: source.folders, addresses, diagnostics }, { handling, take });
  const [one] = given;
  if (!one) throw new Error('Nothing was printed.');
  return one;
};

test('a page that shows what it showed before is not printed again', async () => {
  vi.stubEnv('CACHE_DIR', temporaryFolder());
  const titles = { a: 'One', b: 'Two', c: 'Three' };
  const first = await print(titles, new Map());
  expect([...first.shown.keys()]).toEqual(
    expect.arrayContaining(['gala/a/index.html', 'gala/c/index.html', 'gala/2020-03-02/index.html']),
  );
  const again = await print({ ...titles, c: 'Another' }, first.shown);
  const asBefore = [...again.texts].filter(([, text]) => text === 'As before').map(([path]) => path);
  // The page of the second entry leads to the third, and so do the days beside that.
  expect(asBefore.sort()).toEqual(['gala/2020-03-02/index.html', 'gala/2020-03-03/index.html', 'gala/a/index.html']);
  const { texts } = await print({ ...titles, c: 'Another' }, new Map());
  const others = [...texts].filter(([path]) => !asBefore.includes(path));
  expect(others.every(([path, text]) => again.texts.get(path) === text)).toBe(true);
  expect(texts.get('gala/a/index.html')).toBe(first.texts.get('gala/a/index.html'));
});
