import { expect, test } from 'vitest';
import { plainCardText, withoutMissing } from './plain-text.ts';

test('line breaks, tabs and control characters are drawn as blanks, and what belongs together stays together', () => {
  expect(plainCardText(' a\n\tb\u0000c\u00ad ')).toBe('a b c');
  expect(plainCardText('10\u202fMrd.\u00a0€')).toBe('10\u00a0Mrd.\u00a0€');
  expect(plainCardText('e\u0301')).toBe('é');
});

test('what cannot be drawn leaves no gap, and a letter with marks stays without them', () => {
  expect(withoutMissing('one 𒀀 two', new Set(['𒀀']))).toBe('one two');
  expect(withoutMissing('x\u0302 and x', new Set(['x\u0302']))).toBe('x and x');
});
