/**
 * How a title is set: smaller where it is long, and so that its longest word stands on one line. The names are those of
 * classes in `base.css`.
 */
export const titleSize = (title: string): string | undefined => {
  const length = widthOf(title);
  const size = length > 90 ? 'longer-title' : length > 50 ? 'long-title' : undefined;
  const longest = longestWord(title);
  const room = wordRooms.find((letters) => longest <= letters) ?? wordRooms.at(-1);
  const word = longest > shortWord ? `word-${room}` : undefined;
  return [size, word].filter(Boolean).join(' ') || undefined;
};

/** How many letters the longest word of a text has that can only be split within. */
export const longestWord = (text: string): number =>
  Math.max(0, ...text.split(/[\s\-–—/]+/).map((one) => (isBreakable.test(one) ? 0 : widthOf(one))));

/** A word of so many letters has room on a phone in any title. */
const shortWord = 12;

/** For how many letters there are classes. A longer word has to be split on a phone. */
const wordRooms = [18, 26, 35] as const;

/** Between signs of Chinese and Japanese a line may end. */
const isBreakable = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** In letters; a sign of Chinese, Japanese or Korean is as wide as two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\u{3ffff}]/u.test(sign) ? 2 : /\p{M}/u.test(sign) ? 0 : 1), 0);
