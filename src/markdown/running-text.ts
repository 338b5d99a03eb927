import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { isBeforeNote } from './file-note.ts';

/**
 * The sentences of a finished body, in one line: its paragraphs, lists and quotations. Without what makes no sentence (headings,
 * tables, code, pictures with their captions, notes). A quotation stands in the marks of `language`, with its speaker behind a dash.
 */
export const runningText = (tree: Root, language: string): string =>
  textsIn(tree.children, language).join(' ').replace(/\s+/g, ' ').trim();

const textsIn = (nodes: readonly RootContent[], language: string): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'text') return filled(node.value);
    return node.type === 'element' ? blockText(node, language) : [];
  });

const blockText = (node: Element, language: string): readonly string[] => {
  const inner = (): readonly string[] => textsIn(node.children, language);
  switch (node.tagName) {
    case 'table':
    case 'pre':
    case 'hr':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [];
    case 'figure':
      return isQuotation(node) ? quotationOf(node, language) : [];
    case 'blockquote':
      return quoted(inner().join(' '), language);
    case 'ul':
    case 'ol':
      return filled(itemsOf(node));
    case 'details':
      return filled(
        [...childrenNamed(node, 'summary').map(lineOf), textsIn(withoutSummary(node), language).join(' ')].join(': '),
      );
    case 'section':
      return node.properties.dataFootnotes === undefined ? inner() : [];
    case 'dl':
      return filled(definitions(node).map(asItem).join(' '));
    case 'div':
      return isOfClass(node, 'alert') ? alertOf(inner()) : inner();
    case 'aside':
      return inner();
    default:
      return filled(lineOf(node));
  }
};

/** A quotation whose speaker has been named by `nameSpeakers`. */
const isQuotation = (node: Element): boolean => isOfClass(node, 'quotation');

const isOfClass = ({ properties }: Element, name: string): boolean => [properties.className].flat().includes(name);

/** An alert, whose kind comes first: `Warning: Stay at home.` */
const alertOf = ([kind = '', ...texts]: readonly string[]): readonly string[] =>
  texts.length === 0 ? [] : [`${kind}: ${texts.join(' ')}`];

/** Each word with what it means. */
const definitions = ({ children }: Element): readonly string[] => {
  const found: string[] = [];
  for (const child of children) {
    if (child.type !== 'element') continue;
    const line = lineOf(child);
    if (line === '') continue;
    const last = found.length - 1;
    if (child.tagName === 'dd' && last >= 0) found[last] += `${/:/.test(found[last] ?? '') ? ',' : ':'} ${line}`;
    else found.push(line);
  }
  return found;
};

const quotationOf = (node: Element, language: string): readonly string[] => {
  const words = quoted(
    textsIn(
      childrenNamed(node, 'blockquote').flatMap(({ children }) => children),
      language,
    ).join(' '),
    language,
  );
  const speaker = childrenNamed(node, 'figcaption').map(lineOf).join(' ');
  return words.map((text) => (speaker === '' ? text : `${text} — ${endSentence(speaker)}`));
};

const withoutSummary = ({ children }: Element): readonly RootContent[] =>
  children.filter((child) => child.type !== 'element' || child.tagName !== 'summary');

const childrenNamed = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child): child is Element => child.type === 'element' && child.tagName === name);

/** The items of a list in one line, with a list within an item in brackets behind it. */
const itemsOf = (list: Element): string => childrenNamed(list, 'li').map(lineOf).filter(Boolean).map(asItem).join(' ');

/** The text of a paragraph or item in one line, without the numbers of notes and what a card says of its source. */
const lineOf = (node: Element): string => textOf(spokenPart(node)).replace(/\s+/g, ' ').trim();

