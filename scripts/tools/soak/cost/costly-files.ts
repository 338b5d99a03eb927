import { cyclic, randomOf } from '../random.ts';

/** An entry that is meant to cost much, or as much as an entry of people may. */
export type CostlyFile = {
  readonly name: string;
  readonly fields: string;
  readonly body: string;
  readonly title?: string;
  /** The GIF that its text shows as `flag.gif`. */
  readonly picture?: Uint8Array;
  /** People write such: it must not be refused. */
  readonly isAccepted?: true;
};

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

/** A GIF of 10 × 10 pixels. */
const gifOf = (frames: number): Uint8Array => {
  const head = Buffer.from('4749463839610a000a00800000ffffff00000021ff0b4e45545343415045322e300301000000', 'hex');
  const frame = Buffer.from('21f904000a0000002c000000000a000a000002088c8fa9cbed0f632b00', 'hex');
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from(';')]);
};

const picture = '![A flag that waves in the wind](flag.gif)';

const many = (length: number, make: (index: number) => string): string =>
  Array.from({ length }, (_, index) => make(index)).join('');

const written: readonly CostlyFile[] = [
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
  { name: 'a title of 300 letters', title: 'word '.repeat(60).trim(), fields: '', body: 'Text.' },
  { name: '50 topics', fields: `topics: [${many(50, (index) => `topic-${index}, `)}]\n`, body: 'Text.' },
  {
    name: '100 corrections',
    fields: `corrections:\n${many(100, (index) => `  - {time: 2024-05-01T11:00, note: It was ${index}}\n`)}`,
    body: 'Text.',
  },
  { name: 'a GIF of 300 pictures', fields: '', body: picture, picture: gifOf(300) },
];
const accepted = written.map((file): CostlyFile => ({ ...file, isAccepted: true }));

const refused: readonly CostlyFile[] = [
  {
    name: '50,000 names',
    fields: many(50_000, (index) => `k${index}: 1\n`),
    body: 'Text.',
  },
  { name: 'a long label', fields: `label: ${'a'.repeat(1e6)}\n`, body: 'Text.' },
  { name: 'lists in lists', fields: `label: ${'['.repeat(50_000)}\n`, body: 'Text.' },
  { name: 'a GIF of 60,000 pictures', fields: '', body: picture, picture: gifOf(60_000) },
  { name: 'lines that are wrong', fields: '\tlabel: a\n'.repeat(2900), body: 'Text.' },
];

/** The costly file of a number and a seed: the known ones first, then floods of each kind and size, alone and mixed. */
export const costlyFileOf = (number: number, seed: number): CostlyFile => {
  const known = [...accepted, ...refused][number - 1];
  if (known) return known;
  const random = randomOf(seed, number);
  const flood = cyclic(floods, number);
  const mixed = number % 3 === 0 ? flood + random.pick(floods) : flood;
  const size = random.pick(sizes);
  const before = random.pick(['', 'a', '> ', '- ', '![', '`']);
  const body = before + mixed.repeat(Math.ceil(size / mixed.length)) + random.pick(['', 'x', '\n\nb']);
  return { name: `${size} characters of ${JSON.stringify(mixed)} behind ${JSON.stringify(before)}`, fields: '', body };
};
