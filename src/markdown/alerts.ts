import type { Element, ElementContent, Root } from 'hast';
import type { Text } from '../core/archive.ts';
import { interfaceTexts } from '../words/languages/interface-texts.ts';
import { eachElement } from './each-element.ts';

/** The kinds of alerts, and what they are called among the texts of the interface. */
export const alertKinds = {
  note: 'alertNote',
  tip: 'alertTip',
  important: 'alertImportant',
  warning: 'alertWarning',
  caution: 'alertCaution',
} as const;

const mark = /^\[!([a-z]+)\][-+]?[ \t]*(?:\r?\n)?/i;

/**
 * Makes a quotation that begins with `[!NOTE]`, or the name of another kind, into an alert: a box of its own, with the name
 * of its kind in the language of the page.
 */
export const makeAlerts = (tree: Root, { markdown }: Text, language: string): void => {
  const texts = interfaceTexts(language);
  eachElement(tree, (node) => {
    const paragraph = node.tagName === 'blockquote' ? firstElement(node) : undefined;
    const first = paragraph?.tagName === 'p' ? paragraph.children[0] : undefined;
    if (!paragraph || first?.type !== 'text' || markdown[first.position?.start.offset ?? 0] === '\\') return;
    const [written, name = ''] = mark.exec(first.value) ?? [];
    const kind = name.toLowerCase();
    if (written === undefined || !isKind(kind)) return;
    first.value = first.value.slice(written.length);
    paragraph.children = withoutFirstBreak(paragraph.children);
    const content = node.children.filter(
      (child) => !isBlank(child) && (child !== paragraph || paragraph.children.length > 0),
    );
    const lineEnd = { type: 'text', value: '\n' } as const;
    node.tagName = 'div';
    node.properties = { className: ['alert', `alert-${kind}`], role: 'note' };
    node.children = [titleOf(texts[alertKinds[kind]]), ...content.flatMap((child) => [lineEnd, child]), lineEnd];
  });
};

const isKind = (name: string): name is keyof typeof alertKinds => Object.hasOwn(alertKinds, name);

const firstElement = ({ children }: Element): Element | undefined =>
  children.find((child): child is Element => child.type === 'element');

const isBlank = (child: ElementContent): boolean => child.type === 'text' && child.value.trim() === '';

/** Behind the mark, a line may end with two blanks. */
const withoutFirstBreak = (children: readonly ElementContent[]): ElementContent[] => {
  const start = children.findIndex((child) => !isBlank(child) && !(child.type === 'element' && child.tagName === 'br'));
  return start < 0 ? [] : children.slice(start);
};

const titleOf = (name: string): Element => ({
  type: 'element',
  tagName: 'p',
  properties: { className: ['alert-title'] },
  children: [{ type: 'element', tagName: 'strong', properties: {}, children: [{ type: 'text', value: name }] }],
});
