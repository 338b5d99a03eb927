import { expect, test } from 'vitest';
import { openGraphLocale } from './locale.ts';

test.each([
  ['en', 'en_GB'],
  ['en-US', 'en_US'],
  ['de', 'de_DE'],
  ['de-AT', 'de_AT'],
  ['zh', 'zh_CN'],
  ['zh-Hant', 'zh_TW'],
  ['pt-BR', 'pt_BR'],
  ['ar', 'ar_EG'],
])('previews call the language %s %s', (language, locale) => {
  expect(openGraphLocale(language)).toBe(locale);
});
