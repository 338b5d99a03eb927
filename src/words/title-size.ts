/**
 * How a title is set: smaller where it is long, or has a word that a phone could not show whole. The names are those of
 * classes in `base.css`.
 */
export const titleSize = (title: string): 'long-title' | 'longer-title' | undefined => {
  const length = widthOf(title);
  const word = Math.max(0, ...title.split(/[\s\-–—/]+/).map((one) => (isBreakable.test(one) ? 0 : widthOf(one))));
  if (length > 90 || word > 22) return 'longer-title';
  return length > 50 || word > 13 ? 'long-title' : undefined;
};

/** Between signs of Chinese and Japanese a line may end. */
const isBreakable = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** In letters; a sign of Chinese, Japanese or Korean is as wide as two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\u{3ffff}]/u.test(sign) ? 2 : /\p{M}/u.test(sign) ? 0 : 1), 0);
