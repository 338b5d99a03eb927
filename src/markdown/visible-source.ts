import type { Parents, Root, RootContent } from 'mdast';

/** Stands for a character that is no text: no writer can write it, and no pattern looks for it. */
const hidden = '\uFFFE';

/**
 * The Markdown with everything hidden that does not stand on the page as it is written: marks that were read, code, HTML,
 * addresses, and characters behind a backslash. What is left are texts, so a mark found there is one that readers see.
 * Every character keeps its place, and lines keep their ends. Characters behind a backslash can be `unescaped`: both stay.
 */
export const visibleSource = (tree: Root, markdown: string, escapes?: 'unescaped'): string => {
  const notText = escapes === 'unescaped' ? quotationMarks : escapesAndQuotationMarks;
  const pieces: string[] = [];
  let end = 0;
  for (const { from, to } of textsIn(tree, markdown)) {
    if (from < end) continue;
    pieces.push(hide(markdown.slice(end, from)), markdown.slice(from, to).replace(notText, hide));
    end = to;
  }
  return [...pieces, hide(markdown.slice(end))].join('');
};

const hide = (source: string): string => source.replace(/[^\r\n]/g, hidden);

/** What a text holds beside itself: backslashes with what they escape, and the marks of quotations at the head of its lines. */
const escapesAndQuotationMarks = /\\[!-/:-@[-`{-~]|(?<=[\r\n])[ \t]*>[ \t>]*/g;
const quotationMarks = /(?<=[\r\n])[ \t]*>[ \t>]*/g;

type Range = { readonly from: number; readonly to: number };

function* textsIn(node: Parents, markdown: string): Generator<Range> {
  let before = node.position?.start.offset ?? 0;
  for (const [index, child] of node.children.entries()) {
    const own = rangeOf(child);
    // Where the parser has found an address of mail, neither that nor the text around it has a place.
    const { from, to } = own ?? { from: before, to: startBehind(node, index) };
    if (child.type === 'text' || !own) yield { from, to };
    else if ('children' in child && !isBareAddress(child, markdown)) yield* textsIn(child, markdown);
    before = to;
  }
}

const positionOf = (node: RootContent) => ('position' in node ? node.position : undefined);

const rangeOf = (node: RootContent): Range | undefined => {
  const position = positionOf(node);
  return position?.start.offset === undefined || position.end.offset === undefined
    ? undefined
    : { from: position.start.offset, to: position.end.offset };
};

const startBehind = (node: Parents, index: number): number => {
  const next = node.children.slice(index + 1, index + 12).find(positionOf);
  return (next && positionOf(next)?.start.offset) ?? node.position?.end.offset ?? 0;
};

const isBareAddress = (node: RootContent, markdown: string): boolean =>
  node.type === 'link' && markdown[positionOf(node)?.start.offset ?? 0] !== '[';
