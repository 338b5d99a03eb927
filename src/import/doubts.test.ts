import { expect, test } from 'vitest';
import { doubtsOf } from './doubts.ts';
import type { Update } from './live-blog.ts';
import { anUpdate } from './testing/readings.ts';

const at = (minute: number, fields: Partial<Update> = {}): Update =>
  anUpdate({ time: `2019-11-11T10:1${minute}`, ...fields });
const text = (value: string): Pick<Update, 'content'> => ({ content: { kind: 'text', value } });

test('three updates of one time are a doubt, two are none, and neither are days without a time', () => {
  expect(doubtsOf([at(8), at(8), at(8)], false)).toEqual([
    'All 3 updates have the same time, 2019-11-11T10:18, which is hardly when they were published. Correct the times before you publish.',
  ]);
  expect(doubtsOf([at(8), at(8)], false)).toEqual([]);
  expect(doubtsOf([at(8), at(8), at(8), at(9)], false)).toEqual([]);
  const day = anUpdate({ time: '2019-11-11' });
  expect(doubtsOf([day, day, day], false)).toEqual([]);
});

test('texts that are cut or missing are a doubt where the kind of source often has such', () => {
  const updates = [
    at(1, { headline: 'Rain', ...text('It rains and […]') }),
    at(2, text('It rains on the boats that were brought here before the storm of Fri')),
    at(3, { headline: 'Sun', ...text('') }),
  ];
  expect(doubtsOf(updates, true)).toEqual([
    '1 update ends with "…": the source may hold only the beginning of the text. Compare with the page: 2019-11-11T10:11 "Rain".',
    '1 update ends within a sentence: the source may hold only the beginning of the text. Compare with the page: 2019-11-11T10:12.',
    '1 update has a headline and no text: the source may not hold it. Compare with the page: 2019-11-11T10:13 "Sun".',
  ]);
  expect(doubtsOf(updates, false)).toEqual([]);
});

test('one text among many that ends without a full stop is no doubt', () => {
  const list = at(1, text('The boats that are out are the Heron, the Otter, the Gannet and the Tern of Quist'));
  expect(doubtsOf([list, at(2), at(3), at(4), at(5)], true)).toEqual([]);
  expect(doubtsOf([list, list, at(3), at(4), at(5)], true)).toHaveLength(1);
});

test('of many such texts five are named', () => {
  const [doubt = ''] = doubtsOf(
    [1, 2, 3, 4, 5, 6, 7].map((minute) => at(minute, text('And so on…'))),
    true,
  );
  expect(doubt).toMatch(/^7 updates end with .*: (?:2019-11-11T10:1\d, ){4}2019-11-11T10:15 and 2 more\.$/);
});
