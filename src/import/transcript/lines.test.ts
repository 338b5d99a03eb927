import { expect, it } from 'vitest';
import { eachLine, foldLine } from './lines.ts';

it('counts lines, whatever ends them', () => {
  expect([...eachLine('a\r\n b\rc\n\nd\u2028e')].map(({ number, text }) => `${number}${text}`)).toEqual([
    '1a',
    '2b',
    '3c',
    '4',
    '5d',
    '6e',
  ]);
});

it('folds what looks the same, and what cannot be seen', () => {
  expect(foldLine('\ufeff１１：４０\u202fp.m.\u200e ')).toBe('11:40 p.m.');
});

it('takes a line of which nothing can be seen for a blank one', () => {
  expect([...eachLine('\u200b \u200e')]).toMatchObject([{ text: '', form: '' }]);
});

it('keeps long lines whole and folds only how they begin', () => {
  const [line] = eachLine('x'.repeat(500));
  expect([line?.text.length, line?.form.length, line?.isShort]).toEqual([500, 120, false]);
});
