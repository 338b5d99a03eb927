import { expect, test, vi } from 'vitest';
import { showProgress } from './show-progress.ts';

/** What is said of 100 steps that take so many milliseconds each. */
const saidOf = (milliseconds: number, isTTY: boolean): string[] => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const said: string[] = [];
  try {
    using progress = showProgress('Pictures', 100, { isTTY, write: (text) => said.push(text) });
    for (let step = 1; step <= 100; step += 1) {
      clock.mockReturnValue(step * milliseconds);
      progress.step();
    }
  } finally {
    clock.mockRestore();
  }
  return said;
};

test('short work is not worth a word', () => {
  expect(saidOf(10, true)).toEqual([]);
  expect(saidOf(100, false)).toEqual([]);
});

test('a terminal sees one line that changes, and that is gone at the end', () => {
  const said = saidOf(400, true);
  expect(said[0]).toBe('\r\u001B[KPictures: 4 of 100');
  expect(said.at(-2)).toBe('\r\u001B[KPictures: 100 of 100');
  expect(said.at(-1)).toBe('\r\u001B[K');
});

test('a log gets a line now and then', () => {
  expect(saidOf(400, false)).toEqual(['Pictures: 38 of 100\n', 'Pictures: 76 of 100\n']);
});
