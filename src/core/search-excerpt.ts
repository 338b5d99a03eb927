import { findsWord, isJoined, type Piece, readWords } from './search-words.ts';
import { spellings } from './spellings.ts';

/** How much of a text a result shows, in characters, and how much of that may stand before the first word that was found. */
const longest = 220;
const longestBefore = 70;

/** A text of the index, and which of its words were found, counted from 0. */
type FoundText = { readonly content: string; readonly locations: readonly number[] };

/**
 * The part of a text with the most of what was found, as it reads, with an ellipsis where it is cut. `query` is what was asked for in
 * the words of the index: a word that is found by another spelling of it is marked as well.
 */
export const searchExcerpt = ({ content, locations }: FoundText, query: string): readonly Piece[] => {
  const words = content.split(/\s+/).filter((word) => word !== '');
  const found = new Set([...locations, ...spelledOtherwise(words, query)]);
  const [from, to] = windowOf(
    words,
    [...found].sort((a, b) => a - b),
  );
  const pieces = readWords(words.slice(from, to), (index) => found.has(from + index));
  return trimmed([
    ...(from > 0 ? [{ text: '… ', marked: false }] : []),
    ...pieces,
    ...(to < words.length ? [{ text: '…', marked: false }] : []),
  ]);
};

/** A date, a time and an amount have at most so many words: `3 de mayo de 2024`. */
const mostWords = 5;

/** The words of which another spelling was looked for. Words without a blank between them are looked at together. */
const spelledOtherwise = (words: readonly string[], query: string): readonly number[] => {
  const terms = (query.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(bare);
  const groups: (readonly [from: number, to: number])[] = [];
  for (let from = 0; from < words.length; from = endOfGroup(words, from)) groups.push([from, endOfGroup(words, from)]);
  const found = new Set<number>();
  for (let size = 1; size <= mostWords; size++)
    for (const [index, [from]] of groups.entries()) {
      const to = groups[index + size - 1]?.[1];
      if (to === undefined || isMarked(found, from, to)) continue;
      const text = readWords(words.slice(from, to), () => false)
        .map((piece) => piece.text)
        .join('');
      if (size > 1 && !/\p{Nd}/u.test(text)) continue;
      const all = spellings(text).map(bare);
      const sought = size === 1 ? terms : terms.filter(isNumber);
      if (all.some((one) => sought.some((term) => findsWord(term, one))))
        for (let word = from; word < to; word++) found.add(word);
    }
  return [...found];
};

/** A word as the index compares it: without accents and capitals. */
const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const isMarked = (found: ReadonlySet<number>, from: number, to: number): boolean =>
  found.size > 0 && Array.from({ length: to - from }, (_, index) => from + index).some((word) => found.has(word));

const isNumber = (term: string): boolean => /^[\dꞏ]+$/.test(term);

const endOfGroup = (words: readonly string[], from: number): number => {
  let to = from + 1;
  while (to < words.length && isJoined(words[to - 1] ?? '')) to += 1;
  return to;
};

/** From which word to which an excerpt goes. It begins and ends where a blank stands, or between letters that need none. */
const windowOf = (words: readonly string[], found: readonly number[]): readonly [from: number, to: number] => {
  const ends: number[] = [];
  for (const word of words) ends.push((ends.at(-1) ?? 0) + word.length + 1);
  const startOf = (index: number): number => ends[index - 1] ?? 0;
  let [first, most, behind] = [found[0] ?? 0, 0, 0];
  for (const [index, one] of found.entries()) {
    while (behind < found.length && startOf(found[behind] ?? 0) < startOf(one) + longest - longestBefore) behind += 1;
    if (behind - index > most) [first, most] = [one, behind - index];
  }
  let from = first;
  while (from > 0 && startOf(first) - startOf(from - 1) <= longestBefore) from -= 1;
  let to = from + 1;
  while (to < words.length && startOf(to + 1) - startOf(from) <= longest) to += 1;
  while (from > 0 && to === words.length && startOf(to) - startOf(from - 1) <= longest) from -= 1;
  while (from > 0 && isJoined(words[from - 1] ?? '')) from -= 1;
  while (to < words.length && isJoined(words[to - 1] ?? '')) to += 1;
  return [from, to];
};

/** Without blanks at the ends and before an ellipsis. */
const trimmed = (pieces: readonly Piece[]): readonly Piece[] => {
  const last = pieces.at(-1)?.text === '…' ? pieces.length - 2 : pieces.length - 1;
  return pieces
    .map((piece, index) => (index === last ? { ...piece, text: piece.text.replace(/[\s,;:–—-]+$/u, '') } : piece))
    .filter(({ text }) => text !== '');
};
