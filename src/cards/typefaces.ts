/** The serif of titles and figures, and the sans of small print: that of the pages, and what helps out beside it. */
export type Role = 'serif' | 'sans';

/** A family of fonts in an npm package, in files that hold a range of characters each. */
export type Family = {
  readonly name: string;
  /** Its style sheet, which says what the files hold. */
  readonly sheet: string;
  /** The weight of its files, where they have but one. */
  readonly weight?: number;
};

const newsreader: Family = { name: 'newsreader', sheet: '@fontsource/newsreader/500.css', weight: 500 };
const noto = (name: string): Family => ({
  name: `noto-${name}`,
  sheet: `@fontsource-variable/noto-${name}/index.css`,
});
const notoSerif = noto('serif');
const notoSans = noto('sans');
const [chinese, japanese, korean] = [noto('serif-sc'), noto('serif-jp'), noto('serif-kr')];
const emoji = noto('emoji');
const others = ['naskh-arabic', 'serif-hebrew', 'serif-thai'].map(noto);

/** Every family that cards are set in. */
export const families: readonly Family[] = [
  newsreader,
  notoSerif,
  notoSans,
  emoji,
  chinese,
  japanese,
  korean,
  ...others,
];

/** The name under which a family draws only its quotation marks and dashes, which are as wide as its characters. */
export const wideMarksOf = ({ name }: Family): string => `${name}-marks`;

/** Those whose marks stand before all others in texts of their language. */
export const wideFamilies: readonly Family[] = [chinese, japanese];

/** The name of the font that draws nothing, for characters that no family has. */
export const blank = 'blank';

/**
 * How a role looks, as CSS: the first family that has a character draws it. What Chinese and Japanese share is written as
 * its language writes it.
 */
export const typefaceOf = (
  role: Role,
  language: string,
): { readonly fontFamily: string; readonly fontWeight: number } => {
  const latin = role === 'serif' ? [newsreader, notoSerif] : [notoSans, newsreader];
  const names = [...latin, emoji, ...eastAsian(language), notoSans, ...others].map(({ name }) => name);
  const marks = wideFamilies.filter((family) => family === writtenIn(language)).map(wideMarksOf);
  return { fontFamily: [...marks, ...names, blank].join(', '), fontWeight: role === 'serif' ? 500 : 400 };
};

const eastAsian = (language: string): readonly Family[] => {
  const first = writtenIn(language);
  return first === korean
    ? [korean, japanese, chinese]
    : first === japanese
      ? [japanese, chinese, korean]
      : [chinese, japanese, korean];
};

const writtenIn = (language: string): Family | undefined =>
  /^zh\b/i.test(language) ? chinese : /^ja\b/i.test(language) ? japanese : /^ko\b/i.test(language) ? korean : undefined;
