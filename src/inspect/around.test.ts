import { expect, it } from 'vitest';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { anEvent, aSite, contentOf } from '../core/testing.ts';
import { diskSource } from '../io/content-source.ts';
import { readContent } from '../io/read-content.ts';
import { outlineOf, readContentPart } from './around.ts';
import { checkContent } from './check-content.ts';

const reported = (texts: Readonly<Record<string, string>>) => {
  const { addresses, diagnostics } = outlineOf(contentOf(texts), {});
  return { addresses: [...addresses], rules: diagnostics.map(({ file, rule }) => `${file} ${rule}`) };
};

it('has the slug and the aliases of each event by its folder, without any entry', () => {
  const { addresses, rules } = reported({
    'site.yml': aSite(),
    'gala/event.md': anEvent({ aliases: '[old-gala, 晚会]' }),
    'fest/event.md': anEvent(),
  });
  expect(new Map(addresses)).toEqual(
    new Map([
      ['gala', ['gala', 'old-gala', '晚会']],
      ['fest', ['fest']],
    ]),
  );
  expect(rules).toEqual([]);
});

it('reports where two events want the same address', () => {
  const { rules } = reported({
    'site.yml': aSite(),
    'gala/event.md': anEvent(),
    'fest/event.md': anEvent({ aliases: '[gala]' }),
  });
  expect(rules).toEqual(['gala/event.md duplicate-slug']);
});

it('leaves out an event that cannot be read, and reports why', () => {
  const { addresses, rules } = reported({ 'site.yml': aSite(), 'gala/event.md': anEvent({ timezone: 'Mars/Base' }) });
  expect(addresses).toEqual([]);
  expect(rules).not.toEqual([]);
});

const at = '2020-03-05T11:00';
const archive = {
  'site.yml': `${settings.site}footer: '[About](/about/)'\n`,
  'pages/about.md': '---\ntitle: About\n---\nSee [the first](../fair/first.md) and [nothing](../fair/gone.md).\n',
  'public/CNAME': 'elsewhere.test\n',
  'public/old-fair/index.html': 'taken',
  'fair/event.md': settings.event('translations: {de: messe}\naliases: [old-fair]\n'),
  'fair/first.md': entryFile('First', at, 'See [it](../gala/first.md), [that](/gala/second/) and [more](/messe/).'),
  'fair/second.md': entryFile('Second', at, 'See [it](../gala/secnd.md).', 'topcis: [a]\n'),
  'gala/event.md': settings.event('aliases: [fair]\n'),
  'gala/first.md': entryFile('First', at, 'Nothing.'),
  'gala/second.md': entryFile('Second', at, '![Gone](gone.png)', 'aliases: [first]\n'),
  'messe/event.md': settings.event('language: de\n'),
  'messe/erste.md': entryFile('Erste', at, 'See [it](/fair/first/).', 'translates: frist\n'),
  'loose/first.md': entryFile('First', at),
};

it('says of the files of a part what the whole says of them', async () => {
  const folder = await writeFiles(temporaryFolder(), archive);
  const [source, whole] = [await diskSource(folder), await readContent(folder)];
  const options = { now: Date.parse('2020-04-01') };
  const rules = new Set<string>();
  for (const file of Object.keys(archive)) {
    const concerns = (one: string): boolean => one === file;
    const { content, around } = await readContentPart(source, new Set([file.split('/')[0] ?? '']), options);
    const [inPart, inWhole] = [
      await checkContent(content, { ...options, concerns, around }),
      await checkContent(whole, { ...options, concerns }),
    ];
    expect({ file, ...inPart, elsewhere: true }).toEqual({ file, ...inWhole });
    for (const { rule } of inPart.diagnostics) rules.add(rule);
  }
  expect([...rules].sort()).toMatchInlineSnapshot(`
    [
      "broken-link",
      "duplicate-slug",
      "missing-picture",
      "one-sided-translation",
      "other-host",
      "taken-address",
      "unknown-key",
      "unknown-translation",
    ]
  `);
});

it('reads for a part of a content the entries of no other event', async () => {
  const source = await diskSource(await writeFiles(temporaryFolder(), archive));
  const { content } = await readContentPart(source, new Set(['gala']), {});
  expect([...content.files.keys()].filter((path) => !/^(pages|public|site)/.test(path)).sort()).toEqual([
    'fair/event.md',
    'gala/event.md',
    'gala/first.md',
    'gala/second.md',
    'messe/event.md',
  ]);
});
