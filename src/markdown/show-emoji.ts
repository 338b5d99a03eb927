import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { escapedMarks } from './escaped-marks.ts';
import { spacedLetter } from './spaced-letter.ts';

/** A name between colons. In `10:30:45`, `aa:bb:cc` and `std::on::x` there is none. */
const shortcode = /(?<!:):([a-z0-9_+-]+):(?!:)/g;

/** Shows emoji for their names, as GitHub calls them, in texts and in what pictures are described by. */
export const showEmoji =
  () =>
  (tree: Root, file: VFile): void => {
    const source = String(file);
    if (!source.includes(':')) return;
    visit(tree, (node) => {
      // The address that stands for a link is no text of the writer.
      if (node.type === 'link' && source[node.position?.start.offset ?? 0] !== '[') return SKIP;
      if (node.type === 'text') {
        const escaped = escapedMarks(node, source, ':');
        node.value = withEmoji(node.value, (at) => escaped.has(at));
      } else if ((node.type === 'image' || node.type === 'imageReference') && node.alt) {
        node.alt = withEmoji(node.alt, () => false);
      }
      return undefined;
    });
  };

const withEmoji = (text: string, isEscaped: (at: number) => boolean): string =>
  text.replace(shortcode, (written, name: string, at: number) => {
    const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
    const [before, behind] = [text.slice(0, at).slice(-1), text.charAt(at + written.length)];
    const touched = [before, behind].filter((one) => spacedLetter.test(one)).length;
    const isFigure = /^\d+$/.test(name);
    return emoji === undefined || touched > (isFigure ? 0 : 1) || isEscaped(at) ? written : emoji;
  });
