import { describe, expect, it } from 'vitest';
import { withoutTurning } from './bidi-controls.ts';
import { collectDiagnostics } from './diagnostics.ts';
import { formatDiagnostics } from './format-diagnostic.ts';

const [lre, pdf, rlo, lri, rli, pdi] = ['\u202a', '\u202c', '\u202e', '\u2066', '\u2067', '\u2069'];

const read = (text: string, file = 'gala/a.md') => {
  const { report, diagnostics } = collectDiagnostics();
  return { text: withoutTurning(file, text, report), found: diagnostics() };
};

const document = (body: string, title = 'Boats'): string =>
  `---\ntitle: ${title}\ntime: 2026-07-01T09:31\n---\n\n${body}\n`;

describe('an invisible character that turns text round', () => {
  it('is reported with its place and the line without it, and left out', () => {
    const { text, found } = read(document('One.', `Score ${rlo}3:1`));
    expect(text).toBe(document('One.', 'Score 3:1'));
    expect(found[0]?.corrected).toBe('title: Score 3:1');
    expect(formatDiagnostics(found)).toMatchInlineSnapshot(`
      "gala/a.md:2:14 warning bidi-control
        Unexpected U+202E, which turns the order of the letters behind it round, expected text without it: it is left out.
        Remove the invisible character: the direction of a text follows from its letters.
        > title: Score 3:1
      0 errors, 1 warning"
    `);
  });

  it.each([
    ['an override, even a closed one', `a ${rlo}b${pdf} c`, 'a b c'],
    ['an embedding without an end', `a ${lre}b`, 'a b'],
    ['an isolate without an end', `a ${rli}b`, 'a b'],
    ['an end alone', `a${pdi} b${pdf}`, 'a b'],
    ['an embedding that goes on beyond its isolate', `${lri}a ${lre}b${pdi} c${pdf}`, `${lri}a b${pdi} c`],
    ['an isolate that ends in another paragraph', `a ${rli}b\n\nc${pdi}`, 'a b\n\nc'],
    ['an isolate that ends in another item', `- a ${rli}b\n- c${pdi}`, '- a b\n- c'],
  ])('is %s', (_, body, cleaned) => {
    const { text, found } = read(document(body));
    expect(text).toBe(document(cleaned));
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['bidi-control']));
    expect(read(text).found).toEqual([]);
  });

  it('is none of marks, of pairs that are closed in their paragraph, and of other characters', () => {
    for (const body of [
      `a ${lri}b${pdi} c ${lre}d ${rli}e${pdi}${pdf}`,
      `a ${rli}b\nc${pdi} d`,
      'שלום\u200f (3:2)\u200e, \u061cمرحبا \u200d\u200c',
      'In JavaScript it is "\\u202E".',
    ]) {
      const { text, found } = read(document(body));
      expect(found).toEqual([]);
      expect(text).toBe(document(body));
    }
  });

  it('is found in every field, as YAML escapes it too', () => {
    const event = `---\ntitle: "a\\u202Eb"\nresults:\n  - {label: a${rli}, value: 3}\n  - label: b${pdi}\n---\n`;
    expect(read(event, 'gala/event.md').found.map(({ line, column }) => [line, column])).toEqual([
      [2, 10],
      [4, 14],
      [5, 13],
    ]);
    expect(read(`title: a${rlo}\ndescription: b${lri}c${pdi}\n`, 'site.yml').found).toHaveLength(1);
  });
});
