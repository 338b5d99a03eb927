const kept = new Set('a img br iframe video audio source'.split(' '));
const inline = new Set(
  'abbr b big cite code em font i ins kbd mark nobr q s small span strike strong sub sup tt u'.split(' '),
);
const unread = new Set('script style template title textarea xmp noembed noframes'.split(' '));

/**
 * HTML without any nesting: paragraphs with their links, pictures and frames. Tags are looked at one by one, as a parser
 * does before it builds a tree, so that the cost is that of the length.
 */
export const flatHtml = (html: string): string => {
  const next = /<(!--|\/?([a-z][^\s/>]*))/gi;
  const out: string[] = [];
  let from = 0;
  let isBegun = false;
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const before = html.slice(from, found.index);
    out.push(before);
    isBegun &&= before.trim() === '';
    const name = found[2]?.toLowerCase();
    if (name === undefined) from = after(html, '-->', next.lastIndex - 2);
    else {
      const end = endOfTag(html, next.lastIndex);
      const isEnd = html[found.index + 1] === '/';
      if (kept.has(name)) {
        out.push(html.slice(found.index, end));
        isBegun = false;
      } else if (!inline.has(name)) {
        // A hundred thousand paragraphs with nothing in them would take as much memory as if they had something.
        if (!isBegun) out.push('</a><p>');
        isBegun = true;
      }
      from = !isEnd && unread.has(name) ? endOfElement(html, name, end) : end;
    }
    next.lastIndex = from;
  }
  out.push(html.slice(from));
  return out.join('');
};

const after = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
};

/** Where what the parser does not read as HTML ends. */
const endOfElement = (html: string, name: string, from: number): number => {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
};

/** Where a tag ends whose name ends at `from`: a `>` in a quoted value is part of that. */
const endOfTag = (html: string, from: number): number => {
  const piece = /(>)|=\s*(["'])|[^>=]+|=/y;
  piece.lastIndex = from;
  for (let found = piece.exec(html); found; found = piece.exec(html)) {
    if (found[1]) return piece.lastIndex;
    if (found[2]) piece.lastIndex = after(html, found[2], piece.lastIndex);
  }
  return html.length;
};
