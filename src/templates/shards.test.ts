import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { parseLedger } from '../core/ledger/ledger.ts';
import { assembleSite, type BuiltSite, buildShard, buildSite } from './build-site.ts';
import { foldersOfShard, readShard } from './shard.ts';
import { buildIn } from './testing/build-in.ts';

const at = '2020-03-02T10:00';
const content = {
  'site.yml': settings.site,
  'pages/about.md': '---\ntitle: About\n---\nSee [the first](../gala/first.md).\n',
  'gala/event.md': settings.event('translations: {de: feier}\n'),
  'gala/first.md': entryFile('The first', at, 'See [another](../race/first.md).', 'milestone: true\n'),
  'gala/1000-late.md': entryFile('A late entry', '2020-04-02T11:00'),
  'feier/event.md': settings.event('language: de\ntranslations: {en: gala}\n'),
  'feier/erste.md': entryFile('Das erste', at, 'Mehr.', 'translates: first\n'),
  'loose/notes.txt': 'In no event.',
  'race/event.md': settings.event(),
  'race/first.md': entryFile('The start', at, 'See [the gala](/gala/).'),
};

const folder = temporaryFolder();
const source = join(folder, 'content');
const partOf = (number: number, count: number): string => join(folder, `part-${number}-of-${count}`);
const partsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => partOf(index + 1, count));
const assemble = (parts: readonly string[]): Promise<BuiltSite> => assembleSite(source, join(folder, 'all'), parts);
const makeParts = async (count: number): Promise<void> => {
  for (const [index, part] of partsOf(count).entries()) await buildShard(source, part, { number: index + 1, count });
};

let whole: BuiltSite;
beforeAll(async () => {
  vi.stubEnv('SITE_URL', '');
  vi.stubEnv('DRAFTS', '');
  whole = await buildIn(folder, content);
  await makeParts(2);
});

test.each([1, 2, 4])(
  'an archive in %i shards is the one that a build makes, and so it is when built again',
  async (count) => {
    expect(whole.diagnostics.map(({ rule }) => rule)).toContain('outside-coverage');
    for (const _ of ['cold', 'warm']) {
      await makeParts(count);
      expect(await assemble(partsOf(count))).toEqual(whole);
      expect(filesOf(join(folder, 'all'))).toEqual(filesOf(join(folder, 'dist')));
    }
  },
);

test('what was published before concerns the whole alone, and leads on as in a build', async () => {
  writeFileSync(
    join(source, 'race/first.md'),
    entryFile('The start', at, 'See [the gala](/gala/).', 'topics: [old]\n'),
  );
  await buildSite(source, join(folder, 'before'));
  writeFileSync(join(source, 'race/first.md'), content['race/first.md']);
  const ledger = parseLedger(readFileSync(join(folder, 'before/addresses.tsv'), 'utf8'));
  if (typeof ledger === 'number') throw new Error('No ledger');
  const published = { ledger, mayLose: false };
  const built = await buildSite(source, join(folder, 'led'), { published });
  expect(await assembleSite(source, join(folder, 'all'), partsOf(2), { published })).toEqual(built);
  expect(filesOf(join(folder, 'all'))).toEqual(filesOf(join(folder, 'led')));
  expect(filesOf(join(folder, 'all')).get('race/topics/old/index.html')?.toString()).toContain('/race/');
});

test('every event falls to one shard, and each shard has about its share, whatever the order', () => {
  const weights = new Map([
    ['e', 1],
    ['a', 9],
    ['d', 2],
    ['b', 5],
    ['c', 3],
  ]);
  const inShards = (all: ReadonlyMap<string, number>, count: number) =>
    Array.from({ length: count }, (_, index) => foldersOfShard(all, { number: index + 1, count }));
  expect(inShards(weights, 2)).toEqual([
    ['a', 'e'],
    ['b', 'c', 'd'],
  ]);
  expect(inShards(new Map([...weights].reverse()), 2)).toEqual(inShards(weights, 2));
  expect(inShards(weights, 7)).toEqual([['a'], ['b'], ['c'], ['d'], ['e'], [], []]);
  expect(
    inShards(new Map(Array.from({ length: 30 }, (_, index) => [`e${index}`, 300])), 4).map((one) => one.length),
  ).toEqual([8, 8, 7, 7]);
});

test.each(['0/2', '3/2', '2', '2/', 'a/b', '1/2/3', '-1/2', ''])('"%s" is no shard', (text) => {
  expect(() => readShard(text)).toThrow(`Unexpected "${text}" in --shard, expected a number of how many, such as 2/8.`);
});

const again = 'Make it again: recapsule build --shard 1/2 --outDir';

