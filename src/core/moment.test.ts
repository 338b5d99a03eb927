import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstInstant, lastInstant, type Moment, parseMoment } from './moment.ts';
import { instantOf, reported, timed } from './testing.ts';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';
const saoPaulo = 'America/Sao_Paulo';

describe('precision', () => {
  it('gives a date alone neither a clock nor an instant', () => {
    expect(parseMoment('2019-11-11', shanghai)).toEqual({
      precision: 'day',
      date: '2019-11-11',
      datetime: '2019-11-11',
    });
  });

  it('keeps minutes as minutes', () => {
    expect(parseMoment('2019-11-11T10:18', shanghai)).toEqual({
      precision: 'minute',
      date: '2019-11-11',
      clock: '10:18',
      instant: instantOf('2019-11-11T02:18:00Z'),
      datetime: '2019-11-11T10:18+08:00',
    });
  });

  it('keeps seconds as seconds, even :00', () => {
    expect(reported('2019-11-11T10:04:49', shanghai)).toBe(
      '2019-11-11 10:04:49 (second) = 2019-11-11T10:04:49+08:00 = 2019-11-11T02:04:49Z',
    );
    expect(reported('2019-11-11T01:00:00', shanghai)).toBe(
      '2019-11-11 01:00:00 (second) = 2019-11-11T01:00:00+08:00 = 2019-11-10T17:00:00Z',
    );
  });
});

describe('hour 24', () => {
  const end = '= 2019-11-11T16:00:00Z';

  it('is the midnight that ends the date, and the 00:00 of the next day in datetime', () => {
    expect(reported('2019-11-11T24:00', shanghai)).toBe(`2019-11-11 24:00 (minute) = 2019-11-12T00:00+08:00 ${end}`);
    expect(reported('2019-11-11T24:00:00', shanghai)).toBe(
      `2019-11-11 24:00:00 (second) = 2019-11-12T00:00:00+08:00 ${end}`,
    );
  });

  it('is the same with the offset of the zone', () => {
    expect(parseMoment('2019-11-11T24:00+08:00', shanghai)).toEqual(parseMoment('2019-11-11T24:00', shanghai));
  });

  it('is the same with Z where the local day ends at that instant', () => {
    expect(reported('2019-11-11T24:00Z', 'Africa/Abidjan')).toBe(
      '2019-11-11 24:00 (minute) = 2019-11-12T00:00+00:00 = 2019-11-12T00:00:00Z',
    );
  });

  it('is an ordinary local time with Z or another offset where the local day does not end at that instant', () => {
    expect(reported('2019-11-11T24:00Z', shanghai)).toBe(
      '2019-11-12 08:00 (minute) = 2019-11-12T08:00+08:00 = 2019-11-12T00:00:00Z',
    );
    expect(reported('2019-11-11T24:00:00+09:00', shanghai)).toBe(
      '2019-11-11 23:00:00 (second) = 2019-11-11T23:00:00+08:00 = 2019-11-11T15:00:00Z',
    );
  });

  it('ends months, leap days and years', () => {
    expect(reported('2020-02-29T24:00', shanghai)).toBe(
      '2020-02-29 24:00 (minute) = 2020-03-01T00:00+08:00 = 2020-02-29T16:00:00Z',
    );
    expect(reported('2019-12-31T24:00', shanghai)).toBe(
      '2019-12-31 24:00 (minute) = 2020-01-01T00:00+08:00 = 2019-12-31T16:00:00Z',
    );
  });

  it('comes one second after 23:59:59', () => {
    expect(timed('2019-11-11T24:00', shanghai) - timed('2019-11-11T23:59:59', shanghai)).toBe(1000);
  });

  it('is 24:00 and nothing beyond', () => {
    for (const clock of ['24:01', '24:00:01', '25:00', '12:60', '23:59:60', '99:99'])
      expect(parseMoment(`2019-11-11T${clock}`, shanghai)).toEqual({
        rule: 'invalid-time',
        message: `Unexpected time "${clock}", expected 00:00 to 23:59:59, or 24:00`,
        hint: 'Correct the hour, minute or second.',
      });
  });
});

