import { describe, expect, it } from 'vitest';
import { parseMoment } from '../core/moment.ts';
import type { Update } from './live-blog.ts';
import { timeOf, withoutEmptySeconds } from './time-of.ts';

const anUpdate = (time: string): Update => ({
  time,
  content: { kind: 'text', value: 'x' },
  pictures: [],
  topics: [],
  key: false,
  pinned: false,
});

describe('a time', () => {
  it.each([
    ['2014-10-29T23:50:07Z', '2014-10-29T23:50:07Z'],
    ['2014-10-29T23:50:07+01:00', '2014-10-29T23:50:07+01:00'],
    ['2014-10-29T23:50:07-0330', '2014-10-29T23:50:07-03:30'],
    ['2014-10-29T23:50:07\u22120330', '2014-10-29T23:50:07-03:30'],
    ['2014-10-29T23:50:07+08', '2014-10-29T23:50:07+08:00'],
    ['2014-10-29T23:50:07+0000', '2014-10-29T23:50:07Z'],
    ['2014-10-29T23:50:07-00:00', '2014-10-29T23:50:07Z'],
    ['2014-10-29T23:50:07', '2014-10-29T23:50:07'],
    ['2014-10-29T23:50', '2014-10-29T23:50'],
    ['2014-10-29', '2014-10-29'],
    ['2014-10-29T24:00', '2014-10-29T24:00'],
    ['2014-10-29T24:00:00Z', '2014-10-29T24:00:00Z'],
    ['2014-10-29T23:50:07.999Z', '2014-10-29T23:50:07Z'],
    ['2014-10-29T23:50:07,5', '2014-10-29T23:50:07'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['2014-10-29 23:50:07', '2014-10-29T23:50:07'],
    ['2014-10-29 9:50:07 UTC', '2014-10-29T09:50:07Z'],
    ['\n 2014-10-29t23:50:07z ', '2014-10-29T23:50:07Z'],
    ['2014-10-29T23:50:07+01:00[Europe/Paris]', '2014-10-29T23:50:07+01:00'],
    ['20141029T235007Z', '2014-10-29T23:50:07Z'],
    ['20141029T2350+0100', '2014-10-29T23:50+01:00'],
    ['20141029', '2014-10-29'],
  ])('of ISO 8601 takes the form of an update: %s', (text, time) => {
    expect(timeOf(text)).toBe(time);
    expect(parseMoment(time, 'UTC')).not.toHaveProperty('rule');
  });

  it.each([
    ['Wed, 29 Oct 2014 23:50:07 +0000', '2014-10-29T23:50:07Z'],
    ['Wed, 29 Oct 2014 23:50:07 GMT', '2014-10-29T23:50:07Z'],
    ['Wed, 9 oct 2014 23:50 EDT', '2014-10-09T23:50-04:00'],
    ['29 October 2014 23:50:07 +01:00 (CET)', '2014-10-29T23:50:07+01:00'],
    ['Wednesday, 29 Oct 14 23:50:07 -0000', '2014-10-29T23:50:07Z'],
    ['29 Oct 94 23:50:07 UT', '1994-10-29T23:50:07Z'],
    ['29 Oct 114 23:50:07 Z', '2014-10-29T23:50:07Z'],
    ['29 Sept 2014 23:50:07', '2014-09-29T23:50:07'],
    ['29 Oct 2014', '2014-10-29'],
  ])('of RFC 2822 takes the form of an update: %s', (text, time) => {
    expect(timeOf(text)).toBe(time);
    expect(parseMoment(time, 'UTC')).not.toHaveProperty('rule');
  });

  it('may fall on a leap day', () => {
    expect(timeOf('2016-02-29T10:00')).toBe('2016-02-29T10:00');
    expect(timeOf('29 Feb 2000')).toBe('2000-02-29');
  });

  it.each([
    '',
    'tomorrow',
    '2014',
    '2014-10',
    '2014-13-01',
    '2014-00-01',
    '2014-10-00',
    '2015-02-29',
    '0000-01-01',
    '2014-10-29T25:00',
    '2014-10-29T24:01',
    '2014-10-29T23:60',
    '2014-10-29T23:50:61',
    '2014-10-29T23:50:07+24:00',
    '2014-10-29T23:50:07+01:60',
    '2014-10-29T23:50:07X',
    '2014-10-29T23',
    '2014-10-29 at 23:50',
    '29 Okt 2014 23:50',
    '29 Oct 2014 23:50 A',
    '29 Oct 2014 23:50 CET',
    '1414626607',
    `${' '.repeat(80)}2014-10-29`,
  ])('is not guessed: %j', (text) => {
    expect(timeOf(text)).toBeUndefined();
  });

  it('is not sought in a long text', () => {
    expect(timeOf('1'.repeat(16_000_000))).toBeUndefined();
    expect(timeOf(`2014-10-29T23:50:07.${'1'.repeat(16_000_000)}`)).toBeUndefined();
  });
});

describe('seconds that are always zero', () => {
  const timesOf = (...times: string[]) => withoutEmptySeconds(times.map(anUpdate)).map(({ time }) => time);

  it('are left out, whatever follows them', () => {
    expect(
      timesOf('2019-11-11T10:18:00', '2019-11-11T10:19:00Z', '2019-11-11T10:00:00+08:00', '2019-11-11T24:00:00'),
    ).toEqual(['2019-11-11T10:18', '2019-11-11T10:19Z', '2019-11-11T10:00+08:00', '2019-11-11T24:00']);
  });

  it('are left out beside times without seconds and without a clock', () => {
    expect(timesOf('2019-11-11', '2019-11-11T10:18:00', '2019-11-11T10:19')).toEqual([
      '2019-11-11',
      '2019-11-11T10:18',
      '2019-11-11T10:19',
    ]);
  });

  it('stay where one time has others', () => {
    const times = ['2019-11-11T10:18:00', '2019-11-11T10:19:01Z', '2019-11-11'];
    expect(timesOf(...times)).toEqual(times);
  });

  it('leave the rest of an update as it is', () => {
    const update = { ...anUpdate('2019-11-11T10:18:00'), headline: 'A record', pinned: true };
    expect(withoutEmptySeconds([update])).toEqual([{ ...update, time: '2019-11-11T10:18' }]);
  });
});
