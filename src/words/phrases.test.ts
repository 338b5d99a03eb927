import { expect, test } from 'vitest';
import { phrasesOf } from './phrases.ts';

test.each([
  ['zh-CN', '天猫双十一，再次刷新纪录', '纪录'],
  ['zh-Hant', '船隊抵達「終點」！', '「終點」！'],
  ['zh', '比分 3:1（半场）', '（半场）'],
])('a Chinese title may be parted between words, which keep their marks: %s', (language, title, last) => {
  const parted = phrasesOf(title, language);
  expect(parted.join('')).toBe(title);
  expect(parted.length).toBeGreaterThan(1);
  expect(parted.filter((piece) => /^[，。、！？）」』]|[（「『]$/.test(piece))).toEqual([]);
  expect(parted.at(-1)).toBe(last);
});

test('any other title is one piece', () => {
  expect(phrasesOf('箱根を越えて：記録', 'ja')).toEqual(['箱根を越えて：記録']);
  expect(phrasesOf('A long title', 'en')).toEqual(['A long title']);
});
