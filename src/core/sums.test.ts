import { expect, test } from 'vitest';
import { isBesideSums, joinSums, parseSums, printSums } from './sums.ts';

const sum = (digit: string): string => digit.repeat(128);

test('sums are printed as sha512sum prints them, sorted, and read again', () => {
  const sums = new Map([
    ['b.html', sum('b')],
    ['a b.html', sum('a')],
    ['line\nbreak\\.txt', sum('c')],
  ]);
  const text = printSums(sums);
  expect(text).toBe(`${sum('a')}  a b.html\n${sum('b')}  b.html\n\\${sum('c')}  line\\nbreak\\\\.txt\n`);
  expect(parseSums(text)).toEqual(sums);
  expect(parseSums(`${sum('a')} *a.zip\n`)).toEqual(new Map([['a.zip', sum('a')]]));
});

test('the first line that is no sum, or names a file again, is told', () => {
  expect(parseSums('')).toEqual(new Map());
  expect(parseSums(`${sum('a')}  a\nabc  b\n`)).toBe(2);
  expect(parseSums(`${sum('a')}  a\n${sum('b')}  a\n`)).toBe(2);
});

test('the sums of events and those of the rest are put together as if they had been printed at once', () => {
  const gala = printSums([
    ['gala/index.html', sum('1')],
    ['gala/a/index.html', sum('2')],
  ]);
  const moved = printSums([
    ['gala-2/index.html', sum('3')],
    ['old-gala/index.html', sum('4')],
  ]);
  const own = printSums([
    ['index.html', sum('5')],
    ['.nojekyll', sum('6')],
    ['gala.txt', sum('7')],
  ]);
  const all = parseSums(gala + moved + own);
  expect(joinSums([gala, '', moved, own])).toBe(printSums(typeof all === 'number' ? [] : all));
});

test('a file of sums names neither itself nor its signatures, nor what a site was made by', () => {
  const beside = ['SHA512SUMS', 'SHA512SUMS.sig', 'SHA512SUMS.minisig', 'build-info.json'];
  expect([...beside, 'index.html', 'gala/SHA512SUMS'].filter(isBesideSums)).toEqual(beside);
});
