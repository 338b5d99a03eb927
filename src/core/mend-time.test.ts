import { describe, expect, it } from 'vitest';
import { mendTime } from './mend-time.ts';
import { parseMoment } from './moment.ts';

describe('a time in another common spelling', () => {
  it.each([
    ['2019-11-11 10:18', '2019-11-11T10:18'],
    ['2019-11-11  10:18:30', '2019-11-11T10:18:30'],
    ['2019-11-11t10:18', '2019-11-11T10:18'],
    ['2019/11/11', '2019-11-11'],
    ['2019/1/5 10:18', '2019-01-05T10:18'],
    ['2019.11.11', '2019-11-11'],
    ['2019-1-5', '2019-01-05'],
    ['2019-11-11T9:05', '2019-11-11T09:05'],
    ['2019-11-11 9:05 p.m.', '2019-11-11T21:05'],
    ['2019-11-11 9:05:07 PM', '2019-11-11T21:05:07'],
    ['2019-11-11 12:05 a.m.', '2019-11-11T00:05'],
    ['2019-11-11 12:05pm', '2019-11-11T12:05'],
    ['2019-11-11T11:59 am', '2019-11-11T11:59'],
    ['2019-11-11T10:18:30.250', '2019-11-11T10:18:30'],
    ['2019-11-11T10:18:30,5Z', '2019-11-11T10:18:30Z'],
    ['2019-11-11T10:18+0800', '2019-11-11T10:18+08:00'],
    ['2019-11-11 10:18 +08:00', '2019-11-11T10:18+08:00'],
    ['2019-11-11T10:18z', '2019-11-11T10:18Z'],
    ['2019-11-11 24:00', '2019-11-11T24:00'],
    [' 2019-11-11 ', '2019-11-11'],
  ])('is told as it could be written: %s', (text, mended) => {
    expect(mendTime(text)).toBe(mended);
    expect(parseMoment(text, 'Asia/Shanghai')).toEqual({
      rule: 'invalid-time',
      message: `Unexpected time "${text}", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone`,
      hint: `Write ${mended}.`,
      mended,
    });
  });
});

describe('a time that cannot be guessed', () => {
  it.each([
    '',
    'Midnight',
    '11/12/2019',
    '11.12.2019 10:18',
    '10:18',
    '2019-11-11T10',
    '2019-11-11T10h18',
    '2019-11-11T10:18+8',
    '2019-11-11 13:05 p.m.',
    '2019-11-11 0:05 a.m.',
    '20191111T1018',
    '2019-11-11 10:18 CST',
  ])('is told no more than the form: %s', (text) => {
    expect(mendTime(text)).toBeUndefined();
    expect(parseMoment(text, 'Asia/Shanghai')).toEqual({
      rule: 'invalid-time',
      message: `Unexpected time "${text}", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone`,
      hint: 'Write the date as YYYY-MM-DD, then T, then HH:MM.',
    });
  });

  it('is not mended into one that would be refused again', () => {
    for (const text of ['2019-11-11 25:00', '2019/2/30', '2019-11-11 10:60', '2019-13-1 10:00'])
      expect(parseMoment(text, 'Asia/Shanghai')).toEqual({
        rule: 'invalid-time',
        message: `Unexpected time "${text}", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone`,
        hint: 'Write the date as YYYY-MM-DD, then T, then HH:MM.',
      });
  });
});

it('leaves a time alone that is written right', () => {
  for (const text of ['2019-11-11', '2019-11-11T10:18', '2019-11-11T10:18:30Z', '2019-11-11T24:00+08:00'])
    expect(mendTime(text)).toBeUndefined();
});
