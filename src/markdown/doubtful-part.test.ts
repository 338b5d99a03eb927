import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { doubtfulPart } from './doubtful-part.ts';
import { aBody } from './testing.ts';

test.each([
  'The curtain **rises**.\n\n- One\n- Two\n\n> Quoted, & read at https://example.org.',
  '# A heading\n\n    code\n\n1. one\n2. two',
  '',
])('there is nothing doubtful in %j', (markdown) => expect(doubtfulPart(markdown)).toBe(''));

test('a paragraph with brackets is, and keeps its lines', () => {
  expect(doubtfulPart('One.\ntwo\r\n\r\nA [link](./gone.md)\nover two lines.\n\nAn end.\n')).toBe(
    '\n\r\n\r\nA [link](./gone.md)\nover two lines.\n\n\n',
  );
});

test.each([
  'A <b>tag</b>',
  'A | table\n-|-',
  'xmpp:a@example.org',
  'We won :taad:',
  'So $x^2$ holds',
  '> ``` The order of play\n> code\n> ```',
  'Of H~2~O and m^2^',
  '> '.repeat(101),
  '*_'.repeat(60),
  'word '.repeat(1001),
  'A [note][^1]\n\n[^1]: Here.',
  'A [link][a]\n\nand\n\n[a]: ./gone.md',
  '- a\n\n  [b](c.md)',
  '```\n\n[a](b.md)\n\n```',
])('all of %j is', (markdown) => expect(doubtfulPart(markdown)).toBe(markdown));

const tame = [
  ...[
    'a',
    'Ä ',
    '新',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '*',
    '**',
    '_',
    '---',
    ' # ',
    '[',
    ']',
    '(',
    ')',
    '](a.md)',
    '![',
    '(a b.png)',
  ],
  ...[
    '"',
    'www.a.b',
    '!',
    'http://a.b',
    'javascript:a',
    'mailto:a@b.cc',
    'a@b.cc',
    '[x](./gone.md)',
    '[y](#z)',
    '![](p.png)',
    '\u0000',
    '$',
    ':',
    'H',
    '[!NOTE]',
    'He said "no")',
  ],
];
const wild = [
  ...[
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '# ',
    '===',
    '```',
    '~~',
    '`',
    '\\',
    '[^1]',
    ']: ',
    '<b>',
    '|',
    '&lt;',
    '&#91;',
    '[z](<q r.md>)',
    '$x = ',
    ':smlie:',
    '~2~',
    '^2^',
  ],
];

test('as much is reported of the doubtful part as of the whole', () => {
  const piece = fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...tame) },
    { weight: 1, arbitrary: fc.constantFrom(...wild) },
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 25 }).map((parts) => parts.join(''));
  const fault = () => ({ message: 'Unexpected', hint: 'Mend it.' });
  const context = { targets: { document: fault, page: fault } };
  let partly = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      const part = doubtfulPart(markdown);
      if (part === markdown) return;
      if (part.trim() !== '') partly += 1;
      expect(aBody(part, context).diagnostics).toEqual(aBody(markdown, context).diagnostics);
    }),
    { numRuns: 5000 },
  );
  expect(partly).toBeGreaterThan(150);
});
