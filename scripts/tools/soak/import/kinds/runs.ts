import { cyclic } from '../../random.ts';
import { harmlessBlog, harmlessPost } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import type { Kind } from './kind.ts';

/** A few letters, a hundred thousand times: what makes patterns and parsers go back again and again. */
export const runs: Kind = (round, random) => {
  const few = cyclic(all, round);
  const times = Math.ceil(random.pick([20_000, 100_000]) / few.length);
  const text = few.repeat(times);
  const said = `${JSON.stringify(few)}, ${times} times`;
  if (round % 7 === 6) return { name: `a file of ${said}`, file: 'a.txt', source: `2019-11-11\n\n10:18\n\n${text}` };
  const { name, file, write } = random.pick(allFormats);
  const posts = [
    harmlessPost(1, { html: text }),
    harmlessPost(2, { html: `<p>${text}</p>`, title: text }),
    harmlessPost(3, { author: text, topic: text, caption: text, picture: text, url: text }),
  ];
  return { name: `${name} of ${said}`, file, source: write(harmlessBlog(posts, { description: text })) };
};

const all: readonly string[] = [
  ' ',
  '\n',
  '\t ',
  '<',
  '<a ',
  '<a href="',
  '<!--',
  '<![CDATA[',
  '</',
  '&',
  '&#',
  '&amp;',
  '-',
  '*',
  '**a',
  '_a_',
  '`',
  '``` ',
  '~',
  '[',
  '![',
  '](',
  '[a](<',
  '|-',
  '|\n',
  '> ',
  '#',
  '# a\n',
  '1. a\n',
  '- a\n',
  '[^1]',
  '[^1]: a\n',
  'http://a.',
  'www.a',
  'a@',
  'a@a.',
  '1:',
  '10:18 ',
  '10:18\n\n',
  '2019-11-11\n\n',
  'May ',
  'a. ',
  '. ',
  '\\',
  '"',
  "'",
  '/key ',
  '[caption]',
  '\u0301',
  '\u200d',
  '👩‍👩‍👧',
  '<p>a',
  '<br>',
  '<img src=a>',
  '<td>',
];
