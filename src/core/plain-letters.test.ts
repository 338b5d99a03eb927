import { expect, test } from 'vitest';
import { plainLetters, plainWords } from './plain-letters.ts';

test.each([
  ['Straße, œuvre, Łódź', 'Strasse, oeuvre, lódź'],
  ['ığne', 'iğne'],
  ['القاهرة إلى', 'القاهره إلي'],
  ['हिन्दी', 'हिंदी'],
  ['C++ and C#, F# or A#4', 'Cplusplus and Csharp, Fsharp or A#4'],
  ['km², ｶﾀｶﾅ，ＡＢＣ', 'km2, カタカナ，ABC'],
])('%s is %s in plain letters', (text, plain) => {
  expect(plainLetters(text)).toBe(plain);
});

test('words are known without their umlauts, in Danish and Swedish as well, and without a sharp s beside one', () => {
  expect(plainWords('Größe, Müller')).toEqual(['Grösse', 'Groesse', 'Mueller']);
  expect(plainWords('København, Århus')).toEqual(['Kobenhavn', 'Koebenhavn', 'aarhus']);
});

test('Arabic words are known without their article, where a word is left', () => {
  expect(plainWords('المنتخب والفريق وإبراهيم للفريق')).toEqual(['منتخب', 'فريق', 'إبراهيم', 'فريق']);
  expect(plainWords('وصل الى ال')).not.toContain('ى');
});
