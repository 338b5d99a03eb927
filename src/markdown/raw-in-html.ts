import { visit } from 'unist-util-visit';
import { endOfTag } from './html-tags.ts';
import type { Edit, Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/**
 * Markdown directly within blocks of HTML, as in `<div>` and, in the next line, `**bold**`: it is read as Markdown behind an
 * empty line only. Marks within a line are written as HTML in the corrected line; before a list or heading it has an empty line.
 */
export const rawInHtml = ({ tree, markdown }: Source): Lost[] => {
  const lost: Lost[] = [];
  if (!markdown.includes('<')) return lost;
  visit(tree, 'html', ({ position }, _, parent) => {
    if (!parent || inline.test(parent.type)) return;
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    for (const text of textsIn(markdown, from, to)) {
      if (lost.length >= most) return;
      lost.push(...marksIn(text, markdown));
    }
  });
  return lost;
};

const inline = /^(?:paragraph|heading|emphasis|strong|delete|link|tableCell|linkReference)$/;

/** Nobody errs more often in one text. */
const most = 500;

type Text = { readonly from: number; readonly to: number; readonly name: string };

/** What is no text to be read as Markdown. */
const verbatim = /^(?:pre|code|kbd|samp|script|style|textarea|title|xmp|iframe|noembed|noframes|svg|math|template)$/;

/** The texts between the tags of a piece of HTML, each with the name of the tag before it. */
function* textsIn(markdown: string, from: number, to: number): Generator<Text> {
  const html = markdown.slice(from, to);
  const next = /<(?:!--[\s\S]*?(?:-->|$)|[?!]|(\/?)([a-z][^\s/>]*))/gi;
  let [end, name, closing] = [0, '', ''];
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const { 1: slash = '', 2: tag, index } = found;
    if (closing === '' && name !== '') yield { from: from + end, to: from + index, name };
    if (tag === undefined) {
      end = next.lastIndex;
      continue;
    }
    const lower = tag.toLowerCase();
    end = endOfTag(html, next.lastIndex);
    next.lastIndex = end;
    if (closing !== '') closing = slash === '/' && lower === closing ? '' : closing;
    else if (slash === '' && verbatim.test(lower) && !html.endsWith('/>', end)) closing = lower;
    name = slash === '/' ? name : lower;
  }
  if (closing === '' && name !== '') yield { from: from + end, to, name };
}

type Mark = { readonly pattern: RegExp; readonly instead: (...groups: string[]) => string };

const around = (mark: string, tag: string): Mark => ({
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}\\\\${mark[0]}])${mark}(?![\\s${mark[0]}])([^\\r\\n${mark[0]}]*[^\\s${mark[0]}\\\\])${mark}(?![\\p{L}\\p{N}${mark[0]}])`,
    'gdu',
  ),
  instead: (text = '') => `<${tag}>${text}</${tag}>`,
});

/** What stands within a line, and the same as HTML. */
const marks: readonly Mark[] = [
  { pattern: /(?<![\\`])`(?!`)([^`\r\n]+)`(?!`)/dg, instead: (text = '') => `<code>${text}</code>` },
  {
    pattern: /(?<!\\)!\[([^[\]\r\n]*)\]\(([^()\s]+)(?:[ \t]+"[^"\r\n]*")?\)/dg,
    instead: (alt = '', address = '') => `<img src="${address}" alt="${alt.replaceAll('"', '&quot;')}">`,
  },
  {
    pattern: /(?<![\\!])\[([^[\]\r\n]+)\]\(([^()\s]+)(?:[ \t]+"[^"\r\n]*")?\)/dg,
    instead: (text = '', address = '') => `<a href="${address}">${text}</a>`,
  },
  around('[*]{2}', 'strong'),
  around('[*]', 'em'),
  around('__', 'strong'),
  around('_', 'em'),
  around('~~', 'del'),
];

const block = /^[ \t>]*(?:#{1,6}[ \t]+\S|[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|\|.*\|[ \t]*$|```)/;

const marksIn = ({ from, to, name }: Text, markdown: string): Lost[] => {
  const text = markdown.slice(from, to);
  const edits: (Edit & { readonly isBlock?: true })[] = [];
  for (const { pattern, instead } of marks)
    for (const { 0: written, index, indices = [] } of text.matchAll(pattern)) {
      const [start, end] = [from + index, from + index + written.length];
      if (edits.length >= most || edits.some((one) => one.from < end && start < one.to)) continue;
      const groups = indices.slice(1).map((range) => (range ? text.slice(...range) : ''));
      edits.push({ from: start, to: end, text: instead(...groups) });
    }
  let isFirst = true;
  for (const { 0: line, index } of text.matchAll(/(?<=[\r\n])[^\r\n]+/g)) {
    if (isFirst && block.test(line)) {
      const start = from + index;
      edits.push({ from: start, to: start, text: '\n', isBlock: true });
      isFirst = false;
    }
  }
  return edits.map(({ isBlock, ...edit }) => ({
    at: edit.from,
    rule: 'unread-mark',
    message: `Unexpected ${quoted(isBlock ? (/^[^\r\n]*/.exec(markdown.slice(edit.from, to))?.[0] ?? '') : markdown.slice(edit.from, edit.to))} directly within <${name}>, expected ${isBlock ? 'an empty line before it' : 'HTML'}: Markdown is not read there, and readers see it as it is written`,
    hint: isBlock
      ? 'Put an empty line before it, and another behind all that is Markdown.'
      : 'Write it as HTML, or put an empty line before the text and another behind it.',
    edits: [edit],
  }));
};
