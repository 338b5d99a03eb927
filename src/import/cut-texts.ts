import { textOfHtml } from './feeds/html-text.ts';
import type { UpdateContent } from './live-blog.ts';

/** How a text ends that somebody has cut off: `mark` says so itself, `sentence` only stops within one. */
type CutEnd = 'mark' | 'sentence';

/** As much of the end of a text as is looked at. */
const looked = 2000;
/** Shorter paragraphs are captions, credits or headlines, which end without a full stop. */
const shortest = 60;

/** Tells whether a text ends as its beginning alone would: with `…`, `[...]`, `(+120 chars)`, or within a sentence. */
export const cutEndOf = ({ kind, value }: UpdateContent): CutEnd | undefined => {
  const end = value.slice(-looked);
  const text = (kind === 'html' ? textOfLast(end) : (end.trimEnd().split('\n').at(-1) ?? '')).trim();
  if (mark.test(text)) return 'mark';
  // A list, a quotation or a picture came behind it.
  if (/\p{L}[:：]$/u.test(text)) return 'sentence';
  if (text.length < shortest || !/[\p{Ll},;–-]$/u.test(text)) return undefined;
  const [last = ''] = text.split(/\s/).slice(-1);
  return /[#@/_]|\.\p{L}/u.test(last) ? undefined : 'sentence';
};

const more = '(?:read more|continue reading|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto)';
const mark = new RegExp(
  `(?:…|\\.\\.\\.|\\[\\+\\d+ chars\\]|\\(\\+\\d+ chars\\))\\s*[\\])"”»’]?\\s*(?:${more}.{0,80})?$`,
  'iu',
);

/** The text behind the last beginning or end of a block. */
const textOfLast = (html: string): string => {
  const blocks = html
    .replace(/^[^<]*>/, '')
    .split(/<\/?(?:p|div|li|ul|ol|h[1-6]|blockquote|table|tr|td|br|figure|figcaption)\b[^>]*>/i);
  return blocks.map((block) => textOfHtml(block).trim()).findLast((block) => block !== '') ?? '';
};
