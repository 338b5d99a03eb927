import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { readJsonLd } from './json-ld.ts';

describe('JSON-LD', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['\uFEFF {"a":1} ;\n', { a: 1 }],
    ['<!-- {"a":1} -->', { a: 1 }],
    ['<!--\n//<![CDATA[\n{"a":1}\n//]]>\n//-->', { a: 1 }],
    ['/*<![CDATA[*/{"a":1};/*]]>*/', { a: 1 }],
    ['{"a":"one\r\ntwo\tthree\\n\\"four,]\n\\\\"}', { a: 'one\r\ntwo\tthree\n"four,]\n\\' }],
    ['{"a":[1,2,],"b":"x,]\u0001",}', { a: [1, 2], b: 'x,]\u0001' }],
    ['{"a":"-->;"}', { a: '-->;' }],
  ])('is read with what people and programs add to it: %j', (text, value) => {
    expect(readJsonLd(text)).toEqual(value);
  });

  it.each([
    ['{"a":}', 'text in'],
    [`{"a":"b",\n ${'"c":1,'.repeat(9)} c}`, 'text in line 2, column 57 of'],
    ['{"a":"b', 'end of'],
    ['{"a":"b\n\\', 'end of'],
    ["{'a':1}", 'text in line 1, column 2 of'],
    ['', 'end of'],
  ])('is refused where it is damaged: %j', (text, found) => {
    expect(() => readJsonLd(text)).toThrow(
      `Unexpected ${found} the live blog's JSON, expected valid JSON: it is damaged or cut off. Get it again from where it came from.`,
    );
  });

  it('is read in one pass, however damaged', () => {
    const time = processorTime();
    for (const piece of ['"', ',', ';', '\\"', '// ', '<!--'])
      expect(() => readJsonLd(`{${piece.repeat(1_000_000)}`)).toThrow('expected valid JSON');
    expect(processorTime() - time).toBeLessThan(soon(5000));
  });
});
