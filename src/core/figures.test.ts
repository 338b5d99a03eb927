import { describe, expect, it } from 'vitest';
import { amountOf, byUnit, hasEqualled, hasPassed } from './figures.ts';

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

describe('whether a value has passed a reference', () => {
  it('is given in a unit that both are given in', () => {
    expect(hasPassed({ CNY: 70.1 }, { CNY: 70 }, gmv)).toBe(true);
    expect(hasPassed({ CNY: 69.9 }, { CNY: 70 }, gmv)).toBe(false);
    expect(hasPassed({ CNY: 71, USD: 9 }, { USD: 10, CNY: 70 }, gmv)).toBe(true);
  });

  it('is given in the main unit otherwise', () => {
    expect(hasPassed({ CNY: 70.7 }, { USD: 10 }, gmv)).toBe(true);
    expect(hasPassed({ EUR: 4.9 }, { CNY: 70 }, gmv)).toBe(false);
  });

  it('is false where it has only equalled it, whatever is better and whatever a division adds', () => {
    const lap = { unit: 's', rates: {}, better: 'lower' } as const;
    expect([hasPassed({ CNY: 70 }, { CNY: 70 }, gmv), hasEqualled({ CNY: 70 }, { CNY: 70 }, gmv)]).toEqual([
      false,
      true,
    ]);
    expect([hasPassed({ CNY: 70 }, { USD: 10 }, gmv), hasEqualled({ CNY: 70 }, { USD: 10 }, gmv)]).toEqual([
      false,
      true,
    ]);
    expect([hasPassed({ s: 82.4 }, { s: 82.4 }, lap), hasPassed({ s: 82.3 }, { s: 82.4 }, lap)]).toEqual([false, true]);
    const thirds = { unit: 'USD', rates: { A: 0.1, B: 0.3 }, better: 'higher' } as const;
    expect(hasPassed({ A: 0.3 }, { B: 0.9 }, thirds)).toBe(false);
    expect(hasPassed({ B: 0.9 }, { A: 0.3 }, thirds)).toBe(false);
  });

  it('is not known where one of them cannot be converted', () => {
    expect(hasPassed({ JPY: 5 }, { USD: 10 }, gmv)).toBeUndefined();
    expect(hasPassed({ USD: 5 }, { JPY: 10 }, gmv)).toBeUndefined();
    expect(hasPassed({ constructor: 5 }, { USD: 1 }, { unit: 'USD', rates: {}, better: 'higher' })).toBeUndefined();
  });
});
