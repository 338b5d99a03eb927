import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import fc from '../../scripts/testing/fast-check.ts';
import { plainFields } from './plain-fields.ts';

const fully = (text: string): unknown => {
  const yaml = parseDocument(text, { version: '1.2', stringKeys: true });
  return yaml.errors.length > 0 || yaml.warnings.length > 0 ? 'a fault' : yaml.toJS();
};

describe('plain fields', () => {
  test('are text, times, yes and no, whole numbers, quoted text and lists of words', () => {
    const lines = [
      'title: GMV passes the total of 2015, [again] {and} *again* & more!',
      'time: 2019-11-11T01:01:32+08:00',
      'day: 2019-11-11',
      'pinned: true',
      'sequence: 12',
      'label: "21:30: #1"',
      "author: 'A # B'",
      'topics: [gmv, 新零售, new-retail]',
    ];
    expect(plainFields(`${lines.join('\r\n')}\n`)).toEqual({
      title: 'GMV passes the total of 2015, [again] {and} *again* & more!',
      time: '2019-11-11T01:01:32+08:00',
      day: '2019-11-11',
      pinned: true,
      sequence: 12,
      label: '21:30: #1',
      author: 'A # B',
      topics: ['gmv', '新零售', 'new-retail'],
    });
  });

  test.each([
    'title: A: B',
    'title: A #1',
    'title: A ',
    'title: A:',
    'title: null',
    'title: True',
    'title: &a B',
    'title: 0x1F',
    'title: 1e9',
    'title: "a\\n"',
    'title: a\tb',
    'title:',
    'title: [a, true]',
    'title: A\ntitle: B',
    'title: A\n  B',
    '# a comment',
    '__proto__: A',
    '{title: A}',
  ])('are not %j', (text) => expect(plainFields(text)).toBeUndefined());

  test('are what a parser of YAML reads, whatever they hold', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ': ',
        ' #',
        ':',
        '#',
        '"',
        "'",
        '[',
        ']',
        '{',
        ', ',
        '|',
        '>',
        '&',
        '*',
        '!',
        '%',
        '@',
        '`',
        '-',
        '- ',
        '?',
      ),
      fc.constantFrom(
        'true',
        'null',
        'no',
        '~',
        '.inf',
        '12',
        '0o7',
        '2019-11-11T10:18',
        'a',
        'title',
        '新',
        'é',
        ' ',
        '\t',
        '\r',
        '\\',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const beginning = fc.constantFrom('', 'A', '新', 'b ', '"', "'", '[a');
    const value = fc
      .tuple(beginning, fc.array(piece, { minLength: 1, maxLength: 4 }))
      .map(([begun, pieces]) => begun + pieces.join(''));
    const line = fc.tuple(fc.constantFrom('title', 'a', 'b-c'), value).map(([name, written]) => `${name}: ${written}`);
    const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => `${lines.join('\n')}\n`);
    let plain = 0;
    fc.assert(
      fc.property(text, (written) => {
        const fields = plainFields(written);
        if (fields === undefined) return;
        plain += 1;
        expect(fields).toEqual(fully(written));
      }),
      { numRuns: 5000 },
    );
    expect(plain).toBeGreaterThan(250);
  });
});
