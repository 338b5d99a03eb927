import { expect, test } from 'vitest';
import { formatTicks } from './format-ticks.ts';

test('the highest tick says all of it, the others are bare numbers in the same words', () => {
  expect(formatTicks([0, 10e9, 20e9, 30e9, 40e9], 'USD', 'en')).toEqual(['0', '10', '20', '30', 'US$40 billion']);
  expect(formatTicks([0, 0.5e9, 1e9, 1.5e9], 'USD', 'en')).toEqual(['0', '0.5', '1', 'US$1.5 billion']);
  expect(formatTicks([0, 20000, 40000], 'orders', 'en')).toEqual(['0', '20,000', '40,000 orders']);
});

test('a language with other words for large numbers has other bare numbers', () => {
  expect(formatTicks([0, 20e9, 40e9], 'USD', 'zh')).toEqual(['0', '200', 'US$400亿']);
  expect(formatTicks([0, 20e9, 40e9], 'EUR', 'es')).toEqual(['0', '20', '40 mil millones\u00a0€']);
});

test('negative values have a minus sign, and no number carries the noise of floating point', () => {
  expect(formatTicks([-0.1 - 0.2, 0, 0.4], '°C', 'en')).toEqual(['−0.3', '0', '0.4 °C']);
  expect(formatTicks([-2e9, -1e9, 0], 'USD', 'en')).toEqual(['−2', '−1', 'US$0']);
});

test('where the highest is in smaller words than the largest by size, every tick says all of it', () => {
  expect(formatTicks([-2e9, -1e9, 0.5e9], 'USD', 'en')).toEqual(['−US$2 billion', '−US$1 billion', 'US$500 million']);
});

test('where only some are powers of ten, every tick says all of it', () => {
  expect(formatTicks([0, 5e20, 1e21], 'seats', 'en')).toEqual([
    '0 seats',
    '500,000,000 trillion seats',
    '1\u00a0×\u00a010²¹ seats',
  ]);
  expect(formatTicks([0, 1e21, 2e21], 'seats', 'en')).toEqual(['0', '1\u00a0×\u00a010²¹', '2\u00a0×\u00a010²¹ seats']);
});
