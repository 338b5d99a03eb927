/**
 * A title in pieces between which a line may end. Chinese has no blanks, and browsers end its lines between any two
 * letters; so it is parted into words, with marks at the side they belong to. Any other title is one piece: its blanks
 * say it, and for Japanese browsers know phrases themselves.
 */
export const phrasesOf = (title: string, language: string): readonly string[] =>
  /^(?:zh|yue|lzh)\b/i.test(language) ? wordsOf(title) : [title];

const wordsOf = (title: string): readonly string[] => {
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    const last = pieces.at(-1);
    const staysBehind = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\s]/u.test(segment);
    if (last !== undefined && (staysBehind || /[\p{Ps}\p{Pi}]$/u.test(last)))
      pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
