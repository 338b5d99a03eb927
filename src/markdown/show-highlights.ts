import type { PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { escapedMarks } from './escaped-marks.ts';
import { spacedLetter } from './spaced-letter.ts';

/**
 * Shows `==what counts==` as marked. Like the stars of emphasis, the first two signs stand before a word and the last two
 * behind one; `a == b`, `x==1` and a line of signs are no marks.
 */
export const showHighlights =
  () =>
  (tree: Root, file: VFile): void => {
    const source = String(file);
    if (!source.includes('==')) return;
    visit(tree, (node) => {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
        node.children = highlighted(node.children, source);
      else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link')
        node.children = highlighted(node.children, source);
    });
  };

/** A sign that may begin or end a highlight; an escaped one is text. */
type Sign = { readonly opens: boolean; readonly closes: boolean };

const highlighted = (children: readonly PhrasingContent[], source: string): PhrasingContent[] => {
  const pieces = children.flatMap((child) => (child.type === 'text' ? piecesOf(child, source) : [child]));
  const done: PhrasingContent[] = [];
  let open: number | undefined;
  for (const piece of pieces) {
    if ('type' in piece) done.push(piece);
    else if (open !== undefined && piece.closes && done.length > open) {
      const inside = done.splice(open);
      done.push({ type: 'emphasis', children: inside, data: { hName: 'mark' } });
      open = undefined;
    } else if (piece.opens) {
      if (open !== undefined) done.splice(open, 0, { type: 'text', value: '==' });
      open = done.length;
    } else done.push({ type: 'text', value: '==' });
  }
  if (open !== undefined) done.splice(open, 0, { type: 'text', value: '==' });
  return joined(done);
};

const piecesOf = (text: Text, source: string): (PhrasingContent | Sign)[] => {
  const { value, position } = text;
  const escaped = escapedMarks(text, source, '=');
  const signs = [...value.matchAll(/(?<!=)==(?!=)/g)].filter(
    ({ index }) => !escaped.has(index) && !escaped.has(index + 1),
  );
  if (signs.length === 0) return [text];
  const pieces: (PhrasingContent | Sign)[] = [];
  let end = 0;
  for (const { index } of signs) {
    const [before, behind] = [value.slice(0, index).slice(-1), value.slice(index + 2, index + 3)];
    if (index > end) pieces.push({ type: 'text', value: value.slice(end, index), ...(position && { position }) });
    pieces.push({
      opens: !/^\s/.test(behind) && !spacedLetter.test(before),
      closes: !/\s$/.test(before) && !spacedLetter.test(behind),
    });
    end = index + 2;
  }
  if (end < value.length) pieces.push({ type: 'text', value: value.slice(end), ...(position && { position }) });
  return pieces;
};

/** Texts side by side as one. */
const joined = (children: readonly PhrasingContent[]): PhrasingContent[] => {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else result.push(child.type === 'text' ? { ...child } : child);
  }
  return result;
};
