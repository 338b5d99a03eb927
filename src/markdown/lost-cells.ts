import type { Table, TableCell, TableRow } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Edit, Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/** Cells beyond the last column of their table, which no page shows. */
export const lostCells = ({ tree, markdown }: Source): Lost[] => {
  const lost: Lost[] = [];
  if (!markdown.includes('|')) return lost;
  visit(tree, 'table', (table) => {
    for (const row of table.children) {
      const found = lostOf(row, table, markdown);
      if (found) lost.push(found);
    }
  });
  return lost;
};

const lostOf = (row: TableRow, { align, children }: Table, markdown: string): Lost | undefined => {
  const columns = align?.length ?? children[0]?.children.length ?? 0;
  const beyond = row.children.slice(columns).filter((cell) => cell.children.length > 0);
  const [first] = beyond;
  if (!first) return undefined;
  const sourceOf = ({ position }: typeof first): string =>
    markdown.slice(position?.start.offset, position?.end.offset).replace(/^\s*\|?\s*|\s*\|?\s*$/g, '');
  const bars = barsInCode(markdown, row.position?.start.offset ?? 0, row.position?.end.offset ?? 0);
  const inCode = bars.length > 0 && row.children.length - bars.length <= columns;
  const edits = inCode ? bars : barsOf(row, columns, markdown);
  const shown = quoted(beyond.map(sourceOf).join(' | '));
  return {
    at: first.position?.start.offset ?? 0,
    rule: 'lost-cell',
    message: inCode
      ? `Unexpected bar in code in a table, expected \\|: it begins a new cell, and ${shown} is lost`
      : `Unexpected cell ${shown}, expected at most ${columns === 1 ? '1 cell' : `${columns} cells`}, as in the header of the table: it is lost`,
    hint: inCode
      ? 'Put a backslash before each bar that belongs to the text.'
      : 'Give the header and the line below it as many cells, or write \\| where a bar belongs to the text, as in the line below.',
    edits,
  };
};

/** What makes the cells of a row as few as its header has: without double bars, or with all that is beyond in the last of them. */
const barsOf = ({ children }: TableRow, columns: number, markdown: string): Edit[] => {
  const startOf = ({ position }: TableCell): number => position?.start.offset ?? 0;
  const doubled = children.filter(
    (cell, index) => index > 0 && cell.children.length === 0 && markdown.startsWith('||', startOf(cell)),
  );
  if (doubled.length > 0 && children.length - doubled.length <= columns)
    return doubled.map((cell) => ({ from: startOf(cell), to: startOf(cell) + 1, text: '' }));
  return children
    .slice(columns)
    .filter((cell) => markdown[startOf(cell)] === '|')
    .map((cell) => ({ from: startOf(cell), to: startOf(cell), text: '\\' }));
};

/** The bars between backticks in a row: Markdown takes them for the ends of cells. */
export const barsInCode = (markdown: string, from: number, to: number): Edit[] =>
  [...markdown.slice(from, to).matchAll(/(?<!`)(`+)(?!`)((?:(?!`).)+)\1(?!`)/g)].flatMap(({ 0: code, index }) =>
    [...code.matchAll(/(?<!\\)\|/g)].map((bar) => {
      const at = from + index + bar.index;
      return { from: at, to: at, text: '\\' };
    }),
  );
