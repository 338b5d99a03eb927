import { expect, test } from 'vitest';
import { markdownOf } from './testing.ts';

test('a table of data stays a table, its caption above it', () => {
  expect(
    markdownOf(
      '<table><caption>Medals</caption><tr><th>Land<th style="text-align:right">Gold<tr><td><p>Norway | N</p><td><b>5</b><br>of 6<tr><td colspan=2>no more</table>',
    ),
  ).toBe('Medals\n\n| Land | Gold |\n| - | -: |\n| Norway \\| N | **5** of 6 |\n| no more | |\n');
});

test.each([
  ['one column', '<tr><td>a<tr><td>b'],
  ['one row', '<tr><td>a<td>b'],
  ['a list in it', '<tr><td><ul><li>a</ul><td>b<tr><td>c<td>d'],
  ['a table in it', '<tr><td><table><tr><td>a</table><td>b<tr><td>c<td>d'],
])('a table with %s only lays out a page', (_, rows) => {
  expect(markdownOf(`<table>${rows}</table>`)).not.toContain('|');
});

test('spans that no page has make no cells', () => {
  const html = `<table>${'<tr><td colspan=65000>a<td rowspan=65000>b'.repeat(200)}</table>`;
  expect(markdownOf(html).length).toBeLessThan(200_000);
});
