import { describe, expect, test } from 'vitest';
import { instantOf } from '../core/testing.ts';
import { framesFor } from './frames.ts';
import { localMarks } from './local-marks.ts';
import { timeSpan } from './time-span.ts';
import { timeTicks } from './time-ticks.ts';

const spanOf = (from: string, until: string) => [instantOf(from), instantOf(until)] as const;
const ticksOf = (from: string, until: string, zone: string, language = 'en', step: 'narrow' | 'wide' = 'wide') =>
  timeTicks({ span: spanOf(from, until), zone, language }, framesFor.full, 30)
    .filter(({ shown }) => shown.includes(step))
    .map(({ text, within }) => (within === undefined ? text : `${text} (${within})`));

describe('marks of time', () => {
  test('are full hours by the clocks of the place, of which one is skipped when they go forward', () => {
    expect(ticksOf('2024-03-10T06:00:00Z', '2024-03-10T10:00:00Z', 'America/New_York')).toEqual([
      '01:00 (10 March 2024)',
      '01:30',
      '03:00',
      '03:30',
      '04:00',
      '04:30',
      '05:00',
      '05:30',
      '06:00',
    ]);
  });

  test('are midnights as they were, before and after clocks went back', () => {
    const marks = localMarks(
      spanOf('2019-10-26T12:00:00Z', '2019-10-29T00:00:00Z'),
      { unit: 'day', every: 1 },
      'Europe/Berlin',
    );
    expect(marks.map(String)).toEqual([
      '2019-10-27T00:00:00+02:00[Europe/Berlin]',
      '2019-10-28T00:00:00+01:00[Europe/Berlin]',
      '2019-10-29T00:00:00+01:00[Europe/Berlin]',
    ]);
  });

  test('leave out a day that the calendar of a place skipped, and begin one late that had no midnight', () => {
    const days = (from: string, until: string, zone: string) =>
      localMarks(spanOf(from, until), { unit: 'day', every: 1 }, zone).map((mark) => mark.toPlainDateTime().toString());
    expect(days('2011-12-29T12:00:00Z', '2012-01-01T00:00:00Z', 'Pacific/Apia')).toEqual([
      '2011-12-31T00:00:00',
      '2012-01-01T00:00:00',
    ]);
    expect(days('2018-11-03T12:00:00Z', '2018-11-05T00:00:00Z', 'America/Sao_Paulo')).toEqual(['2018-11-04T01:00:00']);
  });

  test('of minutes, of days, of months and of years are as many as can be read', () => {
    expect(ticksOf('2024-03-10T06:00:00Z', '2024-03-10T06:02:00Z', 'UTC', 'en', 'narrow')).toEqual([
      '06:00 (10 March 2024)',
      '06:01',
      '06:02',
    ]);
    expect(ticksOf('2024-03-10T06:00:00Z', '2024-03-10T06:00:40Z', 'UTC', 'en', 'narrow')[1]).toBe('06:00:15');
    expect(ticksOf('2024-01-20T00:00:00Z', '2024-03-10T00:00:00Z', 'UTC')).toEqual([
      '20 (January 2024)',
      '27',
      '3 (February 2024)',
      '10',
      '17',
      '24',
      '2 (March 2024)',
      '9',
    ]);
    expect(ticksOf('2023-05-01T00:00:00Z', '2024-05-01T00:00:00Z', 'UTC', 'en', 'narrow')).toEqual([
      'Jul (2023)',
      'Oct',
      'Jan (2024)',
      'Apr',
    ]);
    expect(ticksOf('1990-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 'UTC', 'en', 'narrow')).toEqual([
      '1990',
      '2000',
      '2010',
    ]);
    expect(ticksOf('0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z', 'America/New_York')).toEqual([
      '2000',
      '4000',
      '6000',
      '8000',
    ]);
  });

  test('say by its short name that another month begins, where there is no room for more', () => {
    const frames = { ...framesFor.full, narrow: { ...framesFor.full.narrow, width: 330 } };
    const ticks = timeTicks(
      { span: spanOf('2026-07-01T00:00:00Z', '2026-09-20T00:00:00Z'), zone: 'UTC', language: 'en' },
      frames,
      30,
    );
    const narrow = ticks.filter(({ shown }) => shown.includes('narrow'));
    expect(narrow.flatMap(({ within = [] }) => within)).toEqual(['July 2026', 'August 2026', 'Sept']);
  });

  test('call the midnight that ends a span 24:00, in any language', () => {
    expect(ticksOf('2019-11-10T16:00:00Z', '2019-11-11T16:00:00Z', 'Asia/Shanghai', 'de', 'narrow')).toEqual([
      '00:00 (11. November 2019)',
      '06:00',
      '12:00',
      '18:00',
      '24:00',
    ]);
  });
});

describe('the span of a chart', () => {
  const event = {
    timezone: 'Asia/Shanghai',
    countsFrom: instantOf('2019-11-10T16:00:00Z'),
    ends: {
      precision: 'minute',
      date: '2019-11-11',
      clock: '24:00',
      instant: instantOf('2019-11-11T16:00:00Z'),
      datetime: '',
    },
  } as const;
  const at = (...times: readonly string[]) => times.map((time) => instantOf(`2019-11-${time}Z`));

  test('is the time of the event, from where it counts to the end of coverage', () => {
    expect(timeSpan(event, at('10T20:00', '11T10:00'))).toEqual([event.countsFrom, event.ends.instant]);
    expect(timeSpan(event, at('10T20:00'))).toEqual([event.countsFrom, event.ends.instant]);
    expect(timeSpan(event, [])).toEqual([event.countsFrom, event.ends.instant]);
  });

  test('holds values before and after it', () => {
    expect(timeSpan(event, at('10T10:00', '12T10:00'))).toEqual(at('10T10:00', '12T10:00'));
  });

  test('is that of the values, with a margin, where they would fill less than a sixth of it', () => {
    expect(timeSpan(event, at('10T20:00', '10T22:00'))).toEqual(at('10T19:50', '10T22:10'));
  });

  test('is of whole milliseconds, whatever its length is divided by', () => {
    const [from, until] = timeSpan(event, at('10T20:00:00', '10T20:10:01'));
    expect([from, until]).toEqual(at('10T19:59:09.916', '10T20:10:51.084'));
    expect(timeTicks({ span: [from, until], zone: 'Asia/Shanghai', language: 'en' }, framesFor.full, 30)).not.toEqual(
      [],
    );
  });

  test('is never nothing', () => {
    const ends = { ...event.ends, instant: event.countsFrom };
    expect(timeSpan({ ...event, ends }, [event.countsFrom])).toEqual(at('10T15:00', '10T17:00'));
  });
});
