import { quote } from '../feeds/quote.ts';
import type { TranscriptBlock } from './blocks.ts';
import { foldLine, type TranscriptLine } from './lines.ts';
import { withoutEdges } from './paragraphs.ts';

/** What stands above the text of a block, and the lines that are left. */
export type Byline = {
  /** Whether a word such as "By" says that it is an author. */
  readonly isSaid?: boolean;
  readonly author?: string;
  readonly key?: boolean;
  readonly lines: readonly TranscriptLine[];
};

/**
 * Tells the names of authors that stand below the times, above headline and text; or, in a chat, in pointed brackets
 * before the text. A line is taken for a name only where every entry begins with one (or with the mark of a key event) and
 * at least one name comes twice: a headline does not.
 */
export const bylinesOf = (
  blocks: readonly TranscriptBlock[],
): { readonly bylines: ReadonlyMap<TranscriptBlock, Byline>; readonly notes: readonly string[] } => {
  const timed = blocks.filter(({ clock }) => clock);
  const above = new Map(timed.flatMap((block) => nameAbove(block)));
  const names = [...above.values()].flatMap(({ author }) => author ?? []);
  const isNamed = new Set(names).size < names.length || [...above.values()].every(({ isSaid }) => isSaid);
  const isAbove = timed.length > 1 && above.size === timed.length && isNamed;
  const bylines = isAbove ? above : new Map(timed.flatMap((block) => nameInBrackets(block)));
  return { bylines, notes: noteOf([...bylines.values()].flatMap(({ author }) => author ?? [])) };
};

type Signed = readonly [TranscriptBlock, Byline];

const keyEvent = /^(?:key event|key moment|schlüsselmoment|wichtigster moment|moment clé)$/iu;
const word = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const name = new RegExp(
  `^((?:By|Von|Par|Por|Di) )?(${word}(?: (?:${word}|van|von|de|del|der|di|da|la|le|bin|al)){1,4})$`,
  'u',
);

const nameAbove = (block: TranscriptBlock): readonly Signed[] => {
  const [first, second, ...more] = withoutEdges(block.lines);
  // A text of nothing but a name is a text.
  if (!first?.isShort || block.headline !== undefined || first.number > block.line.number + 1 || !second) return [];
  const lines = [second, ...more];
  const form = foldLine(first.text);
  if (keyEvent.test(form)) return [[block, { key: true, lines }]];
  const [, said, author] = name.exec(form) ?? [];
  return author === undefined ? [] : [[block, { author, isSaid: said !== undefined, lines }]];
};

const nameInBrackets = (block: TranscriptBlock): readonly Signed[] => {
  const [first, ...others] = block.lines;
  const [whole, author] = /^<[ @+%]?([^<>\s][^<>]{0,30})> /.exec(first?.text ?? '') ?? [];
  if (!first || whole === undefined || author === undefined) return [];
  return [[block, { author, lines: [{ ...first, text: first.text.slice(whole.length) }, ...others] }]];
};

const noteOf = (authors: readonly string[]): readonly string[] =>
  authors.length === 0 ? [] : [`Taken for authors: ${[...new Set(authors)].slice(0, 20).map(quote).join(', ')}.`];
