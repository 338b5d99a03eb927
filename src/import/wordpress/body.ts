import { attributeOf, withoutCode } from '../feeds/html-text.ts';
import { paragraphs } from './paragraphs.ts';

/**
 * The body of an entry as HTML, and the topics that are marked in it. What Liveblog adds for its own use goes: the
 * marks of commands, the word `/key` in a key entry, pictures that stand for emoji, comments that the editor reads. It
 * is not made safe.
 */
export const bodyOf = (raw: string, key: boolean): { readonly html: string; readonly topics: readonly string[] } => {
  const topics = new Set<string>();
  const html = withoutCode(raw)
    .replace(/\[liveblog_key_events[^\][]*\]/g, '')
    .replace(/<(span|a)\b([^<>]*)>([^<]*)<\/\1>/gi, (whole, _, attributes: string, inner: string) => {
      const names = attributeOf(attributes, 'class')?.split(/\s+/) ?? [];
      if (names.includes('liveblog-command')) return '';
      if (!names.includes('liveblog-hash')) return whole;
      const term = names.find((name) => name.startsWith('term-'));
      if (term) topics.add(term.slice('term-'.length));
      return inner;
    })
    .replace(/<img\b([^<>]*)>/gi, (whole, attributes: string) => emojiOf(attributes) ?? whole);
  return { html: paragraphs(key ? html.replace(/(?<![^\s>;])\/key(?![\w/-])/g, '') : html), topics: [...topics] };
};

/** The character that a picture of class `liveblog-emoji` or `emoji` stands for, else its name between colons. */
const emojiOf = (attributes: string): string | undefined => {
  const names = attributeOf(attributes, 'class')?.split(/\s+/) ?? [];
  if (!names.some((name) => /^(liveblog-emoji|emoji|wp-smiley)$/.test(name))) return undefined;
  const name = attributeOf(attributes, 'data-emoji') ?? names.find((one) => one.startsWith('emoji-'))?.slice(6);
  const written = [name, attributeOf(attributes, 'alt')].find((one) => one && /\p{Extended_Pictographic}/u.test(one));
  return written ?? characterOf(attributeOf(attributes, 'src') ?? '') ?? (name ? `:${name}:` : undefined);
};

/** Files of emoji are named by their code points: `1f1e8-1f1f3.png`. */
const characterOf = (address: string): string | undefined => {
  const [, codes] =
    /([0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*)\.(?:png|svg|gif)(?:\?|$)/i.exec(address.slice(-100).split('/').at(-1) ?? '') ??
    [];
  const points = codes?.split('-').map((code) => Number.parseInt(code, 16));
  if (!points?.every((point) => point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)))
    return undefined;
  return String.fromCodePoint(...points);
};
