import type { Root } from 'hast';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { nearest } from '../core/nearest.ts';
import { eachElement } from './each-element.ts';
import { placeIn } from './place-in.ts';

/** What directives of other programs are called, and how the same is written here. */
const known: Readonly<Record<string, string>> = {
  gallery: 'Put the pictures into one paragraph: together they are a gallery.',
  figure: 'Write ![What it shows](picture.jpg "The caption | Photo: The name").',
  image: 'Write ![What it shows](picture.jpg "The caption | Photo: The name").',
  video: 'Write ![What it shows](clip.mp4 "The caption").',
  youtube: 'Write [The title](https://…) alone in a paragraph: it becomes a card.',
  vimeo: 'Write [The title](https://…) alone in a paragraph: it becomes a card.',
  tweet: 'Write [The title](https://…) alone in a paragraph: it becomes a card.',
  embed: 'Write [The title](https://…) alone in a paragraph: it becomes a card.',
  quote: 'Begin the lines with >, and the last of them with > — and the name.',
  note: 'Write it as a quotation, or as a paragraph that begins with a word in bold.',
};

/** At the beginning of a paragraph, and nowhere else: `:::gallery`, `::youtube[…]{…}`. No sentence begins so. */
const directive = /^:{2,4} ?([a-z][\w-]*)(?=$|[\s[{])/i;

/** Reports what would be a directive elsewhere: entries are plain Markdown, and readers see it as it is written. */
export const reportDirectives = (text: Text, tree: Root, report: Report): void => {
  if (!text.markdown.includes('::')) return;
  eachElement(tree, (node, index) => {
    if (node.tagName === 'pre') return index + 1;
    const [first] = node.children;
    const [written, name = ''] = (node.tagName === 'p' && first?.type === 'text' && directive.exec(first.value)) || [];
    if (written === undefined || isEscaped(text, node.position?.start)) return undefined;
    const meant = Object.hasOwn(known, name.toLowerCase())
      ? name.toLowerCase()
      : nearest(name.toLowerCase(), Object.keys(known));
    report({
      ...placeIn(text, node.position?.start),
      rule: 'unknown-directive',
      message: `Unexpected directive "${written}", expected Markdown: readers see it as text`,
      hint:
        (meant && known[meant]) ?? 'Write it in Markdown; if the colons are meant, put a backslash before the first.',
    });
    return undefined;
  });
};

/** Whether the writer put a backslash before it, which Markdown takes away. */
const isEscaped = ({ markdown }: Text, point: { line: number; column: number } | undefined): boolean =>
  point !== undefined && markdown.split(/\r\n?|\n/)[point.line - 1]?.charAt(point.column - 1) === '\\';
