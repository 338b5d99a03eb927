import { describe, expect, it } from 'vitest';
import { parseMoment } from './moment.ts';
import { reported, timed } from './testing.ts';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';
const berlin = 'Europe/Berlin';
const lordHowe = 'Australia/Lord_Howe';
const apia = 'Pacific/Apia';
const saoPaulo = 'America/Sao_Paulo';
const havana = 'America/Havana';

describe('a time that clocks skipped', () => {
  it.each([
    ['2019-03-10T02:30', newYork, '-05:00', '-04:00'],
    ['2019-03-31T02:00', berlin, '+01:00', '+02:00'],
    ['2019-10-06T02:15:30', lordHowe, '+10:30', '+11:00'],
    ['2018-11-04T00:00', saoPaulo, '-03:00', '-02:00'],
    ['2018-11-03T24:00', saoPaulo, '-03:00', '-02:00'],
    ['2019-03-10T00:59:59', havana, '-05:00', '-04:00'],
    ['2011-12-30T12:00', apia, '-10:00', '+14:00'],
    ['2011-12-29T24:00', apia, '-10:00', '+14:00'],
  ])('is refused with both offsets that it may have: %s in %s', (text, zone, before, after) => {
    expect(parseMoment(text, zone)).toEqual({
      rule: 'nonexistent-time',
      message: `Unexpected time "${text}", expected an offset: clocks in ${zone} skipped this time`,
      hint: `Write ${text}${before} if the clock had not been changed yet, or ${text}${after} if it had.`,
    });
  });

  it('is read with an offset', () => {
    expect(reported('2019-03-10T02:30-05:00', newYork)).toBe(
      '2019-03-10 03:30 (minute) = 2019-03-10T03:30-04:00 = 2019-03-10T07:30:00Z',
    );
    expect(reported('2019-10-06T02:15:30+10:30', lordHowe)).toBe(
      '2019-10-06 02:45:30 (second) = 2019-10-06T02:45:30+11:00 = 2019-10-05T15:45:30Z',
    );
  });

  it('begins and ends to the minute', () => {
    expect(reported('2019-10-06T01:59', lordHowe)).toBe(
      '2019-10-06 01:59 (minute) = 2019-10-06T01:59+10:30 = 2019-10-05T15:29:00Z',
    );
    expect(reported('2019-10-06T02:30', lordHowe)).toBe(
      '2019-10-06 02:30 (minute) = 2019-10-06T02:30+11:00 = 2019-10-05T15:30:00Z',
    );
    expect(reported('2019-10-06T02:29', lordHowe)).toMatch(/^nonexistent-time/);
    expect(reported('2019-03-31T03:00', berlin)).toBe(
      '2019-03-31 03:00 (minute) = 2019-03-31T03:00+02:00 = 2019-03-31T01:00:00Z',
    );
  });

  it('offers UTC where the offset is no whole minute', () => {
    // New York left local mean time, -4:56:02, on 18 November 1883; Singapore went from +06:55:25 to +07:00 in 1905.
    expect(reported('1905-05-31T24:00', 'Asia/Singapore')).toBe(
      'nonexistent-time: Write 1905-05-31T17:04:35Z if the clock had not been changed yet, or 1905-05-31T24:00+07:00 if it had.',
    );
    expect(reported('1883-11-18T12:02', newYork)).toBe(
      'ambiguous-time: Write 1883-11-18T16:58:02Z for the first, or 1883-11-18T12:02-05:00 for the second.',
    );
  });
});

