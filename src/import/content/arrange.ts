import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { codeBlock, withBreaks } from './code.ts';
import { attribute, element, findElement, isElement, isElementNamed, textElement } from './element.ts';
import { figurePieces, linkAround, pictureFigure } from './figures.ts';
import { type Marks, markOf } from './marks.ts';
import type { Pass } from './pass.ts';
import { type ContentPiece, lineOf } from './pieces.ts';
import { type Leaf, phrasing, splitAtBreaks } from './runs.ts';
import { dataTable, spanOf } from './tables.ts';
import { visibleText } from './visible-text.ts';

/**
 * Rebuilds what remains as nothing but paragraphs, headings, quotations, lists, tables, code and lines of text with their
 * marks, each where it may stand, so that the way to Markdown is a short one. Layout vanishes with its text kept.
 */
export const arrange = (body: Element, { note }: Pass): void => {
  body.children = flow(body.children, { marks: {}, depth: 0, note });
};

/** What stands around a node: its marks, and how many lists and quotations. */
type Around = { readonly marks: Marks; readonly depth: number; readonly note: Pass['note'] };

/** Lists and quotations are kept to this depth; no text that people read is nested deeper. */
const deepest = 12;

const flow = (nodes: readonly ElementContent[], around: Around): Element[] => {
  const blocks: Element[] = [];
  let run: Leaf[] = [];
  const endRun = (): void => {
    const lines = splitAtBreaks(run).map(phrasing);
    blocks.push(...lines.filter((line) => line.length > 0).map((line) => element('p', {}, line)));
    run = [];
  };
  for (const piece of piecesOf(nodes, around)) {
    if (piece.kind === 'leaf') run.push(piece);
    else endRun();
    if (piece.kind === 'block') blocks.push(piece.block);
  }
  endRun();
  return blocks;
};

const piecesOf = (nodes: readonly ElementContent[], around: Around): ContentPiece[] => {
  const pieces: ContentPiece[] = [];
  for (const node of nodes) collect(node, around, pieces);
  return pieces;
};

/** Adds the pieces of a node to `pieces`. */
const collect = (node: ElementContent, around: Around, pieces: ContentPiece[]): void => {
  const { marks } = around;
  const leaf = (one: ElementContent): ContentPiece => ({ kind: 'leaf', node: one, marks });
  const collectAll = (nodes: readonly ElementContent[], inner = around): void => {
    for (const child of nodes) collect(child, inner, pieces);
  };
  const collectApart = (nodes: readonly ElementContent[], inner = around): void => {
    pieces.push({ kind: 'edge' });
    collectAll(nodes, inner);
    pieces.push({ kind: 'edge' });
  };
  if (node.type === 'text') pieces.push(leaf(node));
  if (node.type !== 'element') return;
  const { tagName, children } = node;
  const mark = markOf(node);
  if (mark) collectAll(children, { ...around, marks: { ...marks, ...mark } });
  else if (tagName === 'img') pieces.push({ kind: 'leaf', node, marks: linkAround(node, marks) });
  else if (tagName === 'br') pieces.push(leaf(element('br')));
  else if (isElementNamed(node, 'code', 'kbd', 'samp', 'tt') && !findElement(node, 'a', 'img')) {
    const code = visibleText(textOf(node)).replace(/\s+/g, ' ').trim();
    if (code !== '') pieces.push(leaf(element('code', {}, [textElement(code)])));
  } else if (tagName === 'q') collectAll([textElement('“'), ...children, textElement('”')]);
  else if (tagName === 'rt') collectAll([textElement('('), ...children, textElement(')')]);
  else if (tagName === 'rp') return;
  else if (tagName === 'dt') collectApart(children, { ...around, marks: { ...marks, strong: true } });
  else {
    const figure = tagName === 'figure' ? pictureFigure(node) : undefined;
    const blocks = figure ? undefined : blocksOf(node, around);
    if (figure) pieces.push(...figurePieces(figure, around.note));
    else if (blocks) pieces.push(...blocks.map((block) => ({ kind: 'block', block }) as const));
    else if (apart.has(tagName)) collectApart(children);
    else collectAll(children);
  }
};

