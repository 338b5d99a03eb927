import { cyclic, randomOf } from '../random.ts';

/** An entry that is meant to cost much, or as much as an entry of people may. */
export type CostlyFile = { readonly name: string; readonly fields: string; readonly body: string };

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

const accepted: readonly CostlyFile[] = [
  {
    name: 'prose of 200 KB',
    fields: '',
    body: 'The quick brown fox *jumps* over the lazy dog, each day.\n\n'.repeat(3500),
  },
  {
    name: 'a table of 30 × 500 cells',
    fields: '',
    body: `|${' a |'.repeat(30)}\n|${' - |'.repeat(30)}\n${`|${' abc |'.repeat(30)}\n`.repeat(500)}`,
  },
  { name: '500 links', fields: '', body: '**[song](https://example.org/a)**, '.repeat(500) },
  { name: 'a title of 300 letters', fields: `label: ${'a'.repeat(300)}\n`, body: 'Text.' },
];

const ofFields: readonly CostlyFile[] = [
  {
    name: '50,000 names',
    fields: Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join(''),
    body: 'Text.',
  },
  { name: 'a long label', fields: `label: ${'a'.repeat(1e6)}\n`, body: 'Text.' },
  { name: 'lists in lists', fields: `label: ${'['.repeat(50_000)}\n`, body: 'Text.' },
  { name: 'lines that are wrong', fields: '\tlabel: a\n'.repeat(2900), body: 'Text.' },
];

/** The costly file of a number and a seed: the known ones first, then floods of each kind and size, alone and mixed. */
export const costlyFileOf = (number: number, seed: number): CostlyFile => {
  const known = [...accepted, ...ofFields][number - 1];
  if (known) return known;
  const random = randomOf(seed, number);
  const flood = cyclic(floods, number);
  const mixed = number % 3 === 0 ? flood + random.pick(floods) : flood;
  const size = random.pick(sizes);
  const before = random.pick(['', 'a', '> ', '- ', '![', '`']);
  const body = before + mixed.repeat(Math.ceil(size / mixed.length)) + random.pick(['', 'x', '\n\nb']);
  return { name: `${size} characters of ${JSON.stringify(mixed)} behind ${JSON.stringify(before)}`, fields: '', body };
};
