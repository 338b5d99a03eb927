import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import fc from '../../scripts/testing/fast-check.ts';
import { plainFields } from './plain-fields.ts';
import { readYaml } from './yaml.ts';

const expectSame = (text: string, fields: unknown): void => {
  const yaml = parseDocument(text, { version: '1.2', stringKeys: true });
  const faults = [...yaml.errors, ...yaml.warnings].map(({ code }) => code);
  expect({ fields: yaml.toJS(), faults }, text).toEqual({ fields, faults: [] });
};

test.each([
  '\ntitle: GMV passes US$10 billion (again), 12:30\ntime: 2019-11-11T00:29:45\n',
  'title: "Quoted: so!"\nlabel: \'it is\'\npinned: true\ndraft: false\ntopics: [gmv, new-retail]\nday: 2019-11-11\n',
  'title: O’Brien – “Ja”, 幕が上がる\n\nauthor: Ada Berg & Co'.replace(' & Co', ''),
])('%j has the fields that yaml reads', (text) => expectSame(text, plainFields(text)));

test.each([
  'title: A: b',
  'title: A #b',
  'title: A:',
  'title: null',
  'topics: [a, true]',
  'title: "a\\"b"',
  'title: 12',
  'title:',
  'title: A\n  b',
  'title: A\ntitle: B',
  '__proto__: A',
  'title: A ',
  'title: A\r\n',
  'title: |\n  A',
  '- A',
  'true: A',
])('%j is left to yaml', (text) => expect(plainFields(text)).toBeUndefined());

test('fields of any words and marks are those that yaml reads, and nothing is to be reported', () => {
  const pieces =
    'a|B|c d|ä|a|B|c d|ä|9|新|null|true|False|~|2019-11-11|T10:18|:| |, |. |?|! |-|- |"|\'|(|)|[|]|{|}|#|&|*|%|@|`|\\|US$|=|/|“|、|\u00a0'.split(
      '|',
    );
  const words = (maxLength: number) =>
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength }).map((parts) => parts.join(''));
  const line = fc
    .tuple(
      fc.constantFrom('title', 'time', 'a-b', 'null', 'topics'),
      fc.constantFrom('', '"', "'", '[', 'x'),
      words(6),
      fc.constantFrom('', '"', "'", ']', ', b]'),
    )
    .map(([name, open, value, close]) => `${name}: ${open}${value}${close}`);
  let made = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const text = `${lines.join('\n')}\n`;
      const fields = plainFields(text);
      if (!fields) return;
      made += 1;
      expectSame(text, fields);
    }),
    { numRuns: 5000 },
  );
  expect(made).toBeGreaterThan(100);
});

test('the places of plain fields are those that yaml finds', () => {
  const text = '\ntitle: A title\ntime: 2019-11-11\n';
  const fields = readYaml('a.md', text, `---${text}---\n`, () => {});
  expect(fields?.data).toEqual({ title: 'A title', time: '2019-11-11' });
  expect(fields?.placeOf(['time'])).toMatchObject({ file: 'a.md', line: 3, column: 7 });
  expect(fields?.sourceOf(['title'])).toBe('A title');
});