describe('a time that clocks showed twice', () => {
  it.each([
    ['2019-11-03T01:30', newYork, '-04:00', '-05:00'],
    ['2019-10-27T02:59:59', berlin, '+02:00', '+01:00'],
    ['2019-04-07T01:30', lordHowe, '+11:00', '+10:30'],
    ['2019-02-16T23:00', saoPaulo, '-02:00', '-03:00'],
    ['2019-11-03T00:00', havana, '-04:00', '-05:00'],
    ['2019-11-02T24:00', havana, '-04:00', '-05:00'],
  ])('is refused with both offsets that it may have: %s in %s', (text, zone, first, second) => {
    expect(parseMoment(text, zone)).toEqual({
      rule: 'ambiguous-time',
      message: `Unexpected time "${text}", expected an offset: clocks in ${zone} showed this time twice`,
      hint: `Write ${text}${first} for the first, or ${text}${second} for the second.`,
    });
  });

  it('is read with an offset, and keeps it in datetime', () => {
    expect(reported('2019-11-03T01:30-04:00', newYork)).toBe(
      '2019-11-03 01:30 (minute) = 2019-11-03T01:30-04:00 = 2019-11-03T05:30:00Z',
    );
    expect(reported('2019-11-03T01:30-05:00', newYork)).toBe(
      '2019-11-03 01:30 (minute) = 2019-11-03T01:30-05:00 = 2019-11-03T06:30:00Z',
    );
    expect(timed('2019-04-07T01:30+10:30', lordHowe) - timed('2019-04-07T01:30+11:00', lordHowe)).toBe(30 * 60_000);
  });

  it('begins and ends to the minute', () => {
    expect(reported('2019-04-07T01:29', lordHowe)).toBe(
      '2019-04-07 01:29 (minute) = 2019-04-07T01:29+11:00 = 2019-04-06T14:29:00Z',
    );
    expect(reported('2019-04-07T02:00', lordHowe)).toBe(
      '2019-04-07 02:00 (minute) = 2019-04-07T02:00+10:30 = 2019-04-06T15:30:00Z',
    );
  });
});

describe('midnights that clocks touch', () => {
  it('24:00 ends a date whose next day begins at 01:00', () => {
    expect(reported('2018-11-03T24:00-03:00', saoPaulo)).toBe(
      '2018-11-03 24:00 (minute) = 2018-11-04T01:00-02:00 = 2018-11-04T03:00:00Z',
    );
  });

  it('24:00 ends a date whose last hour comes twice', () => {
    expect(reported('2019-02-16T24:00', saoPaulo)).toBe(
      '2019-02-16 24:00 (minute) = 2019-02-17T00:00-03:00 = 2019-02-17T03:00:00Z',
    );
  });

  it('of two midnights the first ends the date, the second is in the next', () => {
    expect(reported('2019-11-02T24:00-04:00', havana)).toBe(
      '2019-11-02 24:00 (minute) = 2019-11-03T00:00-04:00 = 2019-11-03T04:00:00Z',
    );
    expect(reported('2019-11-02T24:00-05:00', havana)).toBe(
      '2019-11-03 00:00 (minute) = 2019-11-03T00:00-05:00 = 2019-11-03T05:00:00Z',
    );
  });

  it('leave a date alone as it is', () => {
    expect(reported('2018-11-04', saoPaulo)).toBe('2018-11-04 no clock (day) = 2018-11-04 = no instant');
    expect(reported('2019-11-03', havana)).toBe('2019-11-03 no clock (day) = 2019-11-03 = no instant');
  });
});

describe('the date that Samoa skipped', () => {
  it('does not exist as a date alone', () => {
    expect(parseMoment('2011-12-30', apia)).toEqual({
      rule: 'nonexistent-time',
      message: 'Unexpected date "2011-12-30", expected one that Pacific/Apia had: its calendar skipped this day',
      hint: 'Write the date before or after it, or a time with its offset.',
    });
    expect(reported('2011-12-29', apia)).toBe('2011-12-29 no clock (day) = 2011-12-29 = no instant');
    expect(reported('2011-12-31', apia)).toBe('2011-12-31 no clock (day) = 2011-12-31 = no instant');
  });

  it('stands between the 24:00 of the 29th, with its offset, and the 31st', () => {
    expect(reported('2011-12-29T24:00-10:00', apia)).toBe(
      '2011-12-29 24:00 (minute) = 2011-12-31T00:00+14:00 = 2011-12-30T10:00:00Z',
    );
    expect(timed('2011-12-31T00:00', apia) - timed('2011-12-29T23:59:59', apia)).toBe(1000);
  });

  it('existed elsewhere', () => {
    expect(reported('2011-12-30', shanghai)).toBe('2011-12-30 no clock (day) = 2011-12-30 = no instant');
  });
});
