import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { writeDocument, writeFields } from './write-document.ts';

const read = (text: string) => {
  const document = readDocument('gala/a.md', new TextEncoder().encode(text), (finding) => {
    throw new Error(`${finding.rule}: ${finding.message}`);
  });
  return { data: document?.fields.data, body: document?.body };
};

describe('a document that is written', () => {
  it('looks as a person would write it', () => {
    const text = writeDocument(
      {
        title: 'GMV passes US$10 billion',
        time: '2019-11-11T00:29:45',
        label: undefined,
        topics: ['gmv', 'new-retail'],
        pinned: true,
        corrections: [{ time: '2019-11-11T09:00', note: 'Two lines:\nthe second.' }],
        milestone: { metric: 'gmv', value: { CNY: 69.9e9, USD: 10e9 }, surpasses: ['2015'] },
      },
      '\n\n  It took *half* an hour.\n\n---\n\nThen it went on.  \n\n',
    );
    expect(text).toBe(`---
title: GMV passes US$10 billion
time: 2019-11-11T00:29:45
topics: [gmv, new-retail]
pinned: true
corrections:
  - time: 2019-11-11T09:00
    note: |-
      Two lines:
      the second.
milestone:
  metric: gmv
  value: {CNY: 69.9e9, USD: 10e9}
  surpasses: ["2015"]
---

  It took *half* an hour.

---

Then it went on.
`);
    expect(read(text).body).toBe('\n  It took *half* an hour.\n\n---\n\nThen it went on.\n');
  });

  it('ends with its fields where there is no body', () => {
    expect(writeDocument({ title: 'A' }, ' \n\r\n')).toBe('---\ntitle: A\n---\n');
  });

  it('may have no fields', () => {
    expect(writeDocument({ title: undefined }, 'B')).toBe('---\n---\n\nB\n');
    expect(read(writeDocument({}, 'B'))).toEqual({ data: {}, body: '\nB\n' });
  });

  it.each([
    ['A: B', `"A: B"`],
    ['We are #1', '"We are #1"'],
    ['C#', 'C#'],
    ['- or so', '"- or so"'],
    ['-20 °C', '-20 °C'],
    ['"Go!"', `'"Go!"'`],
    ["It's 🎉", "It's 🎉"],
    ['no', 'no'],
    ['10:18', '10:18'],
    ['true', '"true"'],
    ['2018', '"2018"'],
    ['10e9', '"10e9"'],
    ['', '""'],
    [' blanks ', '" blanks "'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['a \nb', '"a\\ \\nb"'],
    ['a b\ufeff', '"a b\ufeff"'],
    ['half \ud83c', '"half \\ud83c"'],
    ['x'.repeat(60).concat(' y'.repeat(60)), 'x'.repeat(60).concat(' y'.repeat(60))],
  ])('has %j in quotes only where YAML needs them', (title, written) => {
    const text = writeDocument({ title }, '');
    expect(text).toBe(`---\ntitle: ${written}\n---\n`);
    expect(read(text).data).toEqual({ title });
  });

  it.each([
    [0, '0'],
    [-12.5, '-12.5'],
    [20_000, '20000'],
    [1e6, '1e6'],
    [1_234_567, '1234567'],
    [123_456_789.5, '123456789.5'],
    [10e9, '10e9'],
    [268.4e9, '268.4e9'],
    [-38.4e9, '-38.4e9'],
    [2 ** 53, '9007199254740992'],
    [1.5e300, '1.5e300'],
    [1e-7, '1e-7'],
  ])('has the number %d with as few digits as say it', (value, written) => {
    const text = writeDocument({ value }, '');
    expect(text).toBe(`---\nvalue: ${written}\n---\n`);
    expect(read(text).data).toEqual({ value });
  });

  it('has a long list line by line, and words that need quotes in them', () => {
    const long = ['one', 'x'.repeat(100)];
    expect(writeFields({ a: ['a, b', '[c]'], long })).toBe(
      `a: ["a, b", "[c]"]\nlong:\n  - one\n  - ${'x'.repeat(100)}\n`,
    );
  });
});
