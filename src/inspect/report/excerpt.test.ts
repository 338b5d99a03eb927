import { describe, expect, it } from 'vitest';
import { sourceExcerpt, visible } from './excerpt.ts';

/** An excerpt as one text. */
const shown = (text: string, line: number, column: number, isCorrected = false): string =>
  sourceExcerpt((number) => text.split('\n')[number - 1], line, column, isCorrected)
    .map(({ mark, number, text: words }) => `${mark} ${number.padStart(2)}|${words}`)
    .join('\n');

/** How wide a text is on a terminal: that of the tests knows Han, kana, Hangul, wide forms and a rocket. */
const widthOf = (text: string): number =>
  [...text.normalize('NFC').replace(/\p{M}/gu, '')].reduce(
    (width, one) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff01-\uff60🚀]/u.test(one) ? 2 : 1),
    0,
  );

describe('an excerpt', () => {
  it('shows the line with its neighbours, and a pointer below it', () => {
    expect(shown('one\ntwo\nthree\nfour', 2, 3)).toBe('   1|one\n>  2|two\n    |  ^\n   3|three');
  });

  it('marks a line that is to be replaced', () => {
    expect(shown('one\ntwo', 2, 1, true)).toBe('   1|one\n-  2|two\n    |^');
  });

  it('has no neighbours beyond the first and the last line, and none that are empty', () => {
    expect(shown('one', 1, 1)).toBe('>  1|one\n    |^');
    expect(shown('one\ntwo\n', 1, 4)).toBe('>  1|one\n    |   ^\n   2|two');
    expect(shown('\ntwo\n', 2, 1)).toBe('>  2|two\n    |^');
  });

  it('is empty where there is no such line, or nothing in it', () => {
    expect(sourceExcerpt(() => undefined, 1, 1, false)).toEqual([]);
    expect([shown('one\n\nthree', 2, 1), shown('one', 2, 1)]).toEqual(['', '']);
  });

  it('points below a line that is shorter than the column', () => {
    expect(shown('one', 1, 9)).toBe('>  1|one\n    |   ^');
  });

  it('counts a tab as one blank, so that the pointer stands right whatever the terminal makes of tabs', () => {
    expect(shown('\ta:\t\tb', 1, 6)).toBe('>  1| a:  b\n    |     ^');
  });

  it.each([
    ['title: 双十一 x', 12],
    ['title: ひらがなカタカナ x', 17],
    ['title: 한국어 x', 12],
    ['title: ｗｉｄｅ！ x', 14],
    ['「引用」、x', 6],
    ['🚀 x', 4],
    ['Stra\u0308ße e\u0301 x', 12],
    ['A plain line, x', 15],
  ])('points below the right column of %j', (line, column) => {
    expect(line[column - 1]).toBe('x');
    const [wrong, pointer] = shown(line, 1, column).split('\n');
    expect(widthOf(pointer?.replace('^', '') ?? '')).toBe(widthOf(wrong?.replace('x', '') ?? ''));
  });

  it('shows of a very long line what is around the column', () => {
    const long = `${'a'.repeat(5000)}X${'b'.repeat(4999)}`;
    expect(shown(long, 1, 5001)).toBe(`>  1|…${'a'.repeat(60)}X${'b'.repeat(119)}…\n    |${' '.repeat(61)}^`);
    expect(shown(long, 1, 10_000)).toBe(`>  1|…${'b'.repeat(61)}\n    |${' '.repeat(61)}^`.replace('61}', '60}'));
    expect(shown(long, 1, 1)).toBe(`>  1|${'a'.repeat(180)}…\n    |^`);
    expect(shown(long, 1, 121)).toBe(`>  1|${'a'.repeat(180)}…\n    |${' '.repeat(120)}^`);
  });

  it('cuts the neighbours of a long line at the same columns', () => {
    const long = 'a'.repeat(500);
    expect(shown(`short\n${long}\n${long}`, 2, 500)).toBe(
      `   1|…\n>  2|…${'a'.repeat(61)}\n    |${' '.repeat(61)}^\n   3|…${'a'.repeat(61)}`,
    );
  });

  it('takes no longer for a line of a million characters', () => {
    expect(shown('双'.repeat(1_000_000), 1, 999_999).length).toBeLessThan(400);
  });
});

describe('text for a terminal', () => {
  it('has symbols for what would steer it', () => {
    expect(visible('a\tb\u001b[31mred\u0007\u0000\r\n')).toBe('a b␛[31mred␇␀␍␊');
    expect(visible('\u007f\u009b31m\u0085')).toBe('��31m�');
    expect(visible('a\u202eb\u2066c\u2069')).toBe('a�b�c�');
  });

  it('keeps every other character', () => {
    const text = 'Grüße, e\u0301, 双十一, 👩‍🚀, «»—…\u00a0| "\'`$';
    expect(visible(text)).toBe(text);
  });

  it('never has a control character, whatever it is made of', () => {
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(visible(all)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(visible(all)).toHaveLength(all.length);
  });
});