describe('offsets', () => {
  it('mean an instant, which is then given in the zone of the event', () => {
    expect(reported('1969-07-16T13:32:00Z', newYork)).toBe(
      '1969-07-16 09:32:00 (second) = 1969-07-16T09:32:00-04:00 = 1969-07-16T13:32:00Z',
    );
    expect(reported('2019-11-11T02:00-05:30', shanghai)).toBe(
      '2019-11-11 15:30 (minute) = 2019-11-11T15:30+08:00 = 2019-11-11T07:30:00Z',
    );
  });

  it('can move a time to another date', () => {
    expect(reported('2019-11-10T20:00Z', shanghai)).toBe(
      '2019-11-11 04:00 (minute) = 2019-11-11T04:00+08:00 = 2019-11-10T20:00:00Z',
    );
  });

  it('end at 23:59', () => {
    expect(reported('2019-11-11T12:00+23:59', shanghai)).toBe(
      '2019-11-10 20:01 (minute) = 2019-11-10T20:01+08:00 = 2019-11-10T12:01:00Z',
    );
    for (const offset of ['+24:00', '-99:00', '+08:60'])
      expect(parseMoment(`2019-11-11T12:00${offset}`, shanghai)).toEqual({
        rule: 'invalid-time',
        message: `Unexpected offset "${offset}", expected -23:59 to +23:59`,
        hint: 'Correct the offset.',
      });
  });
});

describe('other years', () => {
  it('give UTC as datetime where local mean time has an offset of no whole minutes', () => {
    expect(reported('1890-05-01T12:00', shanghai)).toBe(
      '1890-05-01 12:00 (minute) = 1890-05-01T03:54:17Z = 1890-05-01T03:54:17Z',
    );
    expect(reported('1890-05-01T24:00', shanghai)).toBe(
      '1890-05-01 24:00 (minute) = 1890-05-01T15:54:17Z = 1890-05-01T15:54:17Z',
    );
  });

  it('are read by the rules of their own time', () => {
    expect(reported('1969-07-20T22:56:15', newYork)).toBe(
      '1969-07-20 22:56:15 (second) = 1969-07-20T22:56:15-04:00 = 1969-07-21T02:56:15Z',
    );
    expect(reported('1988-07-01T12:00', shanghai)).toBe(
      '1988-07-01 12:00 (minute) = 1988-07-01T12:00+09:00 = 1988-07-01T03:00:00Z',
    );
    expect(reported('2019-11-11T00:01:08', shanghai)).toBe(
      '2019-11-11 00:01:08 (second) = 2019-11-11T00:01:08+08:00 = 2019-11-10T16:01:08Z',
    );
  });
});

describe('dates that no calendar has', () => {
  it('are those beyond the years of four digits, by the clocks of the event', () => {
    for (const text of ['9999-12-31T24:00', '9999-12-31T20:00Z', '0001-01-01T00:30+20:00', '0001-01-01T00:00+14:00'])
      expect(parseMoment(text, 'Asia/Shanghai')).toEqual({
        rule: 'invalid-time',
        message: `Unexpected time "${text}", expected one that is in the years 0001 to 9999 where the event is`,
        hint: 'Correct the date.',
      });
    for (const text of ['9999-12-31T23:59:59', '9999-12-31T15:00Z', '0001-01-01T00:00', '9999-12-31', '0001-01-01'])
      expect(parseMoment(text, 'Asia/Shanghai')).not.toHaveProperty('rule');
  });

  it.each(['2019-02-30', '2019-02-29', '2019-13-01', '2019-00-10', '2019-11-00', '2019-11-31', '0000-01-01'])(
    'are refused, alone and with a time: %s',
    (date) => {
      const problem = {
        rule: 'invalid-time',
        message: `Unexpected date "${date}", expected a day that exists`,
        hint: 'Correct the month or the day.',
      };
      expect(parseMoment(date, shanghai)).toEqual(problem);
      expect(parseMoment(`${date}T10:00`, shanghai)).toEqual(problem);
    },
  );

  it('are not those of leap years', () => {
    expect(reported('2020-02-29', shanghai)).toBe('2020-02-29 no clock (day) = 2020-02-29 = no instant');
  });
});

describe('the instants that a moment bounds', () => {
  it('are those of its whole day where only the date is known', () => {
    const day = parseMoment('2018-11-04', saoPaulo) as Moment;
    expect(firstInstant(day, saoPaulo)).toBe(instantOf('2018-11-04T03:00:00Z'));
    expect(lastInstant(day, saoPaulo)).toBe(instantOf('2018-11-05T02:00:00Z'));
  });

  it('are its own where it has one', () => {
    const moment = parseMoment('2019-11-11T24:00', shanghai) as Moment;
    expect(firstInstant(moment, shanghai)).toBe(instantOf('2019-11-11T16:00:00Z'));
    expect(lastInstant(moment, shanghai)).toBe(instantOf('2019-11-11T16:00:00Z'));
  });
});

it('no file of the core uses Date, the clock or the zone of the machine', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  expect(sources).toContain('moment.ts');
  for (const name of sources)
    expect(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'), name).not.toMatch(
      /\bnew Date\b|\bDate[.(]|\bTemporal\.Now\b|\bprocess\b|\bDateTimeFormat\(\)|\btoLocale\w+\(\)/,
    );
});
