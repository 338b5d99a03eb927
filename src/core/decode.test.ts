import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from './decode.ts';
import type { Finding } from './diagnostics.ts';
import { anEntry, faultsIn, galaWith } from './testing.ts';

const bytesOf = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])));

const findingIn = (...parts: readonly (string | number)[]): Finding | undefined => {
  const found: Finding[] = [];
  expect(decodeUtf8('e/a.md', bytesOf(...parts), (finding) => found.push(finding))).toBeUndefined();
  expect(found).toHaveLength(1);
  return found[0];
};

const placeIn = (...parts: readonly (string | number)[]): string => {
  const finding = findingIn(...parts);
  return `${finding?.line}:${finding?.column} ${/0x../.exec(finding?.message ?? '')?.[0]}`;
};

describe('text in UTF-8', () => {
  const decoded = (...parts: readonly (string | number)[]): string | undefined =>
    decodeUtf8('e/a.md', bytesOf(...parts), ({ message }) => {
      throw new Error(message);
    });

  it('is given as it is, of any script', () => {
    expect(decoded('Grüße, 双十一 🚀\r\n')).toBe('Grüße, 双十一 🚀\r\n');
    expect(decoded('')).toBe('');
  });

  it('loses one byte order mark', () => {
    expect(decoded(0xef, 0xbb, 0xbf, 'a')).toBe('a');
  });
});

describe('bytes that are not UTF-8', () => {
  it('are shown to the writer with their place', () => {
    const bytes = bytesOf(anEntry({ title: 'At the caf' }).split('\ntime')[0] ?? '', 0xe9, ' tonight\n---\n');
    expect(faultsIn(galaWith({}, { 'gala/a.md': bytes }))).toMatchInlineSnapshot(`
      "gala/a.md:2:18 error not-utf8
        Unexpected byte 0xe9, expected UTF-8 text.
        Save the file with the encoding UTF-8.
      1 error, 0 warnings"
    `);
  });

  it('are named at the first one that begins no character, even if what follows shows it', () => {
    expect(placeIn(0xe9)).toBe('1:1 0xe9');
    expect(placeIn('caf', 0xe9)).toBe('1:4 0xe9');
    expect(placeIn('caf', 0xe9, ' and more')).toBe('1:4 0xe9');
    expect(placeIn('a', 0xf0, 0x9f, 0x9a, 'b')).toBe('1:2 0xf0');
    expect(placeIn('a', 0x80)).toBe('1:2 0x80');
    expect(placeIn(0xff, 0xfe, 'a', 0)).toBe('1:1 0xff');
  });

  it('are found in their line, in columns of UTF-16 units, without the byte order mark', () => {
    expect(placeIn('one\r\ntwo\n双🚀', 0xe4, 'x')).toBe('3:4 0xe4');
    expect(placeIn(0xef, 0xbb, 0xbf, 'ab', 0xfc)).toBe('1:3 0xfc');
  });

  it('are overlong forms, surrogates and what lies beyond Unicode, too', () => {
    expect(placeIn('a', 0xc0, 0xaf)).toBe('1:2 0xc0');
    expect(placeIn('a', 0xed, 0xa0, 0x80)).toBe('1:2 0xed');
    expect(placeIn('a', 0xf5, 0x80, 0x80, 0x80)).toBe('1:2 0xf5');
  });
});
