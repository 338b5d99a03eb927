import { describe, expect, test } from 'vitest';
import { balanceLines, breakLines, breaksIn, type Measured } from './break-lines.ts';

/** A text of which every character is one wide. */
const measured = (text: string): Measured => ({
  text,
  widths: Float64Array.from({ length: text.length + 1 }, (_, at) => at),
  ...breaksIn(text),
});
const lines = (text: string, width: number, breaking = breakLines) =>
  breaking(measured(text), width).lines.map(({ start, end }) => text.slice(start, end));

describe('lines', () => {
  test('end between words, and have no blank at their ends', () => {
    expect(lines('Ten billion dollars', 12)).toEqual(['Ten billion', 'dollars']);
  });

  test('are as even as can be where they are balanced', () => {
    expect(lines('one two three four', 14)).toEqual(['one two three', 'four']);
    expect(lines('one two three four', 14, balanceLines)).toEqual(['one two', 'three four']);
  });

  test('tear a word only where it is wider than they are', () => {
    expect(breakLines(measured('Ten billion'), 7).isTorn).toBe(false);
    expect(breakLines(measured('Donaudampfschiff'), 7)).toMatchObject({ isTorn: true });
    expect(lines('Donaudampfschiff', 7)).toEqual(['Donauda', 'mpfschi', 'ff']);
  });

  test('never end within what readers see as one character', () => {
    expect(lines('👨‍👩‍👧👨‍👩‍👧', 9)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  test('end between Chinese words, never before a full stop, and in Korean at blanks', () => {
    expect(lines('全球狂欢节开始。', 3)).toEqual(['全球', '狂欢节', '开始。']);
    expect(lines('세계 쇼핑 축제', 4)).toEqual(['세계', '쇼핑', '축제']);
  });

  test('end between Thai words, which have no blanks between them', () => {
    expect(breakLines(measured('เทศกาลช้อปปิ้งระดับโลก'), 14).isTorn).toBe(false);
  });

  test('are given for a width of nothing, too', () => {
    expect(lines('abc', 0)).toEqual(['a', 'b', 'c']);
    expect(lines('', 10)).toEqual([]);
  });
});
