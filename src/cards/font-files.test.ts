import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { fontFilesFor, parseSheet } from './font-files.ts';
import { families } from './typefaces.ts';

const namesFor = (text: string) =>
  fontFilesFor(text).map((font) => (typeof font === 'object' && 'name' in font ? font.name : undefined));

test('a text is drawn with the files that have its characters, and always with those of Latin letters', () => {
  expect(namesFor('天')).toEqual(expect.arrayContaining(['newsreader', 'noto-serif-sc', 'noto-serif-jp', 'blank']));
  expect(fontFilesFor('مهرجان').length).toBeLessThan(fontFilesFor('').length + 5);
  expect(namesFor('“')).toContain('noto-serif-sc-marks');
  expect(namesFor('')).toEqual(namesFor('A'));
});

test('a style sheet tells which file has which characters', () => {
  const css = `@font-face { src: url(./files/a.woff2) format('woff2'), url(./files/a.woff); unicode-range: U+0041-005A,U+20AC; }`;
  expect(parseSheet(css)).toEqual([
    {
      path: './files/a.woff2',
      ranges: [
        [0x41, 0x5a],
        [0x20ac, 0x20ac],
      ],
    },
  ]);
});

test('every family is installed', () => {
  for (const { sheet } of families) expect(existsSync(createRequire(import.meta.url).resolve(sheet)), sheet).toBe(true);
});
