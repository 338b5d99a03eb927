import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/core/rules.ts';
import { entrySchema } from '../src/core/schema/entry.ts';
import { eventSchema } from '../src/core/schema/event.ts';
import { siteSchema } from '../src/core/schema/site.ts';
import { root } from '../src/io/settings.ts';

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
const { dependencies, devDependencies, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The rows of the table below a heading of a document. */
const rowsBelow = (path: string, heading: string): string[] => {
  const [, section = ''] = `\n${textOf(path)}`.split(`\n${heading}\n`);
  const [table = ''] = section.split(/\n#{2,3} /, 1);
  return table.split('\n').filter((line) => line.startsWith('| `'));
};

describe('the documents', () => {
  test('lists every rule with its severity and meaning', () => {
    const rows = Object.entries(rules).map(
      ([name, { severity, meaning }]) => `| \`${name}\` | ${severity} | ${meaning} |`,
    );
    expect(rowsBelow('docs/diagnostics.md', '## Diagnostics')).toEqual(rows);
  });

  test.each([
    ['`site.yml`', siteSchema],
    ['`event.md`', eventSchema],
    ['an entry', entrySchema],
  ])('lists every field of %s as the schema explains it', (name, schema) => {
    const rows = Object.entries(schema.shape).map(
      ([field, part]) => `| \`${field}\` | ${part.isOptional() ? '' : 'yes'} | ${part.description} |`,
    );
    expect(rowsBelow('docs/writing.md', `### Fields of ${name}`)).toEqual(rows);
  });

  test('says why each dependency is there', () => {
    const why = textOf('docs/dependencies.md');
    const named = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
    expect(named.filter((name) => !why.includes(`\`${name}\``))).toEqual([]);
  });

  test('names exact versions only', () => {
    const versions = Object.values<string>({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('says of every figure of speed when it was measured', () => {
    const speed = textOf('docs/performance.md');
    const paragraphs = speed.split('\n\n').filter((paragraph) => /^\*\*\w+\.\*\*/.test(paragraph));
    expect(paragraphs.map((paragraph) => paragraph.split('.', 1)[0])).toEqual([
      '**Publishing',
      '**Pictures',
      '**Reading',
      '**Search',
    ]);
    expect(paragraphs.filter((paragraph) => !/\d+ November 2026/.test(paragraph))).toEqual([]);
    expect(speed).not.toMatch(/^\| [\d,]+ \| (?:Recapsule|Eleventy|Hugo) /m);
  });

  test('shows commands that exist', () => {
    const commands = documents
      .flatMap((path) => [...textOf(path).matchAll(/npm run ([a-z]+)/g)])
      .map(([, name = '']) => name);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});
