/**
 * Marks where lines of a text may end, with blanks of no width. Chinese, Japanese and Thai have no blanks between words: a
 * dictionary knows them. Chinese and Japanese lines may end everywhere, but read better where a word does.
 */
export const markPhrases = (text: string): string => {
  // The dictionary takes long to open, and most texts need none.
  if (!hasUnspaced.test(text)) return text;
  let marked = '';
  for (const word of wordsOf(text)) marked += isPartedFrom(marked.slice(-1), word) ? `\u200b${word}` : word;
  return marked;
};

const isPartedFrom = (before: string, word: string): boolean =>
  (unspaced.test(before) && letter.test(word)) || (letter.test(before) && unspaced.test(word));

const scripts = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}]';
const hasUnspaced = new RegExp(scripts, 'u');
const unspaced = new RegExp(`^${scripts}`, 'u');

const letter = /^[\p{L}\p{M}]/u;

/** The words of a text, and what stands between them. */
export const wordsOf = (text: string): readonly string[] => [...words.segment(text)].map(({ segment }) => segment);

const words = new Intl.Segmenter('en', { granularity: 'word' });
