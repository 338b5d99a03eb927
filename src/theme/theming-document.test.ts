import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldsAt } from '../core/schema/notes.ts';
import { siteSchema } from '../core/schema/site.ts';
import { root } from '../io/settings.ts';

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const document = textOf('docs/theming.md');

/** The names in code in the first column of the table below a heading. */
const namesBelow = (heading: string): readonly string[] => {
  const [, section = ''] = document.split(`\n${heading}\n`);
  const [table = ''] = section.split(/\n#+ /, 1);
  return [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
};

test('docs/theming.md lists every field of a theme', () => {
  const fields = Object.keys(fieldsAt(siteSchema, ['theme'])).flatMap((name) => {
    const inside = Object.keys(fieldsAt(siteSchema, ['theme', name]));
    return inside.length === 0 ? [name] : inside.map((one) => `${name}.${one}`);
  });
  expect(namesBelow('## Fields')).toEqual(fields);
});

test('docs/theming.md lists every custom property of the pages, and only class names that they have', () => {
  const tokens = [...textOf('src/styles/tokens.css').matchAll(/^ {4}(--[\w-]+):/gm)].map(([, name = '']) => name);
  expect([...namesBelow('### Custom properties')].sort()).toEqual(tokens.sort());
  const styles = globSync('src/{styles,layouts,components,pages,theme}/**/*.{css,astro,ts}', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .map(textOf)
    .join('\n');
  const gone = namesBelow('### Class names').filter((name) => !new RegExp(`\\${name}\\b`).test(styles));
  expect(gone).toEqual([]);
});
