import { describe, expect, it } from 'vitest';
import { meantTimes } from './fix-time.ts';
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
    ['01.07.2026 09:31', '2026-07-01T09:31'],
    ['1.7.2026', '2026-07-01'],
    ['1. 7. 26, 9.31 Uhr', '2026-07-01T09:31'],
    ['2024-05-01 9.31 Uhr', '2024-05-01T09:31'],
    ['2024-05-01 9 Uhr', '2024-05-01T09:00'],
    ['2019-11-11T10h18', '2019-11-11T10:18'],
    ['1 July 2026 9:31 am', '2026-07-01T09:31'],
    ['Wednesday, 1st of July 2026, 9:31 p.m.', '2026-07-01T21:31'],
    ['July 1, 2026', '2026-07-01'],
    ['Jul 1st 2026 at 9:31', '2026-07-01T09:31'],
    ['1. März 2026 09:31', '2026-03-01T09:31'],
    ['1er août 2026', '2026-08-01'],
    ['3 de marzo de 2026', '2026-03-03'],
    ['2026年7月1日 9:31', '2026-07-01T09:31'],
    ['20240501T0931', '2024-05-01T09:31'],
    ['20240501T093105Z', '2024-05-01T09:31:05Z'],
    ['20240501', '2024-05-01'],
    ['7/31/2026', '2026-07-31'],
    ['31/7/2026 9:31', '2026-07-31T09:31'],
    ['09:31 1.7.2026', '2026-07-01T09:31'],
    ['2019-11-11T10:18+8', '2019-11-11T10:18+08:00'],
    ['2019-11-11 10:18 UTC', '2019-11-11T10:18Z'],
    ['2019-11-11 10:18 GMT+1', '2019-11-11T10:18+01:00'],
    ['2019-11-11 10:18 CST', '2019-11-11T10:18+08:00'],
    ['2019-11-11 10:18 (JST)', '2019-11-11T10:18+09:00'],
    ['2019-07-11 10:18 CEST', '2019-07-11T10:18+02:00'],
    ['1573438680', '2019-11-11T10:18+08:00'],
    ['1573438681000', '2019-11-11T10:18:01+08:00'],
  ])('is reported as it could be written: %s', (text, fixed) => {
    expect(meantTimes(text, { zone: 'Asia/Shanghai' })).toEqual([fixed]);
    expect(parseMoment(text, 'Asia/Shanghai')).toEqual({
      rule: 'invalid-time',
      message: `Unexpected time "${text}", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone`,
      hint: `Write ${fixed}.`,
      fixed,
    });
  });
});

describe('a time of day alone', () => {
  it.each([
    ['9:30', '2019-11-11T09:30'],
    ['9.30 Uhr', '2019-11-11T09:30'],
    ['9h30', '2019-11-11T09:30'],
    ['930', '2019-11-11T09:30'],
    ['9:30:05 pm', '2019-11-11T21:30:05'],
    ['9 pm', '2019-11-11T21:00'],
    ['09:31 CET', '2019-11-11T09:31+01:00'],
    ['T09:31', '2019-11-11T09:31'],
    ['~9:30', '2019-11-11T09:30'],
    ['noon', '2019-11-11T12:00'],
    ['9:30-10:30', undefined],
  ])('belongs to the date that is known: %s', (text, fixed) => {
    const { fixed: found } = { fixed: undefined, ...parseMoment(text, 'Europe/Berlin', '2019-11-11') };
    expect(found).toBe(fixed);
    expect(meantTimes(text)).toEqual([]);
  });
});

describe('a time whose day and month can change places', () => {
  it('is asked about with both', () => {
    expect(parseMoment('7/1/2026 9:31', 'UTC')).toEqual({
      rule: 'invalid-time',
      message:
        'Unexpected time "7/1/2026 9:31", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone',
      hint: 'Write 2026-01-07T09:31, or 2026-07-01T09:31 if the month comes first.',
    });
    expect(meantTimes('7/7/2026')).toEqual(['2026-07-07']);
  });
});

