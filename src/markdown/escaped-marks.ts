import type { Text } from 'mdast';

/** Where in a text the writer has put a backslash before `mark`, which Markdown took away: offsets in its value. */
export const escapedMarks = ({ value, position }: Text, source: string, mark: string): ReadonlySet<number> => {
  const escaped = new Set<number>();
  const written = position && source.slice(position.start.offset, position.end.offset);
  if (!written?.includes(`\\${mark}`)) return escaped;
  const inSource = [...written.matchAll(/\\?[\s\S]/g)].filter(({ 0: piece }) => piece.endsWith(mark));
  let at = value.indexOf(mark);
  for (const { 0: piece } of inSource) {
    if (at < 0) break;
    if (piece.startsWith('\\')) escaped.add(at);
    at = value.indexOf(mark, at + 1);
  }
  return escaped;
};
