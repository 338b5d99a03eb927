import { describe, expect, it } from 'vitest';
import { cellsOf } from './table-cells.ts';

const cellsIn = (markdown: string): number => cellsOf(markdown.split('\n'))?.cells ?? 0;

describe('the cells of tables', () => {
  it.each([
    ['| a | b |\n|---|:-:|\n| c |\n| d | e |', 8],
    ['a\n:-\nb', 3],
    ['> a | b\n> - | -\n> c', 6],
    ['- a | b\n  -|-\n  c\n\n| d |\n|---|', 8],
    ['a\n---\n\nb - c | d\n- e', 0],
    ['no table', 0],
  ])('are columns times rows, however short a row is: %j', (markdown, cells) => {
    expect(cellsIn(markdown)).toBe(cells);
  });
});
