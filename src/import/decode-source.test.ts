import { describe, expect, test } from 'vitest';
import { decodeSource } from './decode-source.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('the encoding of a source', () => {
  test('is UTF-8 where nothing says otherwise', () =>
    expect(decodeSource(Buffer.from('Grüße 双'), 'a')).toBe('Grüße 双'));

  test('is known by a byte order mark, which is no part of the text', () => {
    expect(decodeSource(Buffer.from('\ufeffAé', 'utf16le'), 'a', 'utf-8')).toBe('Aé');
    expect(decodeSource(Buffer.from('\ufeffAé', 'utf16le').swap16(), 'a')).toBe('Aé');
    expect(decodeSource(Buffer.from('\ufeffAé'), 'a', 'iso-8859-1')).toBe('Aé');
  });

  test('is known by the server before the text itself', () => {
    expect(decodeSource(Buffer.from('<meta charset="iso-8859-1">é'), 'a', 'utf-8')).toContain('é');
    expect(decodeSource(latin1('é'), 'a', 'ISO-8859-1')).toBe('é');
  });

  test.each([
    '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>',
    '<html><meta charset=iso-8859-1><p>é',
    `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>é`,
  ])('is known by %s', (text) => expect(decodeSource(latin1(text), 'a')).toBe(text));

  test('is refused where the bytes are something else, or nobody knows it', () => {
    expect(() => decodeSource(latin1('Grüße'), 'a.txt')).toThrow(
      'a.txt holds bytes that are no text in utf-8. Save it as UTF-8.',
    );
    expect(() => decodeSource(latin1('<?xml version="1.0" encoding="klingon"?>'), 'a.xml')).toThrow(
      'a.xml says that its encoding is "klingon", which is not known. Save it as UTF-8.',
    );
  });
});
