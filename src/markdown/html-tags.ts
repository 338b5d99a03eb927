/** A tag as it is written. */
export type Tag = { readonly name: string; readonly ends: boolean; readonly isEmpty: boolean };

const withoutTags = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));

/** The tags of HTML, those in comments, scripts and attributes left out. */
export function* tagsOf(html: string): Generator<Tag> {
  const next = /<(?:(!--)|(\/?)([a-z][^\s/>]*))/gi;
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const name = found[3]?.toLowerCase();
    if (name === undefined) {
      next.lastIndex = after(html, html.indexOf('-->', next.lastIndex - 2), 3);
      continue;
    }
    const ends = found[2] === '/';
    next.lastIndex = endOfTag(html, next.lastIndex);
    yield { name, ends, isEmpty: html.endsWith('/>', next.lastIndex) };
    if (ends || !withoutTags.has(name)) continue;
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    close.lastIndex = next.lastIndex;
    next.lastIndex = close.exec(html)?.index ?? html.length;
  }
}

const after = (html: string, at: number, length: number): number => (at < 0 ? html.length : at + length);

/** Where the tag ends whose name ends at `at`: a `>` in a quoted value is part of that. */
export const endOfTag = (html: string, at: number): number => {
  const piece = /[\s/]*(?:(>)|[^\s/>][^\s/>=]*\s*(?:=\s*(?:(["'])|[^\s>"'][^\s>]*)?)?)/y;
  piece.lastIndex = at;
  for (let found = piece.exec(html); found; found = piece.exec(html)) {
    if (found[1]) return piece.lastIndex;
    if (found[2]) piece.lastIndex = after(html, html.indexOf(found[2], piece.lastIndex), 1);
  }
  return html.length;
};
