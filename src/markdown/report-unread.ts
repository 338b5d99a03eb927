import type { Text as HastText, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { placeIn } from './place-in.ts';

const ending = '\\.(?:png|jpe?g|webp|avif|gif|svg|mp4|webm)';
const withBlank = new RegExp(
  `(!?\\[[^\\]]*\\])\\(([^()<>"\\n]*\\S [^()<>"\\n]*(?:\\.md|${ending}))( "[^\\n]*")?\\)`,
  'gi',
);

/** What was meant for a picture: in double brackets, as a reference, with a blank before its address, with more behind it. */
const unread = new RegExp(
  `!\\[\\[[^\\]\\n]+\\]\\]|(!\\[[^\\]\\n]*\\])\\s?[([]([^\\n]*?${ending})\\b[^\\n]*?[)\\]]`,
  'gi',
);

/** Reports links and pictures that Markdown took for text: readers would see how they were written. */
export const reportUnread = (text: Text, tree: Root, report: Report): void => {
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP;
    if (node.type !== 'text' || isEscaped(text, node)) return undefined;
    const place = placeIn(text, node.position?.start);
    const told = new Set<number>();
    for (const { 0: whole, 1: label, 2: address, 3: title = '', index } of node.value.matchAll(withBlank)) {
      told.add(index);
      report({
        ...place,
        rule: whole.startsWith('!') ? 'missing-picture' : 'broken-link',
        message: `Unexpected blank in "${whole}", expected < and > around the name of the file: Markdown takes it for text`,
        hint: `Write ${label}(<${address}>${title}), or rename the file.`,
      });
    }
    for (const { 0: whole, index } of node.value.matchAll(unread))
      if (!told.has(index))
        report({
          ...place,
          rule: 'missing-picture',
          message: `Unexpected "${whole}", expected a picture: Markdown takes it for text`,
          hint: 'Write ![What it shows](file.jpg "The caption | Photo: Ada Berg"), with nothing else in it. A quotation mark in a caption is written \\".',
        });
    return undefined;
  });
};

/** Whether a text is meant to be read as it is: `\![this](is.jpg)`. */
const isEscaped = (text: Text, { position }: HastText): boolean =>
  /\\[![]/.test(text.markdown.slice(position?.start.offset ?? 0, position?.end.offset));
