import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { eachElement } from './each-element.ts';

/** The dash before a speaker: of any kind, or what a keyboard without one has. */
const dash = /^\s*(?:[—–―]{1,2}|---?)\s*/;

/** A line that ends a sentence is spoken itself, as in a dialogue; and no name and role are longer. */
const spoken = /[.!?…:;"”»]\s*$/;
const abbreviated = /(?:\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Dr|Prof|e\.V)|\b\p{Lu})\.\s*$/u;
const longest = 120;

/**
 * Gives a quotation its speaker: a last line that begins with a dash, `> — Neil Armstrong, commander`. Up to the first comma
 * it is the name, behind that the role.
 */
export const nameSpeakers = (tree: Root): void => {
  eachElement(tree, (node, index, parent) => {
    if (node.tagName !== 'blockquote') return;
    const line = takeLastLine(node);
    if (!line) return;
    const figcaption: Element = { type: 'element', tagName: 'figcaption', properties: {}, children: withName(line) };
    const properties = { className: ['quotation'] };
    parent.children[index] = { type: 'element', tagName: 'figure', properties, children: [node, figcaption] };
  });
};

/** Takes the speaker's line out of a quotation, where it has one below its own words. */
const takeLastLine = (quotation: Element): ElementContent[] | undefined => {
  const paragraphs = quotation.children.filter((child) => child.type === 'element');
  const last = paragraphs.at(-1);
  if (last?.type !== 'element' || last.tagName !== 'p') return undefined;
  const [words, line] = splitLastLine(last.children);
  const text = textOf({ type: 'root', children: line });
  if (!dash.test(text) || (spoken.test(text) && !abbreviated.test(text)) || text.length > longest) return undefined;
  const before = textOf({ ...quotation, children: [...quotation.children.filter((child) => child !== last)] });
  const earlier = `${before}\n${textOf({ type: 'root', children: words })}`
    .split('\n')
    .filter((one) => one.trim() !== '');
  if (earlier.length === 0 || earlier.some((one) => dash.test(one))) return undefined;
  if (words.length > 0) last.children = words;
  else quotation.children = quotation.children.filter((child) => child !== last);
  const [first, ...rest] = line;
  return first?.type === 'text' ? [{ type: 'text', value: first.value.replace(dash, '') }, ...rest] : undefined;
};

/** The content of a paragraph before its last line break, and behind it. */
const splitLastLine = (children: readonly ElementContent[]): [ElementContent[], ElementContent[]] => {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child?.type !== 'text' || !child.value.includes('\n')) continue;
    const at = child.value.lastIndexOf('\n');
    const [head, tail] = [child.value.slice(0, at), child.value.slice(at + 1)];
    const words = [...children.slice(0, index), ...(head === '' ? [] : [{ type: 'text' as const, value: head }])];
    const isBreak = (node: ElementContent | undefined) => node?.type === 'element' && node.tagName === 'br';
    while (isBreak(words.at(-1))) words.pop();
    return [words, [...(tail === '' ? [] : [{ type: 'text' as const, value: tail }]), ...children.slice(index + 1)]];
  }
  return [[], [...children]];
};

const withName = ([first, ...rest]: readonly ElementContent[]): ElementContent[] => {
  if (first?.type !== 'text') return first ? [first, ...rest] : [];
  if (first.value.trim() === '') return rest[0] ? [bold([rest[0]]), ...rest.slice(1)] : [];
  const comma = first.value.search(/[,，]/);
  if (comma === -1) return [bold([first]), ...rest];
  return [
    bold([{ type: 'text', value: first.value.slice(0, comma) }]),
    { type: 'text', value: first.value.slice(comma) },
    ...rest,
  ];
};

const bold = (children: ElementContent[]): Element => ({ type: 'element', tagName: 'b', properties: {}, children });