const spokenPart = (node: Element): Element => ({
  ...node,
  children: node.children.flatMap((child, index): ElementContent[] => {
    if (child.type !== 'element') return isBeforeNote(node.children, index) ? [] : [child];
    if (child.tagName === 'br') return [blank];
    const alt = altOf(child);
    if (alt !== undefined) return isWord(node.children, index) ? [{ type: 'text', value: alt }] : [];
    if (child.tagName === 'sup') return [{ type: 'text', value: raised(textOf(spokenPart(child))) }];
    if (/^[ou]l$/.test(child.tagName)) return [innerList(child, node.children.slice(0, index))];
    return isLeftOut(child) ? [] : [...apartFrom(child), spokenPart(child)];
  }),
});

/** What a picture shows, or one in a link. */
const altOf = ({ tagName, properties, children }: Element): string | undefined => {
  if (tagName === 'img') return String(properties.alt ?? '');
  const [only, ...others] = children.filter(({ type }) => type === 'element');
  return (tagName === 'picture' || (tagName === 'a' && children.length === 1)) && only?.type === 'element'
    ? altOf(others.findLast((one) => one.type === 'element') ?? only)
    : undefined;
};

/** Whether a picture stands for a word: its sentence goes on behind it, on the same line. */
const isWord = (children: readonly ElementContent[], index: number): boolean => {
  const [before, after] = [children[index - 1], children[index + 1]];
  if (before?.type === 'text' && /[.!?…。！？][\p{Pe}\p{Pf}"']*\s*$/u.test(before.value)) return false;
  return after?.type === 'text' && /^[ \t]*[\p{Ll}\p{Lo}\p{Po}]/u.test(after.value);
};

/** A list within an item: in brackets behind its words, unless a colon leads to it. */
const innerList = (list: Element, before: readonly ElementContent[]): ElementContent => {
  const words = before
    .map((one) => (one.type === 'comment' ? '' : textOf(one)))
    .join('')
    .trim();
  const items = itemsOf(list);
  return { type: 'text', value: words === '' || /[:：]$/.test(words) ? ` ${items}` : ` (${items})` };
};

const isLeftOut = ({ tagName, properties }: Element): boolean =>
  /^(pre|table|video|audio|del|s|strike)$/.test(tagName) ||
  properties.dataFootnoteRef !== undefined ||
  [properties.className].flat().some((name) => name === 'source' || name === 'credit' || name === 'file');

/** A power keeps its figure apart: `10⁶`, not `106`. */
const raised = (text: string): string =>
  /^[\d+−-]+$/.test(text) ? [...text].map((sign) => superscripts[sign] ?? sign).join('') : text;

const superscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign])),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};

/** Blocks within an item stand apart. */
const apartFrom = ({ tagName }: Element): ElementContent[] =>
  /^(p|ul|ol|li|blockquote)$/.test(tagName) ? [blank] : [];

const blank: ElementContent = { type: 'text', value: ' ' };

const filled = (text: string): readonly string[] => (/[\p{L}\p{N}]/u.test(text) ? [text] : []);

const ended = /[.!?…。！？؟।:;：；,，][\p{Pe}\p{Pf}"'”]*$/u;

const asItem = (text: string, index: number, all: readonly string[]): string =>
  ended.test(text) ? text : `${text}${index < all.length - 1 ? ';' : ''}`;

const endSentence = (text: string): string => (ended.test(text) || /\p{Lo}$/u.test(text) ? text : `${text}.`);

/** Which marks a language puts around quotations, outside of English and of the many that do as it does. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  cs: ['„', '“'],
  pl: ['„', '”'],
  fr: ['«\u00a0', '\u00a0»'],
  it: ['«', '»'],
  es: ['«', '»'],
  pt: ['«', '»'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  el: ['«', '»'],
  ar: ['«', '»'],
  fa: ['«', '»'],
  ja: ['「', '」'],
};

const quoted = (text: string, language: string): readonly string[] => {
  const isMarked = /^[\p{Pi}\p{Ps}"„]/u.test(text.trim());
  const [before, after] = marks[language.toLowerCase().split('-')[0] ?? ''] ?? ['“', '”'];
  return filled(isMarked ? text : `${before}${text}${after}`);
};
