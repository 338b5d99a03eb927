/** The serif of titles and figures, and the sans of small print: that of the pages, and what helps out beside it. */
export type Role = 'serif' | 'sans';

/** A family of fonts in an npm package, in files that hold a range of characters each. */
export type Family = {
  readonly package: string;
  /** Its style sheet, which says what the files hold. */
  readonly sheet: string;
};

const variable = (name: string): Family => ({ package: `@fontsource-variable/${name}`, sheet: 'index.css' });

const newsreader: Family = { package: '@fontsource/newsreader', sheet: '500.css' };
const [chinese, japanese, korean] = ['noto-serif-sc', 'noto-serif-jp', 'noto-serif-kr'].map(variable) as [
  Family,
  Family,
  Family,
];
const notoSerif = variable('noto-serif');
const notoSans = variable('noto-sans');
const others = ['noto-naskh-arabic', 'noto-serif-hebrew', 'noto-serif-thai', 'noto-emoji'].map(variable);

/**
 * The families in which a text is set, the first that has a character first. What Chinese and Japanese share is written
 * as its language writes it. Scripts of which none has letters are left out.
 */
export const familiesFor = (role: Role, language: string): readonly Family[] => {
  const latin = role === 'serif' ? [newsreader, notoSerif] : [notoSans, newsreader];
  return [...latin, ...eastAsian(language), ...(role === 'serif' ? [notoSans] : []), ...others];
};

/** Those in which quotation marks and dashes of a Chinese or Japanese text are as wide as its characters. */
export const eastAsian = (language: string): readonly Family[] => {
  if (/^ja\b/i.test(language)) return [japanese, chinese, korean];
  if (/^ko\b/i.test(language)) return [korean, japanese, chinese];
  return [chinese, japanese, korean];
};

/** The weight of each role, where a family has a choice. */
export const weightOf = (role: Role): number => (role === 'serif' ? 500 : 400);