describe('a character that looks like another', () => {
  it.each([
    ['2024–05–01T09:31', '"–" is an en dash (U+2013).'],
    ['2024‑05‑01T09:31', '"‑" is a no-break hyphen (U+2011).'],
    ['2024−05−01 09：31', '"−" is a minus sign (U+2212); "：" is a full-width colon (U+FF1A).'],
    ['“2024-05-01T09:31”', '"“" is a curly quote (U+201C); "”" is a curly quote (U+201D).'],
    ['2024-05-01\u00A009:31', '"\u00A0" is a no-break space (U+00A0).'],
  ])('is named: %s', (text, name) => {
    expect(parseMoment(text, 'UTC')).toMatchObject({
      fixed: '2024-05-01T09:31',
      hint: `Write 2024-05-01T09:31. ${name}`,
    });
  });
});

describe('a time as JavaScript prints it', () => {
  it('is read as what it is: its fraction of zero says nothing', () => {
    expect(parseMoment('2026-07-01T09:31:00.000Z', 'UTC')).toEqual(parseMoment('2026-07-01T09:31:00Z', 'UTC'));
    expect(parseMoment('2026-07-01T09:31:00.0+02:00', 'UTC')).toEqual(parseMoment('2026-07-01T09:31:00+02:00', 'UTC'));
    expect(parseMoment('2026-07-01T24:00:00.000', 'UTC')).toEqual(parseMoment('2026-07-01T24:00:00', 'UTC'));
  });

  it('has no fraction of more than zero, which nothing would show', () => {
    expect(parseMoment('2026-07-01T09:31:00.250Z', 'UTC')).toMatchObject({ fixed: '2026-07-01T09:31:00Z' });
    expect(parseMoment('2026-07-01T09:31.000Z', 'UTC')).toHaveProperty('rule', 'invalid-time');
  });
});

describe('a time of day before the coverage begins', () => {
  it.each([
    ['9:30', '2019-11-12T09:30'],
    ['12:00', '2019-11-11T12:00'],
    ['23:30', '2019-11-11T23:30'],
  ])('belongs to the next date: %s', (text, fixed) => {
    expect(parseMoment(text, 'Europe/Berlin', '2019-11-11T12:00')).toMatchObject({ fixed });
  });
});

describe('a time that many people write so', () => {
  it.each([
    ['2019-11-11T10', '2019-11-11T10:00'],
    ['2019-11-11T10:00;', '2019-11-11T10:00'],
    ['2019-11-11_10:00', '2019-11-11T10:00'],
    ['2019-11-11T10:00[Asia/Shanghai]', '2019-11-11T10:00'],
    ['2019-11-11 10:00 (local)', '2019-11-11T10:00'],
    ['2019-11-11 22:00 pm', '2019-11-11T22:00'],
    ['lundi 11 novembre 2019 à 10h00', '2019-11-11T10:00'],
    ['2019-11-11T10:00–08:00', undefined],
    ['2019-11-11T10:00[Europe/Berlin]', undefined],
  ])('%s', (text, fixed) => {
    const { fixed: found } = { fixed: undefined, ...parseMoment(text, 'Asia/Shanghai') };
    expect(found).toBe(fixed);
  });
});

describe('a time that cannot be guessed', () => {
  it('says what to decide', () => {
    const hints = ['midnight', '2019-11', '10:00–11:00'].map((text) => parseMoment(text, 'Asia/Shanghai'));
    expect(hints).toMatchObject([
      {
        hint: 'Write the date as YYYY-MM-DD, then T24:00 for the midnight that ends the day, or T00:00 for the one that begins it.',
      },
      { hint: 'Add the day: write the date as YYYY-MM-DD.' },
      { hint: expect.stringContaining('An entry has one time: write when it began') },
    ]);
  });

  it.each([
    '',
    '10:18',
    '2019-11-11 13:05 p.m.',
    '2019-11-11 0:05 a.m.',
    '2019-11-11 10:18 IST',
    '2019-11-11 10:18 XYZ',
    '31/31/2019',
    '1 Jux 2019',
    'yesterday 9:30',
    'https://example.org/2019/11/11',
  ])('gets no correction but the form: %s', (text) => {
    expect(parseMoment(text, 'Asia/Shanghai')).toEqual({
      rule: 'invalid-time',
      message: `Unexpected time "${text}", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone`,
      hint: 'Write the date as YYYY-MM-DD, then T, then HH:MM.',
    });
  });

  it('is not corrected into one that would be refused again', () => {
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
    expect(meantTimes(text).filter((one) => one !== text)).toEqual([]);
});
