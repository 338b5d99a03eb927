import type { Element, ElementContent } from 'hast';
import { element, findElement, isElement, textElement } from './element.ts';
import { visibleText } from './visible-text.ts';

/** Preformatted text as a block of code, in the language that it names; nothing where it is empty. */
export const codeBlock = (found: Element): Element[] => {
  const code = visibleText(codeText(found)).replace(/^\n+/, '').trimEnd();
  if (code === '') return [];
  const names = findElement(found, 'code')?.properties.className;
  const language = Array.isArray(names) && names.find((name) => /^language-[\w+#-]{1,30}$/.test(String(name)));
  return [element('pre', {}, [element('code', language ? { className: [language] } : {}, [textElement(code)])])];
};

const codeText = ({ children }: Element): string =>
  children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (!isElement(child)) return '';
      return child.tagName === 'br' ? '\n' : codeText(child);
    })
    .join('');

/** Nodes with a line break where their text has one. */
export const withBreaks = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: withBreaks(node.children) }];
    if (node.type !== 'text') return [];
    return node.value
      .split('\n')
      .flatMap((line, index) => (index === 0 ? [textElement(line)] : [element('br'), textElement(line)]));
  });
