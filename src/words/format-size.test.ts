import { expect, test } from 'vitest';
import { formatSize } from './format-size.ts';

test.each([
  [1, 'en', '1 kB'],
  [16_680, 'en', '17 kB'],
  [999_499, 'en', '999 kB'],
  [999_500, 'en', '1 MB'],
  [1_240_000, 'de', '1,2 MB'],
  [26_000_000, 'zh-Hans', '26 MB'],
  [1_500_000_000, 'en', '1.5 GB'],
])('%d bytes are shown in %s as %s', (bytes, language, shown) => {
  expect(formatSize(bytes, language).replace('\u00a0', ' ')).toBe(shown);
});