const apart = new Set(
  'address article aside blockquote body caption center dd details dir div dl fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup legend li listing main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);

/** The blocks that an element is; `undefined` for one that only surrounds its content. */
const blocksOf = (found: Element, around: Around): Element[] | undefined => {
  const { tagName } = found;
  if (/^h[1-6]$/.test(tagName)) return headingOf(found, around);
  if (tagName === 'hr') return [element('hr')];
  if (isElementNamed(found, 'pre', 'listing', 'xmp', 'plaintext')) return codeOf(found, around);
  if (tagName === 'table') return tableOf(found, around);
  if (!isElementNamed(found, 'blockquote', 'ul', 'ol', 'menu', 'dir')) return undefined;
  if (around.depth >= deepest) {
    around.note(`Lists and quotations that are nested more than ${deepest} levels deep have become paragraphs.`);
    return undefined;
  }
  const inner = { ...around, depth: around.depth + 1 };
  const children = tagName === 'blockquote' ? flow(found.children, inner) : itemsOf(found.children, inner);
  if (children.length === 0) return [];
  const start = Number.parseInt(attribute(found, 'start'), 10);
  const name = isElementNamed(found, 'blockquote', 'ol') ? tagName : 'ul';
  return [element(name, name === 'ol' && start >= 0 && start < 1e8 ? { start } : {}, children)];
};

/** A heading is one line, and bold anyway. What cannot be in one ends it. */
const headingOf = (found: Element, around: Around): Element[] => {
  const blocks: Element[] = [];
  let line: ContentPiece[] = [];
  const endLine = (): void => {
    const words = phrasing(lineOf(line).map(({ node, marks: { strong: _, ...marks } }) => ({ node, marks })));
    if (words.length > 0) blocks.push(element(found.tagName, {}, words));
    line = [];
  };
  for (const piece of piecesOf(found.children, around)) {
    const isPicture = piece.kind === 'leaf' && isElement(piece.node, 'img');
    if (isPicture || piece.kind === 'block') endLine();
    if (isPicture) blocks.push(element('p', {}, phrasing([piece])));
    else if (piece.kind === 'block') blocks.push(piece.block);
    else line.push(piece);
  }
  endLine();
  return blocks;
};

/** Items, those outside of any item too; a list beside the items belongs to the item before. */
const itemsOf = (nodes: readonly ElementContent[], around: Around): Element[] => {
  const items: Element[] = [];
  for (const node of nodes) {
    if (isElement(node) && !isElementNamed(node, 'li', 'ul', 'ol') && findElement(node, 'li')) {
      items.push(...itemsOf(node.children, around));
      continue;
    }
    const blocks = flow(isElement(node, 'li') ? node.children : [node], around);
    const last = items.at(-1);
    if (isElement(node, 'ul', 'ol') && last) last.children.push(...blocks);
    else if (blocks.length > 0) items.push(element('li', {}, tight(blocks)));
  }
  return items;
};

/** An item with one paragraph, and nothing else but lists below it, needs no blank line. */
const tight = (blocks: readonly Element[]): ElementContent[] => {
  const [first, ...others] = blocks;
  const isTight = first?.tagName === 'p' && others.every((block) => isElementNamed(block, 'ul', 'ol'));
  return isTight ? [...first.children, ...others] : [...blocks];
};

/** Code keeps its lines. What holds links or pictures is a text whose lines are kept. */
const codeOf = (found: Element, around: Around): Element[] =>
  findElement(found, 'a', 'img') ? flow(withBreaks(found.children), around) : codeBlock(found);

const tableOf = (found: Element, around: Around): Element[] | undefined => {
  const data = dataTable(found);
  if (!data) return undefined;
  const cellOf = (cell: Element): Element => {
    const { strong: _, ...marks } = around.marks;
    const styled = /text-align\s*:\s*(left|right|center)/i.exec(attribute(cell, 'style'))?.[1]?.toLowerCase();
    const align = styled ?? attribute(cell, 'align').toLowerCase();
    const line = phrasing(lineOf(piecesOf(cell.children, cell.tagName === 'th' ? { ...around, marks } : around)));
    const properties = { colSpan: spanOf(cell, 'colSpan'), rowSpan: spanOf(cell, 'rowSpan') };
    return element(cell.tagName, /^(?:left|right|center)$/.test(align) ? { ...properties, align } : properties, line);
  };
  const rows = data.rows.map((cells) => element('tr', {}, cells.map(cellOf)));
  return [...(data.caption ? flow(data.caption.children, around) : []), element('table', {}, rows)];
};
