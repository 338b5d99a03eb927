import { describe, expect, it } from 'vitest';
import { amountOf, byUnit, hasReached } from './figures.ts';

const gmv = { unit: 'USD', rates: { CNY: 7, EUR: 0.5 }, better: 'higher' } as const;

describe('a figure', () => {
  it('is in the main unit where it is a bare number', () => {
    expect(byUnit(10e9, 'USD')).toEqual({ USD: 10e9 });
    expect(byUnit({ CNY: 70e9 }, 'USD')).toEqual({ CNY: 70e9 });
  });
});

describe('the amount in the main unit', () => {
  it('is the one given, even beside others', () => {
    expect(amountOf({ CNY: 70, USD: 11 }, gmv)).toBe(11);
    expect(amountOf({ USD: 0, CNY: 70 }, gmv)).toBe(0);
  });

  it('is converted from the first unit that has a rate', () => {
    expect(amountOf({ JPY: 5, CNY: 70, EUR: 1 }, gmv)).toBe(10);
    expect(amountOf({ EUR: 1, CNY: 70 }, gmv)).toBe(2);
  });

  it('is not known without a rate', () => {
    expect(amountOf({ JPY: 5 }, gmv)).toBeUndefined();
    expect(amountOf({}, gmv)).toBeUndefined();
    expect(amountOf({ constructor: 5 }, { unit: 'toString', rates: {} })).toBeUndefined();
  });
});

describe('whether a value has reached a reference', () => {
  it('is told in a unit that both are given in', () => {
    expect(hasReached({ CNY: 70 }, { CNY: 70 }, gmv)).toBe(true);
    expect(hasReached({ CNY: 69.9 }, { CNY: 70 }, gmv)).toBe(false);
    expect(hasReached({ CNY: 71, USD: 9 }, { USD: 10, CNY: 70 }, gmv)).toBe(true);
  });

  it('is told in the main unit otherwise', () => {
    expect(hasReached({ CNY: 70 }, { USD: 10 }, gmv)).toBe(true);
    expect(hasReached({ EUR: 4.9 }, { CNY: 70 }, gmv)).toBe(false);
  });

  it('is not known where one of them cannot be converted', () => {
    expect(hasReached({ JPY: 5 }, { USD: 10 }, gmv)).toBeUndefined();
    expect(hasReached({ USD: 5 }, { JPY: 10 }, gmv)).toBeUndefined();
    expect(hasReached({ constructor: 5 }, { USD: 1 }, { unit: 'USD', rates: {}, better: 'higher' })).toBeUndefined();
  });
});
