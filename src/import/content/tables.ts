import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { attribute, findElement, isElement, isElementNamed } from './element.ts';

/** The rows of a table of data, each with its cells, and the spans of those kept within reason. */
type DataTable = { readonly caption?: Element; readonly rows: readonly (readonly Element[])[] };

const mostCells = 10_000;
const longestCell = 500;

/**
 * The rows of a table that shows data. A table that only lays out a page (it has one column or one row, or its cells hold
 * lists, headings, other tables, long texts) is none.
 */
export const dataTable = (table: Element): DataTable | undefined => {
  const rows = rowsOf(table);
  const columns = Math.max(0, ...rows.map((cells) => cells.reduce((sum, cell) => sum + spanOf(cell, 'colSpan'), 0)));
  if (rows.length < 2 || columns < 2 || rows.length * columns > mostCells) return undefined;
  if (rows.flat().some((cell) => holdsMore(cell, rows.length))) return undefined;
  const caption = table.children.find((child) => isElement(child, 'caption'));
  return { rows, ...(caption?.type === 'element' && { caption }) };
};

/** How many rows or columns a cell fills. */
export const spanOf = (cell: Element, name: 'colSpan' | 'rowSpan'): number => {
  const span = Number.parseInt(attribute(cell, name), 10);
  return span > 1 ? Math.min(span, 50) : 1;
};

const rowsOf = (parent: Element): Element[][] =>
  parent.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (isElementNamed(child, 'thead', 'tbody', 'tfoot')) return rowsOf(child);
    if (child.tagName !== 'tr') return [];
    const cells = child.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'));
    return cells.length > 0 ? [cells] : [];
  });

const holdsMore = (cell: Element, rows: number): boolean =>
  findElement(cell, 'table', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'figure', 'hr', ...headings) !== undefined ||
  (rows < 3 && findElement(cell, 'img') !== undefined) ||
  textOf(cell).length > longestCell;

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
