import type { Element, ElementContent, Root } from 'hast';
import { isProse } from './plain-prose.ts';

/**
 * The tree of a body that is nothing but paragraphs and lists of words with emphasis and links in them, as most are: what
 * `pipeline` makes of it, in a small part of the time. `undefined` for any other text. Only links have a place, because
 * only they can have faults.
 */
export const plainTree = (markdown: string): Root | undefined => {
  if (special.test(markdown) || !isProse(markdown, markdown.split('\n'))) return undefined;
  const blocks = [...markdown.matchAll(block)];
  const isList = blocks.map(([text]) => text.startsWith('- '));
  // A list that begins within a paragraph, or has empty lines between its items, is not made here.
  if (blocks.some(([text], index) => (isList[index] ? isList[index + 1] : text.includes('\n- ')))) return undefined;
  const made = blocks.map(({ 0: text, index: from }, index) => {
    const contentAt = (part: string, at: number) => contentOf(part, (inPart) => pointAt(markdown, from + at + inPart));
    return isList[index] ? listOf(text, contentAt) : element('p', contentAt(text, 0));
  });
  return { type: 'root', children: made.flatMap((one, index) => (index === 0 ? [one] : [lineEnd(), one])) };
};

/**
 * What is more than words in prose: breaks of lines, bare addresses, names of emoji, and addresses of links that are written
 * otherwise on the page or may not stand there.
 */
const special = /[ \t]$|\r|www\.|:\d{3,}:|\]\((?:[^)]*%|(?!https?:\/\/)[^)]*:)/im;

/** Lines without an empty one between them. */
const block = /[^\n]+(?:\n[^\n]+)*/g;
const item = /(?<=^- |\n- ).+(?:\n(?!- ).+)*/g;
const mark = /\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/g;

const listOf = (text: string, contentAt: (part: string, at: number) => ElementContent[]): Element => {
  const items = [...text.matchAll(item)].map(({ 0: part, index }) => element('li', contentAt(part, index)));
  return element('ul', [...items.flatMap((one) => [lineEnd(), one]), lineEnd()]);
};

type Point = { readonly line: number; readonly column: number; readonly offset: number };

const contentOf = (text: string, pointOf: (at: number) => Point): ElementContent[] => {
  const content: ElementContent[] = [];
  let end = 0;
  for (const { 0: written, 1: strong, 2: emphasis, 3: label = '', 4: href, index } of text.matchAll(mark)) {
    if (index > end) content.push(textNode(text.slice(end, index)));
    end = index + written.length;
    if (strong !== undefined) content.push(element('strong', [textNode(strong)]));
    else if (emphasis !== undefined) content.push(element('em', [textNode(emphasis)]));
    else {
      const position = { start: pointOf(index), end: pointOf(end) };
      content.push({ ...element('a', [textNode(label)], { href }), position });
    }
  }
  if (end < text.length) content.push(textNode(text.slice(end)));
  return content;
};

const pointAt = (markdown: string, offset: number): Point => ({
  line: markdown.slice(0, offset).split('\n').length,
  column: offset - markdown.lastIndexOf('\n', offset - 1),
  offset,
});

const element = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const lineEnd = () => textNode('\n');

const textNode = (value: string) => ({ type: 'text', value }) as const;
