/** Elements that interrupt a paragraph, and within which text is not split into paragraphs unless it `flows`. */
const blocks =
  'address|article|aside|blockquote|caption|center|colgroup|col|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|object|ol|option|p|pre|script|section|select|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video';
const flows = new Set([undefined, 'article', 'aside', 'blockquote', 'center', 'details', 'div', 'main', 'section']);
const blockTag = new RegExp(`(</?(?:${blocks})(?=[\\s/>])[^<>]*>)`, 'i');

/**
 * HTML as WordPress keeps it, with its paragraphs made: a blank line ends one, a line break is a `<br>`, and an address
 * of the web alone on a line, which WordPress replaces by what is there, is a link to it. Tables, lists and all else
 * that is no running text stay as they are.
 */
export const paragraphs = (html: string): string => {
  const open: string[] = [];
  return html
    .replace(/\r\n?/g, '\n')
    .split(blockTag)
    .map((piece, index) => {
      if (index % 2 === 1) follow(piece, open);
      return index % 2 === 0 && flows.has(open.at(-1)) ? running(piece) : piece;
    })
    .join('');
};

/** Keeps account of what is open. Faulty nesting is looked through to a depth that honest pages have. */
const follow = (tag: string, open: string[]): void => {
  const [, slash, name = ''] = /^<(\/?)([a-z0-9]+)/.exec(tag.toLowerCase()) ?? [];
  if (!slash) {
    if (!/^(hr|col)$/.test(name) && !tag.endsWith('/>')) open.push(name);
    return;
  }
  const start = Math.max(0, open.length - 50);
  const at = open.slice(start).lastIndexOf(name);
  if (at >= 0) open.length = start + at;
};

const running = (text: string): string =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.split('\n').map(line).join('<br>\n')}</p>`)
    .join('\n');

const line = (text: string): string => {
  const [, address] = /^(?:\[embed[^\]]*\])?(https?:\/\/[^\s<>"[\]]+)(?:\[\/embed\])?$/i.exec(text.trim()) ?? [];
  return address ? `<a href="${address}">${address}</a>` : text.trim().replace(/<br\s*\/?>$/i, '');
};
