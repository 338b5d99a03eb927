import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { withoutPlainProse } from './plain-prose.ts';
import { aBody } from './testing.ts';

test.each([
  '',
  'The curtain **rises** at 10:30: *all* are there (nearly).\n\n- One\n- Two, **three four**\n\n“Quoted”, she says — 12% of it!',
  'Der Zug fährt.\r\n\r\nÀ 9 h 30 : « oui »',
  '11.11 is *the day, as they say.*\n\n- 2.5 seconds',
  '幕が上がる。「速い」と言う。\n\nبدأ الحفل، أخيرًا.',
])('%j is plain prose', (markdown) => {
  expect(withoutPlainProse(markdown)).toBe('');
  expect(aBody(markdown).diagnostics).toEqual([]);
});

test.each([
  'A [link](./gone.md) and a `mark`',
  'A ![picture](gone.png)',
  'A [link](./gone.md "With a title")',
  '[note](a.md)\n\n[a]: b.md',
  'A <b>tag</b>',
  'A | table',
  'xmpp:a@example.org',
  'We won :taad:',
  'So $x^2$ holds',
  '> Quoted',
  '    code',
  '1. one',
  '1、one\n2、two\n3、three',
  'h2. one',
  "The '''last''' lap",
  'Das ist **fett **und so',
  '**"Yes"**es',
  'Of H~2~O and ++this++ and %%that%% and ||those||',
  '!!! note',
  '::: note',
  ': meant',
  '- - - deep',
  'word '.repeat(1001),
  'Turned \u202eround',
  'A\rB',
])('%j is none', (markdown) => expect(withoutPlainProse(markdown)).toBe(markdown));

test('of prose with links, the paragraphs and lists with links are left, in their lines', () => {
  const markdown = 'One.\n\nTwo\nthree [four](./gone.md).\nFive\n\n- six\n- [seven](/gala/)\n\nEight.';
  expect(withoutPlainProse(markdown)).toBe('\n\nTwo\nthree [four](./gone.md).\nFive\n\n- six\n- [seven](/gala/)\n\n');
});

test('what is left of prose with links has the same links and the same faults', () => {
  const pieces =
    'a|a|Ä |新|\n|\n\n|\n\n|\n\n| [b](c.md)|\n[b](c.md)|\n[b](c.md)| |**|*a*|- |.|, |:|1| 9%|(|)|!|[b](c.md)| [b c](/d/e/) |[b](|](c)|[b]|#'.split(
      '|',
    );
  const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 25 }).map((parts) => parts.join(''));
  let cut = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      const left = withoutPlainProse(markdown);
      if (left === markdown || left === '') return;
      cut += 1;
      expect(aBody(left).diagnostics).toEqual(aBody(markdown).diagnostics);
    }),
    { numRuns: 20_000 },
  );
  expect(cut).toBeGreaterThan(20);
});

test('nothing is reported of plain prose, whatever it is made of', () => {
  const pieces =
    'a|Ä |新|न|ש|\n|\n\n|\r\n| |*|**|*a*| **b c** |-|- |--|.|,|:|: |1|1:2| 9%|"|“|(|)|www.a.b|!|?|\'|h2|[|#|$|_|~|…'.split(
      '|',
    );
  const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 25 }).map((parts) => parts.join(''));
  let plain = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      if (withoutPlainProse(markdown) !== '') return;
      plain += 1;
      expect(aBody(markdown).diagnostics).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(300);
});
