import { describe, expect, test } from 'vitest';
import { markPhrases } from './phrases.ts';

const phrasesOf = (text: string) => markPhrases(text).split('\u200b');

describe('lines may end', () => {
  test('between Chinese words, and never before a full stop', () => {
    expect(phrasesOf('「世界」重新开始。')).toEqual(['「世界」重新', '开始。']);
  });

  test('between Japanese words, a long vowel at their end included', () => {
    expect(phrasesOf('コンピューターが見る')).toEqual(['コンピューター', 'が', '見る']);
  });

  test('between Thai words, which have no blanks between them', () => {
    expect(phrasesOf('เทศกาลช้อปปิ้งระดับโลก').length).toBeGreaterThan(3);
  });

  test('where Latin letters meet Chinese ones, not between a figure and its unit', () => {
    expect(phrasesOf('GMV突破100亿')).toEqual(['GMV', '突破100亿']);
  });

  test('at the blanks of English, Korean and Arabic, which are marks enough', () => {
    for (const text of ['Ten billion dollars', '세계 쇼핑 축제', 'مهرجان التسوق']) expect(markPhrases(text)).toBe(text);
  });
});
