import { isolatedIn } from '../../core/direction.ts';
import { de } from './de.ts';
import { en, type InterfaceTexts } from './en.ts';
import { zhHans } from './zh-hans.ts';

/** The same texts, which keep words that are read from right to left apart from their own: all of them are read from left to right. */
const keepingApart = <Texts extends object>(texts: Texts): Texts =>
  new Proxy(texts, {
    get(target, name) {
      const text: unknown = Reflect.get(target, name);
      if (typeof text !== 'function') return text;
      return (...parts: readonly unknown[]): unknown =>
        Reflect.apply(
          text,
          undefined,
          parts.map((part) => (typeof part === 'string' ? isolatedIn(part, 'ltr') : part)),
        );
    },
  });

const english = keepingApart(en);
const languages: Readonly<Record<string, InterfaceTexts>> = {
  en: english,
  de: keepingApart(de),
  'zh-Hans': keepingApart(zhHans),
};

/**
 * The texts for a language (BCP 47), by its language, and by its script where that is not the only one: `de-AT` is
 * German, `zh` and `zh-CN` are Chinese in simplified characters. English for languages that have none.
 */
export const interfaceTexts = (language: string): InterfaceTexts => {
  const { language: own = '', script = '' } = new Intl.Locale(language).maximize();
  return languages[`${own}-${script}`] ?? languages[own] ?? english;
};
