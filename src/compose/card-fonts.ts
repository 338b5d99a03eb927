/** The scripts whose fonts npm installs only where an archive has them in its package.json: social cards need them. */
const fonts: readonly (readonly [name: string, characters: RegExp])[] = [
  ['emoji', /\p{Emoji_Presentation}/u],
  ['naskh-arabic', /\p{Script=Arabic}/u],
  ['serif-hebrew', /\p{Script=Hebrew}/u],
  ['serif-jp', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['serif-kr', /\p{Script=Hangul}/u],
  ['serif-thai', /\p{Script=Thai}/u],
];

/** The packages of the fonts with which the social cards of a text, or of an archive in that language, are drawn. */
export const cardFontsFor = (text: string, language: string): readonly string[] => {
  const { script = '' } = new Intl.Locale(language).maximize();
  const wanted = fonts.filter(([, characters]) => characters.test(text)).map(([name]) => name);
  const han = script === 'Jpan' ? ['serif-jp'] : script === 'Kore' ? ['serif-kr'] : ['serif-sc'];
  // What a language is going to need is there from the start.
  const own = {
    Arab: ['naskh-arabic'],
    Hebr: ['serif-hebrew'],
    Thai: ['serif-thai'],
    Jpan: han,
    Kore: han,
    Hans: han,
    Hant: han,
  };
  const ofLanguage = Object.entries(own).flatMap(([name, one]) => (name === script ? one : []));
  const ofText = /\p{Script=Han}/u.test(text) ? han : [];
  return [...new Set([...wanted, ...ofText, ...ofLanguage])].sort().map((name) => `@fontsource-variable/noto-${name}`);
};
