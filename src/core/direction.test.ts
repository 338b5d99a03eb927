import { describe, expect, it } from 'vitest';
import { interfaceTexts } from '../words/languages/interface-texts.ts';
import { directionOf, isMixedIn, isolatedIn } from './direction.ts';

describe('the direction of a text', () => {
  it.each([
    ['שלום (3:2) היום', 'rtl'],
    ['(3:2) שלום', 'rtl'],
    ['سفن ۱۲', 'rtl'],
    ['کشتی‌ها', 'rtl'],
    ['NASA أعلنت اليوم عن الإطلاق', 'rtl'],
    ['https://example.org/a/b/c הקישור', 'rtl'],
    ['שלום (Manchester United)', 'rtl'],
    ['Boats (3:2)', 'ltr'],
    ['Лодки', 'ltr'],
    ['Boats and שלום again', 'ltr'],
    ['«שלום», said the captain of the second boat', 'ltr'],
    ['船', 'ltr'],
  ])('of %j is %s', (text, direction) => expect(directionOf(text)).toBe(direction));

  it('is none where there are no letters', () => {
    expect(directionOf('12:30 (3–2)')).toBeUndefined();
    expect(directionOf('')).toBeUndefined();
  });
});

describe('a text among others', () => {
  it('is mixed where a letter is read the other way', () => {
    expect(isMixedIn('Score of שלום', 'ltr')).toBe(true);
    expect(isMixedIn('Score 3:2', 'ltr')).toBe(false);
    expect(isMixedIn('40 km', 'rtl')).toBe(true);
    expect(isMixedIn('40 كم', 'rtl')).toBe(false);
    expect(isMixedIn('12:30', 'rtl')).toBe(false);
  });

  it('is isolated once, in its own direction, and only where it needs that', () => {
    expect(isolatedIn('40 كم', 'ltr')).toBe('\u206740 كم\u2069');
    expect(isolatedIn(`${isolatedIn('40 كم', 'ltr')} (06:41)`, 'ltr')).toBe('\u206740 كم\u2069 (06:41)');
    expect(isolatedIn('90 km', 'rtl')).toBe('\u206690 km\u2069');
    expect(isolatedIn('90 km', 'ltr')).toBe('90 km');
  });

  it('keeps apart in the sentences of the interface, which others do not change', () => {
    expect(interfaceTexts('en').by('עדה (כתבת)')).toBe('By \u2067עדה (כתבת)\u2069');
    expect(interfaceTexts('ar').values(2, '40 كم', '90 كم')).toBe(
      '2 values, from \u206740 كم\u2069 to \u206790 كم\u2069.',
    );
    expect(interfaceTexts('de').by('Ada')).toBe('Von Ada');
  });
});
