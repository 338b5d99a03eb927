import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { placeIn } from './place-in.ts';

const withBlank = /(!?\[[^\]]*\])\(([^()<>"\n]*\S [^()<>"\n]*\.(?:md|png|jpe?g|webp|avif|gif|svg|mp4|webm))\)/gi;

/** Reports links and pictures that Markdown took for text, because the name of their file holds a blank. */
export const reportSpaces = (text: Text, tree: Root, report: Report): void => {
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP;
    if (node.type !== 'text') return undefined;
    for (const [whole, label, address] of node.value.matchAll(withBlank)) {
      report({
        ...placeIn(text, node.position?.start),
        rule: whole.startsWith('!') ? 'missing-picture' : 'broken-link',
        message: `Unexpected blank in "${whole}", expected < and > around the name of the file: Markdown takes it for text`,
        hint: `Write ${label}(<${address}>), or rename the file.`,
      });
    }
    return undefined;
  });
};
