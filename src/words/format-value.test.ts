import { describe, expect, test } from 'vitest';
import { formatAxis, formatValue, speakValue, type Valued, type ValueFormat } from './format-value.ts';

const lap: ValueFormat = { unit: 's', decimals: 3, format: 'duration' };
const first = (valued: Valued, metric: ValueFormat, language = 'en') => formatValue(valued, metric, language)[0];

describe('a duration', () => {
  test.each([
    [81.9, '1:21.900'],
    [82.4175, '1:22.4175'],
    [0, '0:00.000'],
    [0.5, '0:00.500'],
    [59.999_999_999_9, '1:00.000'],
    [3599.5, '59:59.500'],
    [3600, '1:00:00.000'],
    [360_000, '100:00:00.000'],
    [-81.9, '−1:21.900'],
  ])('of %d seconds is %s', (seconds, text) => {
    expect(first({ value: { s: seconds } }, lap)).toBe(text);
  });

  test('is in any of three units, with the decimal sign of its language', () => {
    expect(first({ value: { h: 2.075 } }, { ...lap, unit: 'h', decimals: 0 })).toBe('2:04:30');
    expect(first({ value: { min: 1.365 } }, { ...lap, unit: 'min', decimals: 1 }, 'de')).toBe('1:21,9');
  });

  test('is heard as words', () => {
    const spoken = (seconds: number, decimals: number, language = 'en') =>
      speakValue({ value: { s: seconds } }, { ...lap, decimals }, language);
    expect(spoken(81.9, 3)).toBe('1 minute, 21.900 seconds');
    expect(spoken(7471, 0)).toBe('2 hours, 4 minutes, 31 seconds');
    expect(spoken(81.9, 1, 'de')).toBe('1 Minute, 21,9 Sekunden');
    expect(spoken(0, 0)).toBe('0 seconds');
    expect(speakValue({ value: { s: 81.9 } }, { ...lap, format: 'number' }, 'en')).toBeUndefined();
    expect(speakValue({}, lap, 'en')).toBeUndefined();
  });

  test('is a plain amount where hours and minutes would tell nothing, and in other units', () => {
    expect(first({ value: { s: 1e15 } }, lap)).toBe('1000 trillion s');
    expect(first({ value: { s: 1e-12 } }, lap)).toBe('1\u00a0×\u00a010⁻¹² s');
    expect(formatValue({ value: { s: 81.9, laps: 2 } }, lap, 'en')).toEqual(['1:21.900', '2 laps']);
  });

  test('has one form on an axis, of which only the digits that differ are shown', () => {
    expect(formatAxis([81, 81.5, 82], lap, 'en')).toEqual(['1:21.0', '1:21.5', '1:22.0']);
    expect(formatAxis([0, 1800, 3600], lap, 'en')).toEqual(['0:00', '30:00', '1:00:00']);
  });
});

describe('digits behind the point', () => {
  const rate: ValueFormat = { unit: '%', decimals: 1, format: 'number' };

  test('are at least as many as the metric has, and never fewer than the number', () => {
    expect(first({ value: { '%': 4 } }, rate)).toMatch(/^4\.0/);
    expect(first({ value: { '%': 4.25 } }, rate)).toMatch(/^4\.25/);
  });

  test('are as many as were written', () => {
    const gap: ValueFormat = { unit: 's', decimals: 0, format: 'number' };
    expect(first({ value: { s: 81.9 }, decimals: { s: 3 } }, gap)).toBe('81.900 s');
    expect(first({ value: { s: 81.9 } }, gap)).toBe('81.9 s');
    expect(first({ value: { EUR: 3 }, decimals: { EUR: 2 } }, { ...gap, unit: 'EUR' })).toBe('€3.00');
  });

  test('are not added to what is in words', () => {
    expect(first({ value: { USD: 38.4e9 } }, { unit: 'USD', decimals: 2, format: 'number' })).toBe('US$38.4 billion');
  });

  test('are those of the main unit, and of no name that every object has', () => {
    expect(formatValue({ value: { constructor: 5, '%': 4 } }, rate, 'en')[0]).toMatch(/^5 /);
  });
});

test.each([
  [1e300, '1\u00a0×\u00a010³⁰⁰ s'],
  [-1.5e-300, '−1.5\u00a0×\u00a010⁻³⁰⁰ s'],
  [Number.MAX_VALUE, '1.7976931348623157\u00a0×\u00a010³⁰⁸ s'],
  [5e-324, '5\u00a0×\u00a010⁻³²⁴ s'],
])('%d is written with its power of ten', (amount, text) => {
  expect(first({ value: { s: amount } }, { unit: 's', decimals: 0, format: 'number' })).toBe(text);
});
