/**
 * The locale in which dates and numbers of a language are written. English without a region is the international one:
 * 11 November 2019, US$10 billion.
 */
export const localeOf = (language: string): string => (language.toLowerCase() === 'en' ? 'en-001' : language);
