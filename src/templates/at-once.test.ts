import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { outlineOf } from '../inspect/around.ts';
import { diskSource } from '../io/content-source.ts';
import { beginRendering } from './begin-rendering.ts';
import { eventRenderer } from './event-renderer.ts';

const names = ['gala', 'flight'] as const;

/** Two events with the same days, topics and addresses of entries, each of which names itself in all its texts. */
const content = Object.fromEntries([
  ['site.yml', settings.site],
  ...names.flatMap((name) => [
    [`${name}/event.md`, settings.event().replace('The test event', `The ${name}`)],
    ...Array.from({ length: 20 }, (_, index) => [
      `${name}/entry-${index}.md`,
      entryFile(
        `${name} ${index}`,
        `2020-03-02T11:${10 + index}`,
        `Of the ${name}.`,
        'topics: [all]\nmilestone: true\n',
      ),
    ]),
  ]),
]);

test('two events that are rendered at the same time by one process have the pages that each has alone', async () => {
  vi.stubEnv('CACHE_DIR', temporaryFolder());
  const source = await diskSource(await writeFiles(join(temporaryFolder(), 'content'), content));
  const rendering = await beginRendering(source);
  const { addresses } = outlineOf(
    new Map([...source.top.files, ...(await source.readSettings(source.folders))]),
    rendering.options,
  );
  const handling = { module: import.meta.resolve('./testing/give-pages.ts'), input: undefined };
  const print = await eventRenderer<ReadonlyMap<string, string>>(rendering, addresses, handling);
  const pagesOf = async (name: string) => (await print(name, true)).result;
  const [gala, flight] = [await pagesOf('gala'), await pagesOf('flight')];
  expect([...(gala?.values() ?? [])].filter((text) => text.includes('flight'))).toEqual([]);
  expect(gala?.get('gala/2020-03-02/index.html')).toContain('Of the gala.');
  expect(await Promise.all(names.map(pagesOf))).toEqual([gala, flight]);
});
