import type { Element, ElementContent, RootContent } from 'hast';
import { VFile } from 'vfile';
import type { Place, Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { pipeline } from './pipeline.ts';
import { reportLost } from './report-lost.ts';

/** Without one of these a text is the same as Markdown; with so many, or so long, it is no caption but an attack. */
const marks = /[*_`~[\]<>&\\:=$^@{+%]|www\./g;
const mostMarks = 200;
const longest = 2000;

/** What Markdown would read as HTML, though it was written as text; an address between such signs is a link. */
const asHtml = /\\[\s\S]|&|<(?!(?:https?:\/\/|mailto:)[^<>\s]+>)/gi;

/**
 * A text of one line, such as a caption, as Markdown without blocks: links, emphasis, code, emoji. What is wrong in it is
 * reported at `place`.
 */
export const inlineMarkdown = (written: string, place: Place, report: Report): ElementContent[] => {
  const count = written.match(marks)?.length ?? 0;
  if (count === 0 || count > mostMarks || written.length > longest) return [{ type: 'text', value: written }];
  const line = written
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .replace(asHtml, (found) => (found.startsWith('\\') ? found : `\\${found}`));
  // A heading holds no blocks, whatever its text begins with; signs at its end would be part of it.
  const markdown = `# ${line.replace(/#+$/, (signs) => `\\${signs}`)}`;
  const file = new VFile(markdown);
  const tree = pipeline.parse(file);
  const text: Text = { file: place.file, line: place.line, markdown };
  reportLost(text, tree, ({ corrected: _, ...finding }) => report({ ...finding, ...placeOf(place) }));
  const { children } = pipeline.runSync(tree, file);
  for (const { reason, note } of file.messages)
    report({ ...placeOf(place), rule: 'unsafe-html', message: reason, hint: note ?? '' });
  return inlineOf(children);
};

const placeOf = ({ file, line, column }: Place): Place => ({ file, line, column });

const inlineNames = new Set(
  'a abbr b bdi br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Blocks and pictures have no place within a line: what they say stays. */
const inlineOf = (nodes: readonly RootContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element') return [];
    if (node.tagName === 'img') return [{ type: 'text', value: String(node.properties.alt ?? '') }];
    const children = inlineOf(node.children);
    if (!inlineNames.has(node.tagName)) return children;
    const { position: _, ...element } = node;
    return [{ ...element, children }];
  });

/** Gives all elements a place, for what is reported of them later. */
export const placeAll = (nodes: readonly ElementContent[], position: Element['position']): void => {
  for (const node of nodes) {
    if (node.type !== 'element' || !position) continue;
    node.position = position;
    placeAll(node.children, position);
  }
};
