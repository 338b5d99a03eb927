import { de } from './de.ts';
import { en, type InterfaceTexts } from './en.ts';
import { zhHans } from './zh-hans.ts';

const languages: Readonly<Record<string, InterfaceTexts>> = { en, de, 'zh-Hans': zhHans };

/**
 * The texts for a language (BCP 47), by its language, and by its script where that is not the only one: `de-AT` is
 * German, `zh` and `zh-CN` are Chinese in simplified characters. English for languages that have none.
 */
export const interfaceTexts = (language: string): InterfaceTexts => {
  const { language: own = '', script = '' } = new Intl.Locale(language).maximize();
  return languages[`${own}-${script}`] ?? languages[own] ?? en;
};