test.each<
  readonly [string, (first: string, second: string) => readonly string[], (first: string, second: string) => string]
>([
  ['none', () => [], () => 'No shard was named'],
  [
    'one that is missing',
    (one) => [one],
    () => 'Of 2 shards 1 is missing. Run: recapsule build --shard 2/2 --outDir part-2',
  ],
  ['one twice', (one, two) => [one, two, one], (one) => `"${one}" and "${one}" are both shard 1 of 2: leave one out.`],
  [
    'a folder that is none',
    (one) => [one, source],
    () => `"${source}" holds no shard of a build: name the folders that "build --shard" made.`,
  ],
  ['a folder that is not there', (one) => [one, 'nowhere'], () => '"nowhere" holds no shard of a build'],
])('%s is refused', async (_, choose, message) => {
  const [one, two] = [partOf(1, 2), partOf(2, 2)];
  await expect(assemble(choose(one, two))).rejects.toThrow(message(one, two));
});

test('shards of several builds are refused', async () => {
  await buildShard(source, partOf(3, 3), { number: 3, count: 3 });
  await expect(assemble([partOf(1, 2), partOf(3, 3)])).rejects.toThrow('is one of 2 shards, and');
});

test('shards of another address, of drafts or of other settings are refused', async () => {
  const refused = (how: string) =>
    expect(assemble(partsOf(2))).rejects.toThrow(`"${partOf(1, 2)}" was made ${how}. ${again} ${partOf(1, 2)}`);
  vi.stubEnv('SITE_URL', 'https://other.test/');
  await refused('for https://recaps.test, and this is https://other.test');
  vi.stubEnv('SITE_URL', '');
  vi.stubEnv('DRAFTS', '1');
  await refused('without drafts, and this is with them');
  vi.stubEnv('DRAFTS', '');
  appendFileSync(join(source, 'site.yml'), 'footer: Other\n');
  await refused('with another site.yml, theme, or names of pages');
  writeFileSync(join(source, 'site.yml'), content['site.yml']);
});

test('shards of other content are refused', async () => {
  const refused = (how: RegExp) => expect(assemble(partsOf(2))).rejects.toThrow(how);
  appendFileSync(join(source, 'race/first.md'), 'More.\n');
  await refused(
    /part-\d-of-2" has another "race": made of other content\. Make all shards of the content that is here\.$/,
  );
  writeFileSync(join(source, 'race/first.md'), content['race/first.md']);
  await writeFiles(source, { 'new/event.md': settings.event() });
  await refused(/^No shard has "new": made of other content\./);
  rmSync(join(source, 'new'), { recursive: true });
  renameSync(join(source, 'race'), join(folder, 'race'));
  await refused(/part-\d-of-2" has "race", which is not there: made of other content\./);
  renameSync(join(folder, 'race'), join(source, 'race'));
});

test.each<readonly [string, (part: string) => void]>([
  ['a page that was changed', (part) => appendFileSync(join(part, 'pages/gala/index.html'), '!')],
  ['a page that is gone', (part) => rmSync(join(part, 'pages/gala/first/index.html'))],
  ['what is known of its events gone', (part) => rmSync(join(part, 'events'), { recursive: true })],
])('a shard with %s is refused', async (_, damage) => {
  const [one, two] = partsOf(2).map((part) => `${part}-copy`);
  for (const part of partsOf(2)) cpSync(part, `${part}-copy`, { recursive: true });
  const damaged = filesOf(one ?? '').has('pages/gala/index.html') ? one : two;
  damage(damaged ?? '');
  await expect(assemble([one ?? '', two ?? ''])).rejects.toThrow(
    `"${damaged}" is damaged: something in it is missing or has changed. Make it again:`,
  );
  for (const part of [one, two]) rmSync(part ?? '', { recursive: true });
});

test('a shard whose events have errors is not made, and stays as it was', async () => {
  const before = partsOf(2).map((part) => filesOf(part));
  writeFileSync(join(source, 'race/first.md'), entryFile('The start', at, 'x', 'topcis: [a]\n'));
  const built = [
    await buildShard(source, partOf(1, 2), { number: 1, count: 2 }),
    await buildShard(source, partOf(2, 2), { number: 2, count: 2 }),
  ];
  expect(built.flatMap(({ diagnostics }) => diagnostics).filter(({ rule }) => rule === 'unknown-key')).toHaveLength(1);
  expect(partsOf(2).map((part) => filesOf(part))[built.findIndex(({ pages }) => pages === 0)]).toEqual(
    before[built.findIndex(({ pages }) => pages === 0)],
  );
  writeFileSync(join(source, 'race/first.md'), content['race/first.md']);
});
