import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainProse } from './plain-prose.ts';
import { aBody } from './testing.ts';

test.each([
  'The curtain **rises**.\n\n- One\n- Two\n\n> Quoted, & read at https://example.org.',
  '# A heading\n\n    code\n\n1. one\n2. two',
])('%j is plain prose', (markdown) => expect(isPlainProse(markdown)).toBe(true));

test.each([
  'A [link](./gone.md).',
  '![](a.png)',
  'A <b>tag</b>',
  'A | table\n-|-',
  'xmpp:a@example.org',
  '> '.repeat(101),
  '*_'.repeat(60),
  'word '.repeat(1001),
])('%j is not', (markdown) => expect(isPlainProse(markdown)).toBe(false));

test('nothing is ever reported of plain prose', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'Ä ',
      '新',
      '\n',
      '\n\n',
      '    ',
      '\t',
      '> ',
      '- ',
      '1. ',
      '# ',
      '```',
      '~~',
      '*',
      '**',
      '_',
      '`',
      '---',
      '\\',
    ],
    ...[
      ']',
      '(a.md)',
      '&lt;',
      '&#91;',
      'www.a.b',
      'http://a.b/<',
      'javascript:a',
      'mailto:a@b.cc',
      'a@b.cc',
      '!',
      '\u0000',
    ],
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
  let plain = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      if (!isPlainProse(markdown)) return;
      plain += 1;
      expect(aBody(markdown).diagnostics).toEqual([]);
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(plain).toBeGreaterThan(500);
});
