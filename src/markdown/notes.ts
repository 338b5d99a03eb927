import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { interfaceTexts } from '../words/languages/interface-texts.ts';

/** Says in the language of the event what notes are, and where the arrows behind them lead: the parser speaks English. */
export const nameNotes = (tree: Root, language: string): void => {
  const { footnotes, backToReference } = interfaceTexts(language);
  visit(tree, 'element', (node) => {
    if (node.properties.dataFootnoteBackref !== undefined) {
      const number = /[\d-]+$/.exec(String(node.properties.ariaLabel ?? ''))?.[0];
      if (number !== undefined) node.properties.ariaLabel = backToReference(number);
    }
    if (node.properties.dataFootnotes === undefined) return;
    const heading = node.children.find((child) => child.type === 'element' && child.tagName === 'h2');
    if (heading?.type === 'element') heading.children = [{ type: 'text', value: footnotes }];
  });
};
