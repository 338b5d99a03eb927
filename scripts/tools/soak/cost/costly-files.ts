import { cyclic, randomOf } from '../random.ts';
import { costlyFields } from './costly-fields.ts';
import { type CostlyFile, many } from './costly-file.ts';
import { costlyFolders } from './costly-folders.ts';
import { costlyAnimations, costlyMedia, gifOf, largeFilm, shows } from './costly-media.ts';

/** What is repeated: marks that open what is never closed, that are many, or that are read again and again. */
const floods: readonly string[] = [
  ...[
    '<?x ',
    '<!--x ',
    '<!A ',
    '<![CDATA[ ',
    '<a ',
    '<x y="',
    '[a](<b',
    '[a](b "',
    '![',
    '](',
    '[^a]',
    '`',
    '``a`b',
    '*a _b ',
    'a* ',
    '~~a ',
  ],
  ...[
    'www.a.b/!',
    'http://a.b/)',
    'a@b.c',
    'a.b-',
    '&#1;',
    '&amp;',
    '\\<',
    '|a',
    '|a\n',
    'a\n=\n',
    '# same\n',
    '- a\n',
    '> ',
    '> a\n',
    '[^a]: ',
  ],
  ...[
    '$a$ ',
    '==a ',
    ':a:',
    '[[a] ',
    '[a][',
    '![a](b)\n\n',
    '<details><summary>',
    '\u202ea ',
    'a@',
    '\\\n',
    '***a**',
    '1. a\n\n   ',
    '- - a\n',
    '> [!NOTE]\n> a\n\n',
    '[^a]: [^a]\n\n',
    '```\n',
    '|-|\n|a|\n',
    'ünï-',
    'في 5 ',
    '<!-- a -->',
  ],
  ...[
    '<p>',
    '<b id=a>',
    '<br>',
    '<img src=a alt=b>',
    '<i>a</i>',
    '[a]: b\n',
    ':::a\n\n',
    'a  \n',
    '\t',
    '日。',
    '.',
    '🚀',
  ],
];

const sizes = [3000, 20_000, 100_000, 500_000] as const;

const written: readonly CostlyFile[] = [
  {
    name: 'prose of 200 KB',
    body: 'The quick brown fox *jumps* over the lazy dog, each day.\n\n'.repeat(3500),
  },
  {
    name: 'a table of 30 × 500 cells',
    body: `|${' a |'.repeat(30)}\n|${' - |'.repeat(30)}\n${`|${' abc |'.repeat(30)}\n`.repeat(500)}`,
  },
  { name: '500 links', body: '**[song](https://example.org/a)**, '.repeat(500) },
  { name: 'a title of 300 letters', title: 'word '.repeat(60).trim() },
  { name: '50 topics', fields: `topics: [${many(50, (index) => `topic-${index}, `)}]\n` },
  {
    name: '100 corrections',
    fields: `corrections:\n${many(100, (index) => `  - {time: 2024-05-01T11:00, note: It was ${index}}\n`)}`,
  },
  { name: 'a paragraph of 4,000 lines', body: 'The quick brown fox jumps over the dog.\n'.repeat(4000) },
  { name: 'a list of 2,000 items', body: '- The quick brown fox\n'.repeat(2000) },
  { name: 'a list in lists', body: many(400, (index) => `${'  '.repeat(index % 4)}- The quick brown fox\n`) },
  { name: '300 footnotes', body: many(300, (index) => `A fox[^${index}].\n\n[^${index}]: It is quick.\n\n`) },
  {
    name: '500 references',
    body: many(500, (index) => `A [fox][${index}].\n\n[${index}]: https://example.org/${index}\n\n`),
  },
  { name: 'code of 5,000 lines', body: `\`\`\`\n${'a[b](c) &amp; ***\n'.repeat(5000)}\`\`\`` },
  { name: 'Chinese of 100 KB', body: '**注意：**请看https://example.org/list这里。今天的天气很好。\n\n'.repeat(1000) },
  { name: 'Arabic of 100 KB', body: 'في عام 2024 كان هناك 71.4 % من الناس في المدينة، وهذا *كثير*.\n\n'.repeat(900) },
  { name: '1,000 addresses', body: many(1000, (index) => `See https://example.org/${index} and ada@example.org.\n\n`) },
  { name: 'emoji and marks', body: ':tada: ==new== and :rocket: from $5 to $10\n\n'.repeat(1000) },
  { name: 'a quotation of 900 lines', body: '> The quick brown fox\n'.repeat(900) },
  { name: 'harmless HTML', body: 'A <cite>fox</cite> and <kbd>Ctrl</kbd> of <time>9:41</time>\n\n'.repeat(800) },
  {
    name: 'a description of 2,000 letters',
    standfirst: 'The quick brown fox jumps over the lazy dog.\n\n'.repeat(400),
  },
  shows('a GIF of 300 pictures', 'flag.gif', gifOf(300)),
  largeFilm,
];
const accepted = written.map((file): CostlyFile => ({ ...file, isAccepted: true }));

/** The costly file of a number and a seed: the known ones first, then floods of each kind and size, alone and mixed. */
export const costlyFileOf = (number: number, seed: number): CostlyFile => {
  const all = [...accepted, ...costlyFields, ...costlyMedia, ...costlyFolders];
  const known = all[number - 1];
  if (known) return known;
  const animation = costlyAnimations[number - 1 - all.length];
  if (animation) return animation();
  const random = randomOf(seed, number);
  const flood = cyclic(floods, number);
  const mixed = number % 3 === 0 ? flood + random.pick(floods) : flood;
  const size = random.pick(sizes);
  const before = random.pick(['', 'a', '> ', '- ', '![', '`']);
  const body = before + mixed.repeat(Math.ceil(size / mixed.length)) + random.pick(['', 'x', '\n\nb']);
  return { name: `${size} characters of ${JSON.stringify(mixed)} behind ${JSON.stringify(before)}`, body };
};
