import { cyclic, type Random } from '../../random.ts';
import { harmlessBlog, manyPosts } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import type { Kind } from './kind.ts';

/** Bytes that are not the text they claim to be. */
export const encodings: Kind = (round, random) => {
  const [way, encode] = cyclic(Object.entries(ways), round);
  const { name, file, write } = random.pick(allFormats);
  const text = write(harmlessBlog(manyPosts(5, { author: 'Łukasz “Żółw” Nuñez' })));
  return { name: `${name} in ${way}`, file, source: encode(text, random) };
};

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => utf16(text).swap16();
const withMark = (bytes: readonly number[], text: Buffer): Buffer => Buffer.concat([Buffer.from(bytes), text]);

/** Says that it is of another encoding, where the format has a place to say it. */
const declaring = (text: string, label: string): string =>
  text
    .replace(/(encoding=|charset=)"[^"]*"/i, `$1"${label}"`)
    .replace(/^(?!.*(?:encoding|charset)=)/s, `<meta charset="${label}">`);

const ways: Readonly<Record<string, (text: string, random: Random) => Buffer>> = {
  'UTF-16LE without a mark': utf16,
  'UTF-16BE without a mark': swapped,
  'UTF-16LE with a mark and half a letter at its end': (text) => withMark([0xff, 0xfe], utf16(text)).subarray(0, -1),
  'UTF-16BE under the mark of UTF-16LE': (text) => withMark([0xff, 0xfe], swapped(text)),
  'UTF-16 under the mark of UTF-8': (text) => withMark([0xef, 0xbb, 0xbf], utf16(text)),
  'UTF-8 under the mark of UTF-16': (text) => withMark([0xfe, 0xff], Buffer.from(text)),
  'UTF-8 with two marks': (text) => withMark([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], Buffer.from(text)),
  'UTF-32': (text) =>
    Buffer.concat([...text].map((one) => Buffer.from([...Buffer.from(one, 'utf16le'), 0, 0, 0, 0].slice(0, 4)))),
  'Latin 1': (text) => Buffer.from(text, 'latin1'),
  'UTF-8 that becomes Latin 1 in the middle': (text) =>
    Buffer.concat([Buffer.from(text.slice(0, text.length / 2)), Buffer.from(text.slice(text.length / 2), 'latin1')]),
  'UTF-8 with overlong letters': (text) => replaced(text, '/', [0xc0, 0xaf]),
  'UTF-8 with an overlong NUL': (text) => replaced(text, ' ', [0xc0, 0x80]),
  'UTF-8 with surrogates': (text) => replaced(text, '—', [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80]),
  'UTF-8 with letters beyond Unicode': (text) => replaced(text, '—', [0xf7, 0xbf, 0xbf, 0xbf]),
  'UTF-8 with NULs': (text) => Buffer.from(text.replaceAll(' ', '\0')),
  'UTF-8 with a NUL after each letter of a word': (text) => Buffer.from(text.replaceAll('Report', 'R\0e\0p\0o\0r\0t')),
  'UTF-8 with NULs at its end': (text) => Buffer.from(text + '\0'.repeat(5000)),
  'UTF-8 that says UTF-16': (text) => Buffer.from(declaring(text, 'UTF-16')),
  'UTF-8 that says UTF-7': (text) => Buffer.from(declaring(`+ADw-script+AD4-${text}`, 'utf-7')),
  'UTF-8 that says ISO-2022-JP': (text) => Buffer.from(declaring(text.replaceAll('—', '\x1b$B'), 'iso-2022-jp')),
  'UTF-8 that says an encoding without end': (text) => Buffer.from(declaring(text, 'x'.repeat(1500))),
  'UTF-8 that says replacement': (text) => Buffer.from(declaring(text, 'replacement')),
  'UTF-8 with a byte changed': (text, { integer }) => {
    const bytes = Buffer.from(text);
    bytes[integer(0, bytes.length - 1)] = integer(0x80, 0xff);
    return bytes;
  },
};

const replaced = (text: string, letter: string, bytes: readonly number[]): Buffer =>
  Buffer.concat(text.split(letter).flatMap((piece) => [Buffer.from(piece), Buffer.from(bytes)]));
