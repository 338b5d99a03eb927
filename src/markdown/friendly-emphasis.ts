import type { Code, Construct, Extension, Token } from 'micromark-util-types';
import type { Processor } from 'unified';
import { caselessLetter } from './caseless.ts';

/**
 * Lets emphasis and struck text begin and end between punctuation and a letter of a script without capitals, as in
 * `**"שלום"**ו`. CommonMark asks for a blank there, and the plugin for Chinese, Japanese and Korean changes that for these
 * alone; whose constructs this takes over.
 */
export function friendlyEmphasis(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension: Extension): Extension => {
    const { text } = extension;
    if (!text) return extension;
    return {
      ...extension,
      text: Object.fromEntries(
        Object.entries(text).map(([code, found]) => [
          code,
          Array.isArray(found) ? found.map(friendly) : found && friendly(found),
        ]),
      ),
    };
  });
}

const friendly = (construct: Construct): Construct => {
  const { name, tokenize } = construct;
  if (name !== 'attention' && name !== 'strikethrough') return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const before = characterOf(this.previous);
      let token: Token | undefined;
      const exit: typeof effects.exit = (type) => {
        token = effects.exit(type);
        return token;
      };
      return tokenize.call(
        this,
        { ...effects, exit },
        (code) => {
          if (token && this.sliceSerialize(token)[0] !== '_') settle(token, before, characterOf(code));
          return ok(code);
        },
        nok,
      );
    },
  };
};

const settle = (token: Token, before: string, behind: string): void => {
  if (punctuation.test(before) && caselessLetter.test(behind)) token._close = true;
  if (punctuation.test(behind) && caselessLetter.test(before)) token._open = true;
};

const punctuation = /[[\p{P}\p{S}]--[*_~]]/v;

const characterOf = (code: Code): string => (code === null || code < 0 ? '' : String.fromCharCode(code));
