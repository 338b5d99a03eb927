import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { textOfHtml } from '../feeds/html-text.ts';
import type { UpdateContent } from '../live-blog.ts';

const names =
  'a abbr article aside audio b blockquote br cite code dd del div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins li main mark ol p picture pre q s script section small source span strike strong style sub sup table tbody td tfoot th thead time tr u ul video';
const tag = new RegExp(`</?(?:${names.replaceAll(' ', '|')})(?=[\\s/>])[^<>]*>`, 'i');
const layout = /<\/(?:blockquote|div|figure|h[1-6]|li|ol|p|table|ul)\s*>|<(?:br|hr|img)(?=[\s/>])/i;
const reference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/**
 * The text of an article, which sites give as plain text, as HTML, or as either with its characters escaped once or
 * twice. Escaped tags are tags where they begin the text or lay it out; a text that only mentions one stays a text.
 * Where a plain text has no blank lines, each of its lines is a paragraph.
 */
export const updateContentOf = (written: string): UpdateContent => {
  let value = written;
  for (let times = 0; times <= 2; times += 1) {
    if (tag.test(value)) {
      const isMarkup = times === 0 || layout.test(value) || value.trimStart().search(tag) === 0;
      return isMarkup ? { kind: 'html', value: value.trim() } : { kind: 'text', value: paragraphs(value) };
    }
    if (times === 2 || !reference.test(value)) break;
    value = decoded(value);
  }
  return { kind: 'text', value: paragraphs(value) };
};

/** A text with its character references resolved and nothing else. */
const decoded = (text: string): string => textOf(fromHtml(text.replaceAll('<', '&lt;'), { fragment: true }));

const paragraphs = (text: string): string => {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => line.trim())
    .join('\n')
    .trim();
  return lines.includes('\n\n') ? lines.replace(/\n{3,}/g, '\n\n') : lines.replaceAll('\n', '\n\n');
};

/** A text on one line, such as a headline or a name: tags gone, characters that were escaped once or twice resolved. */
export const lineOfText = (text: string): string => {
  const once = textOfHtml(text);
  return reference.test(once) ? textOfHtml(once.replaceAll('<', '&lt;')) : once;
};

/** A content with the addresses of videos below it, each a paragraph that links to it. */
export const withVideos = ({ kind, value }: UpdateContent, addresses: readonly string[]): UpdateContent => {
  const added = addresses.map((address) => (kind === 'text' ? `Video: ${address}` : videoLink(address)));
  return { kind, value: [value, ...added].filter((piece) => piece !== '').join(kind === 'text' ? '\n\n' : '\n') };
};

const videoLink = (address: string): string => {
  const safe = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<p>Video: <a href="${safe}">${safe}</a></p>`;
};
