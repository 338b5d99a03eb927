/**
 * How many cells the tables of Markdown become at most, and at which line the largest begins: each row is filled up with
 * cells to as many columns as its header has, however short it is written. A line of dashes and `|` is taken for the head of a table
 * wherever it stands, since a table can stand in quotations and lists; a table ends at the latest where a line is empty.
 */
export const cellsOf = (lines: readonly string[]): { readonly cells: number; readonly line: number } | undefined => {
  let all = 0;
  let largest = { cells: 0, line: 0 };
  let columns = 0;
  let rows = 0;
  let start = 0;
  for (const [index, line] of [...lines, ''].entries()) {
    const begins = isHead(line);
    if (begins || /^[\s>]*$/.test(line)) {
      const cells = columns * rows;
      all += cells;
      if (cells > largest.cells) largest = { cells, line: start };
      [columns, rows, start] = begins ? [columnsOf(line), 2, index] : [0, 0, 0];
    } else rows += 1;
  }
  return all === 0 ? undefined : { cells: all, line: largest.line };
};

/** Dashes with `|` or `:` beside them, and what may stand before a table. */
const isHead = (line: string): boolean =>
  line.includes('-') && (line.includes('|') || line.includes(':')) && /^[\s>*+\d.)|:-]*$/.test(line);

const columnsOf = (line: string): number => line.split('|').filter((cell) => cell.includes('-')).length;
