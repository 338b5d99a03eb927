import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';

/** As much HTML as is read where only the beginning of its text matters. It also bounds how deep a tree can get. */
const enough = 4000;

/** The text of the beginning of a piece of HTML, on one line: tags gone, references resolved, blanks folded. */
export const textOfHtml = (html: string): string =>
  textOf(fromHtml(html.slice(0, enough), { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim();

/** A title of which nobody says whether it is HTML: what looks like it is. */
export const titleText = (title: string): string => (/<\/?[a-z]|&#?\w+;/i.test(title) ? textOfHtml(title) : title);

/** The value of an attribute, as it is written in a tag; `undefined` where the tag has none of that name. */
export const attributeOf = (tag: string, name: string): string | undefined => {
  const form = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const [, double, single, bare] = form.exec(tag) ?? [];
  return double ?? single ?? bare;
};

/** HTML without what programs read and people do not: scripts, style sheets and comments. */
export const withoutCode = (html: string): string =>
  cut(
    cut(cut(html, /<script(?=[\s/>])/gi, /<\/script\s*>/gi), /<style(?=[\s/>])/gi, /<\/style\s*>/gi),
    /<!--/g,
    /-->/g,
  );

/** Text without what stands between a start and the next end, both included. What has no end stays. */
const cut = (text: string, start: RegExp, end: RegExp): string => {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    start.lastIndex = from;
    const at = start.exec(text);
    end.lastIndex = start.lastIndex;
    if (!at || !end.exec(text)) return [...kept, text.slice(from)].join('');
    kept.push(text.slice(from, at.index));
    from = end.lastIndex;
  }
};
