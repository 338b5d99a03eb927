import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { element, isElement, textElement } from './element.ts';
import { type Marks, sharedMarks } from './marks.ts';
import { visibleText } from './visible-text.ts';

/** A text, a picture, a line break or a piece of code, and what the elements around it say of it. */
export type Leaf = {
  readonly node: ElementContent;
  readonly marks: Marks;
  /** Whether it stands between the marks and has those that its neighbours share. */
  readonly isStop?: boolean;
};

/**
 * A line of text from its leaves. White space is folded, and stands outside of the marks that end or begin there; no
 * mark is in one of its own kind, and none is empty. Empty where there is nothing to see.
 */
export const phrasing = (leaves: readonly Leaf[]): ElementContent[] =>
  nested(markSpaces(foldSpaces(leaves).flatMap(stopsApart)));

/** The parts of a run that are paragraphs, because two line breaks or more stand between them. */
export const splitAtBreaks = (run: readonly Leaf[]): readonly (readonly Leaf[])[] => {
  const parts: Leaf[][] = [[]];
  let breaks = 0;
  for (const leaf of run) {
    if (isBreak(leaf)) breaks += 1;
    else if (!isBlank(leaf)) {
      if (breaks > 1) parts.push([]);
      breaks = 0;
    }
    parts.at(-1)?.push(leaf);
  }
  return parts;
};

const isBreak = ({ node }: Leaf): boolean => isElement(node, 'br');
const isBlank = ({ node }: Leaf): boolean => node.type === 'text' && node.value.trim() === '';
const isBetween = (leaf: Leaf): boolean => leaf.isStop === true || isSpace(leaf);
const isSpace = (leaf: Leaf): boolean => isBreak(leaf) || isBlank(leaf);

/** One blank for any white space, none at the edges and beside line breaks; the blanks around words stand alone. */
const foldSpaces = (leaves: readonly Leaf[]): Leaf[] => {
  const folded: Leaf[] = [];
  for (const leaf of leaves.flatMap(wordsAndBlanks)) {
    const last = folded.at(-1);
    if (isBreak(leaf)) while (endsIn(folded, isBlank)) folded.pop();
    if (!isSpace(leaf) || (last && !isSpace(last)) || (isBreak(leaf) && folded.length > 0)) folded.push(leaf);
  }
  while (endsIn(folded, isSpace)) folded.pop();
  return folded;
};

const endsIn = (leaves: readonly Leaf[], isOne: (leaf: Leaf) => boolean): boolean => {
  const last = leaves.at(-1);
  return last !== undefined && isOne(last);
};

const wordsAndBlanks = (leaf: Leaf): Leaf[] => {
  const { node, marks } = leaf;
  if (node.type !== 'text') return [leaf];
  const value = visibleText(node.value).replace(/[\t\n ]+/g, ' ');
  const core = value.trim();
  const start = value.length - value.trimStart().length;
  const pieces = core === '' ? [value] : [value.slice(0, start), core, value.slice(start + core.length)];
  return pieces.filter((piece) => piece !== '').map((piece) => ({ node: textElement(piece), marks }));
};

/**
 * Markdown cannot end a mark with a stop, a bracket, code or a link that a letter follows, nor begin one so behind a
 * letter: those stand alone.
 */
const stopsApart = (leaf: Leaf, index: number, leaves: readonly Leaf[]): Leaf[] => {
  const { node, marks } = leaf;
  const before = meets(leaf, leaves[index - 1], /[^\s\p{P}\p{S}]$/u);
  const after = meets(leaf, leaves[index + 1], /^[^\s\p{P}\p{S}]/u);
  if (!(marks.strong || marks.em || marks.del) || !(before || after)) return [leaf];
  if (node.type !== 'text' || before === 'link' || after === 'link') return [{ ...leaf, isStop: true }];
  const start = before ? (/^[\p{P}\p{S}]+/u.exec(node.value)?.[0].length ?? 0) : 0;
  const end = after ? lengthWithoutStops(node.value, start) : node.value.length;
  const pieces = [node.value.slice(0, start), node.value.slice(start, end), node.value.slice(end)];
  return pieces.flatMap((value, place) =>
    value === '' ? [] : [{ node: textElement(value), marks, isStop: place !== 1 }],
  );
};

/** Whether a leaf stands at a word beside it, and whether one of them is in a link where the other is not. */
const meets = (leaf: Leaf, beside: Leaf | undefined, word: RegExp): 'link' | boolean => {
  if (beside?.node.type !== 'text' || !word.test(beside.node.value)) return false;
  if (leaf.marks.link === beside.marks.link) return true;
  return beside.marks.link ? false : 'link';
};

const lengthWithoutStops = (value: string, from: number): number => {
  const characters = [...value.slice(from)];
  const kept = characters.findLastIndex((one) => !/[\p{P}\p{S}]/u.test(one));
  return from + characters.slice(0, kept + 1).join('').length;
};

/** Spaces, and stops that stand alone, are marked where what stands on both sides of them is. */
const markSpaces = (leaves: readonly Leaf[]): Leaf[] => {
  const following: (Marks | undefined)[] = [];
  let next: Marks | undefined;
  for (const leaf of leaves.toReversed()) {
    following.push(next);
    if (!isBetween(leaf)) next = leaf.marks;
  }
  let before: Marks | undefined;
  return leaves.map((leaf, index) => {
    if (isBetween(leaf)) {
      const { link, ...marks } = sharedMarks(before, following[leaves.length - 1 - index]);
      const own = leaf.isStop ? leaf.marks.link : link;
      return { ...leaf, marks: own ? { ...marks, link: own } : marks };
    }
    before = leaf.marks;
    return leaf;
  });
};

const kinds = ['link', 'strong', 'em', 'del'] as const;

/** Each mark around as many leaves as follow one another with it, the longest outside. */
const nested = (leaves: readonly Leaf[]): ElementContent[] => {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (let leaf = leaves[at]; leaf; leaf = leaves[at]) {
    const lengths = kinds.map((kind) => (leaf.marks[kind] ? extent(leaves, at, kind) : 0));
    const length = Math.max(...lengths);
    const kind = kinds[lengths.indexOf(length)];
    if (length === 0 || !kind) append(nodes, leaf.node);
    else {
      const inner = leaves.slice(at, at + length).map(({ node, marks: { [kind]: _, ...marks } }) => ({ node, marks }));
      const name = kind === 'link' ? 'a' : kind;
      nodes.push(element(name, leaf.marks.link && kind === 'link' ? leaf.marks.link.properties : {}, nested(inner)));
    }
    at += Math.max(1, length);
  }
  return nodes;
};

const extent = (leaves: readonly Leaf[], from: number, kind: (typeof kinds)[number]): number => {
  const value = leaves[from]?.marks[kind];
  let to = from;
  while (to < leaves.length && leaves[to]?.marks[kind] === value) to += 1;
  return to - from;
};

const append = (nodes: ElementContent[], node: ElementContent): void => {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else if (isElement(node, 'code') && isElement(last, 'code')) append(last.children, textElement(textOf(node)));
  else nodes.push(node.type === 'text' ? textElement(node.value) : node);
};
