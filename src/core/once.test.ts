import { expect, test, vi } from 'vitest';
import { once, remembered } from './once.ts';

test('a value is made when it is asked for the first time, and no more, even if it is nothing', () => {
  const make = vi.fn(() => undefined);
  const value = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('a value of some texts is made once for each list of them', () => {
  const make = vi.fn((one: string, other: string) => [one, other]);
  const value = remembered(make);
  expect(value('a', 'b c')).toBe(value('a', 'b c'));
  expect(value('a b', 'c')).toEqual(['a b', 'c']);
  expect(make).toHaveBeenCalledTimes(2);
});
