import { remembered } from '../core/once.ts';

/**
 * The locale in which dates and numbers of a language are written. English without a region is the international one:
 * 11 November 2019, US$10 billion. Digits are the same in all of them, unless a language asks for its own (`fa-u-nu-arabext`),
 * because clocks and figures of a text have them.
 */
export const localeOf = remembered((language: string): string => {
  const own = language.toLowerCase() === 'en' ? 'en-001' : language;
  const { numberingSystem } = new Intl.NumberFormat(own).resolvedOptions();
  return numberingSystem === 'latn' || /-u-.*\bnu-/.test(own)
    ? own
    : new Intl.Locale(own, { numberingSystem: 'latn' }).toString();
});

/** A language and its region, as Open Graph writes them: `de_DE`, `zh_CN`; where none is named, the likeliest one. */
export const openGraphLocale = (language: string): string => {
  const { language: own, region } = new Intl.Locale(localeOf(language)).maximize();
  // The international English is none of a region: it is written as in Britain.
  return `${own}_${region === '001' || region === undefined ? 'GB' : region}`;
};

/** Whether a language is written from right to left. */
export const isRightToLeft = remembered((language: string): boolean => {
  const { script } = new Intl.Locale(language).maximize();
  return ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'].includes(script ?? '');
});
