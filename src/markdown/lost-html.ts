import type { Html } from 'mdast';
import { visit } from 'unist-util-visit';
import { endOfTag } from './html-tags.ts';
import type { Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/** Comments and tags that are not closed, and marks of other languages: a browser drops what stands in them. */
export const lostHtml = ({ tree, markdown, visible }: Source): Lost[] => {
  if (!markdown.includes('<')) return [];
  const lost: Lost[] = [];
  visit(tree, 'html', (node) => {
    lost.push(...lostIn(node, markdown));
  });
  return markdown.includes('<!--') ? [...lost, ...rawComments(visible(), markdown)] : lost;
};

/** A script and its like are reported as such, with all that they hold. */
const withoutTags = /^(?:iframe|noembed|noframes|script|style|textarea|title|xmp|plaintext)$/i;

function* lostIn({ position }: Html, markdown: string): Generator<Lost> {
  const from = position?.start.offset ?? 0;
  const html = markdown.slice(from, position?.end.offset);
  // So that the end of a tag at the end of all can be distinguished from no end.
  const padded = `${html}\0`;
  const next = /<(?:(!--)|[?!]|\/?([a-z][^\s/>]*))/gi;
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const { 1: comment, 2: name, index } = found;
    const at = from + index;
    if (name !== undefined) {
      const end = endOfTag(padded, next.lastIndex);
      if (end > html.length) return yield unclosedTag(at, name);
      if (withoutTags.test(name)) return undefined;
      next.lastIndex = end;
    } else if (comment !== undefined) {
      const end = endOfComment(html, index);
      if (end === undefined || html.slice(index + 4, end).includes('<!--')) yield unclosedComment(at, markdown);
      if (end === undefined) return undefined;
      next.lastIndex = end;
    } else {
      const close = html.indexOf('>', index);
      const end = close < 0 ? html.length : close + 1;
      if (/[\p{L}\p{N}]/u.test(html.slice(index, end))) yield foreignMark(at, markdown.slice(at, from + end));
      next.lastIndex = end;
    }
  }
  return undefined;
}

/** Where a comment that begins at `at` ends for a browser. */
const endOfComment = (html: string, at: number): number | undefined => {
  const empty = /^<!--(?:-?>)/.exec(html.slice(at, at + 6))?.[0];
  if (empty) return at + empty.length;
  const end = /--!?>/g;
  end.lastIndex = at + 4;
  return end.exec(html) ? end.lastIndex : undefined;
};

const unclosedComment = (at: number, markdown: string): Lost => {
  const line = /^[^\r\n]*/.exec(markdown.slice(at, at + 3000))?.[0] ?? '';
  const end = at + line.trimEnd().length;
  return {
    at,
    rule: 'lost-html',
    message: `Unexpected comment ${quoted(line)} without its end, expected "-->" behind it: what follows is lost`,
    hint: 'Close the comment with --> where it is to end.',
    ...(/[\p{L}\p{N}]/u.test(line) && { edits: [{ from: end, to: end, text: ' -->' }] }),
  };
};

const unclosedTag = (at: number, name: string): Lost => ({
  at,
  rule: 'lost-html',
  message: `Unexpected tag <${name} without its end, expected ">": what follows is lost`,
  hint: 'Close the tag, and each quotation mark in it; or put a backslash before the < if readers are to see it.',
});

const foreignMark = (at: number, written: string): Lost => {
  const data = /^<!\[CDATA\[([^\r\n]*?)\]\]>$/.exec(written)?.[1];
  return {
    at,
    rule: 'lost-html',
    message: `Unexpected ${quoted(written)}, expected text: no browser shows what stands in it`,
    hint: 'Put a backslash before the < if readers are to see it; otherwise remove it, or make it a comment: <!-- … -->.',
    edits: [data === undefined ? { from: at, to: at, text: '\\' } : { from: at, to: at + written.length, text: data }],
  };
};

/** Comments that Markdown takes for text, because their paragraph ends before they do: what was meant for nobody is read by all. */
const rawComments = (visible: string, markdown: string): Lost[] =>
  [...visible.matchAll(/<!--/g)].map(({ index }) => {
    const { edits, ...lost } = unclosedComment(index, markdown);
    return {
      ...lost,
      message: 'Unexpected "<!--" without its end, expected "-->" in the same paragraph: readers see the comment',
      ...(edits && { edits }),
    };
  });
