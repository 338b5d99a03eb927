import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { interfaceTexts } from './interface-texts.ts';
import { zhHans } from './zh-hans.ts';

const skipIn = (...languages: readonly string[]): ReadonlySet<string> =>
  new Set(languages.map((language) => interfaceTexts(language).skip));

test('are chosen by language, and by script where there are several', () => {
  expect(skipIn('en', 'en-GB', 'EN')).toEqual(new Set([en.skip]));
  expect(skipIn('de', 'de-AT', 'de-CH-1996')).toEqual(new Set([de.skip]));
  expect(skipIn('zh', 'zh-CN', 'zh-Hans', 'zh-hans-SG')).toEqual(new Set([zhHans.skip]));
});

test('are English where a language has none of its own, or is written in another script', () => {
  expect(skipIn('ar', 'ja', 'zh-Hant', 'zh-TW', 'und')).toEqual(new Set([en.skip]));
});

test.each(Object.entries({ de, zhHans }))('%s says everything that English says, in words of its own', (_, texts) => {
  expect(Object.keys(texts)).toEqual(Object.keys(en));
  const said = (own: typeof texts): readonly string[] =>
    Object.values(own).map((text) =>
      // Every function is called with arguments that can be found again in what it says.
      typeof text === 'function' ? (text as (...args: unknown[]) => string)('A', 'B', 'C', 'D') : String(text),
    );
  const [mine, english] = [said(texts), said(en)];
  const names = Object.keys(en);
  const same = names.filter((_, index) => mine[index] === english[index] && /\p{L}{4}/u.test(english[index] ?? ''));
  expect(same).toEqual([]);
  for (const [index, text] of english.entries())
    for (const given of ['A', 'B', 'C', 'D'].filter((one) => new RegExp(`\\b${one}\\b`).test(text)))
      expect(mine[index], names[index]).toMatch(new RegExp(`(?<![A-Za-z])${given}(?![A-Za-z])`));
});
