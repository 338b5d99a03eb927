import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { parseSheet } from './font-files.ts';
import packed from './optional-fonts.json' with { type: 'json' };
import { optionalFonts, packRanges } from './optional-fonts.ts';
import { families } from './typefaces.ts';

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

test('ranges are packed in order, merged, and read back', () => {
  expect(
    packRanges([
      [0x30, 0x39],
      [0x20, 0x20],
      [0x3a, 0x3f],
    ]),
  ).toBe('w g-f');
});

test('of each optional package it is known which characters it has', () => {
  const sheets = families.filter(({ sheet }) => sheet.split('/', 2).join('/') in peerDependencies);
  const known = sheets.map(({ name, sheet }) => {
    const css = readFileSync(createRequire(import.meta.url).resolve(sheet), 'utf8');
    return [name, packRanges(parseSheet(css).flatMap(({ ranges }) => ranges))];
  });
  expect(packed).toEqual(Object.fromEntries(known));
  expect(known.length).toBe(Object.keys(peerDependencies).length);
  expect(optionalFonts.get('noto-serif-thai')?.some(([first, last]) => first <= 0xe01 && 0xe01 <= last)).toBe(true);
});
