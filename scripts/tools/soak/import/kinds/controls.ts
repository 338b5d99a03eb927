import { cyclic } from '../../random.ts';
import { harmlessBlog, harmlessPost } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import type { Kind } from './kind.ts';

/** Characters that nobody sees and that some programs obey, in every place. */
export const controls: Kind = (round, random) => {
  const [what, text] = cyclic(all, round);
  const { name, file, write } = random.pick(allFormats);
  const word = (number: number): string => `Re${text}port ${number}`;
  const posts = [1, 2, 3].map((number) =>
    harmlessPost(number, {
      title: word(number),
      html: `<p>${word(number)}</p>`,
      author: word(number),
      topic: word(number),
      picture: `${number}${text}.png`,
      caption: word(number),
    }),
  );
  return {
    name: `${name} with ${what}`,
    file,
    source: write(harmlessBlog(posts, { title: word(0), description: word(4) })),
  };
};

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

const all: readonly (readonly [what: string, text: string])[] = [
  ['the controls of C0', range(0x01, 0x1f)],
  ['the controls of C1', range(0x7f, 0x9f)],
  ['a NUL', '\0'],
  ['a command that clears the screen', '\x1b[2J\x1b[H'],
  ['a command that names the window', '\x1b]0;gone\x07'],
  ['a link of the terminal', '\x1b]8;;https://evil.example\x07here\x1b]8;;\x07'],
  ['commands in single characters', '\x9b2J\x9b31m'],
  ['a carriage return that hides what was said', 'x\rImported 99 of 99 updates'],
  ['line separators', '\u2028\u2029\u0085\v\f'],
  ['line breaks in which front matter ends', '\n---\n---\ndraft: true\n...\n'],
  ['overrides of direction', '\u202a\u202b\u202d\u202e\u2066\u2067\u2068'],
  ['invisible characters', '\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e'],
  ['noncharacters', '\ufffe\uffff\u{1fffe}\u{10ffff}'],
  ['half a letter', '\ud800'],
  ['private characters', '\ue000\u{f0000}\u{100000}'],
  ['tags of languages', '\u{e0001}\u{e0041}\u{e007f}'],
  ['marks on marks', '\u0300'.repeat(200)],
  ['backspaces', '\b'.repeat(20)],
];
