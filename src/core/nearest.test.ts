import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../scripts/testing/processor-time.ts';
import { nearest } from './nearest.ts';

describe('the nearest candidate', () => {
  it.each([
    ['titel', ['time', 'title'], 'title'],
    ['tittle', ['time', 'title'], 'title'],
    ['Title', ['time', 'title'], 'title'],
    ['topcis', ['topics', 'metrics'], 'topics'],
    ['gvm', ['gmv', 'orders'], 'gmv'],
    ['gm', ['gmv'], 'gmv'],
    ['Asia/Shanghia', ['Asia/Shanghai', 'Asia/Samarkand'], 'Asia/Shanghai'],
    ['aliases', ['alias', 'aliases'], 'aliases'],
  ])('of %s is one of few edits, a swap being one', (word, candidates, meant) => {
    expect(nearest(word, candidates)).toBe(meant);
  });

  it('is the first of those that are equally near', () => {
    expect(nearest('orde', ['ordea', 'ordeb'])).toBe('ordea');
    expect(nearest('orde', new Set(['ordeb', 'ordea']))).toBe('ordeb');
  });

  it.each([
    ['colour', ['title', 'time', 'label']],
    ['abc', ['bca', 'xyz']],
    ['USD', ['CNY']],
    ['titl', ['t']],
    ['x', ['y']],
    ['', ['a']],
    ['title', []],
  ])('of %s is none where all are far', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  it('is at most two edits away', () => {
    expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy');
    expect(nearest('abcdef', ['abcxyz'])).toBeUndefined();
  });

  it('is found at once even for a word of a million letters', () => {
    const started = processorTime();
    expect(nearest('x'.repeat(1_000_000), ['title', 'time'])).toBeUndefined();
    expect(processorTime() - started).toBeLessThan(soon(500));
  });
});
