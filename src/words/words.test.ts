import { describe, expect, test } from 'vitest';
import { isMilestone } from '../core/archive.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import { formatElapsed } from './format-elapsed.ts';
import { formatAmount, isLong } from './format-figure.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

describe('dates', () => {
  test('are written in the language of the event, English without a region as abroad', () => {
    expect(en.date('2019-11-11', 'weekday')).toBe('Monday, 11 November 2019');
    expect(wordsIn('en-US').date('2019-11-11', 'weekday')).toBe('Monday, November 11, 2019');
    expect(wordsIn('de').date('2019-11-11', 'date')).toBe('11. November 2019');
    expect(wordsIn('zh').date('2019-11-11', 'weekday')).toBe('2019年11月11日星期一');
  });

  test('form a range, or stand alone where it is one day', () => {
    expect(en.dates('2019-11-10', '2019-11-11')).toBe('10–11 November 2019');
    expect(en.dates('1969-07-16', '1969-08-01')).toBe('16 July\u2009–\u20091 August 1969');
    expect(en.dates('2019-11-11', '2019-11-11')).toBe('11 November 2019');
  });

  test.each([
    ['ja', '2019年11月11日月曜日', '11月11日'],
    ['zh', '2019年11月11日星期一', '11月11日'],
    ['zh-Hant', '2019年11月11日星期一', '11月11日'],
    ['ko', '2019년 11월 11일 월요일', '11월 11일'],
  ])('have words in %s, in a range, too', (language, weekday, day) => {
    const words = wordsIn(language);
    expect(words.date('2019-11-11', 'weekday')).toBe(weekday);
    expect(words.date('2019-11-11', 'day')).toBe(day);
    expect(words.dates('2019-11-11', '2019-11-11')).toBe(words.date('2019-11-11', 'date'));
    for (const last of ['2019-11-12', '2019-12-01', '2020-01-01'])
      expect(words.dates('2019-11-11', last)).not.toContain('/');
  });

  test('of a range repeat in Chinese only what is another', () => {
    const zh = wordsIn('zh');
    expect(zh.dates('2019-11-10', '2019-11-11')).toBe('2019年11月10日–11日');
    expect(zh.dates('1969-07-16', '1969-08-01')).toBe('1969年7月16日–8月1日');
    expect(zh.dates('2019-12-31', '2020-01-01')).toBe('2019年12月31日–2020年1月1日');
  });

  test('have the digits of clocks and figures, unless a language asks for its own', () => {
    expect(wordsIn('ar-EG').date('2019-11-11', 'date')).toContain('2019');
    expect(wordsIn('fa').date('2019-11-11', 'date')).toContain('2019');
    expect(formatAmount(1_234.5, 'EUR', 'fa')).toContain('1,234.50');
    expect(wordsIn('fa-u-nu-arabext').date('2019-11-11', 'date')).toContain('۲۰۱۹');
  });

  test('do not follow the calendar of a locale that has another', () => {
    expect(wordsIn('th').date('2019-11-11', 'date')).toContain('2019');
  });
});

describe('zones', () => {
  test('are named with their offset at that time', () => {
    expect(en.zone('Asia/Shanghai', 1_573_401_600_000)).toBe('China Standard Time (Asia/Shanghai, UTC+08:00)');
    expect(en.zone('Europe/Berlin', Date.UTC(2019, 6, 1))).toBe(
      'Central European Summer Time (Europe/Berlin, UTC+02:00)',
    );
  });

  test('of an event are those of its coverage, both where the clocks were changed in it', () => {
    const zones = (starts: string, ends: string): string | undefined => {
      const event = anEvent({ timezone: 'Europe/Berlin', starts, ends, 'counts-from': '2019-01-01T00:00' });
      const [found] = readArchive(galaWith({ 'gala/event.md': event })).archive.events;
      return found && en.zones(found);
    };
    expect(zones('2019-07-01', '2019-07-02')).toBe('Central European Summer Time (Europe/Berlin, UTC+02:00)');
    expect(zones('2019-10-26', '2019-10-28')).toBe(
      'Central European Summer Time (Europe/Berlin, UTC+02:00), later Central European Standard Time (Europe/Berlin, UTC+01:00)',
    );
  });

  test('of a long event are those of its summer, too', () => {
    const starts = { precision: 'day', date: '2019-01-01', datetime: '2019-01-01' } as const;
    const ends = { precision: 'day', date: '2019-12-31', datetime: '2019-12-31' } as const;
    expect(en.zones({ timezone: 'Europe/Berlin', starts, ends })).toBe(
      'Central European Standard Time (Europe/Berlin, UTC+01:00), later Central European Summer Time (Europe/Berlin, UTC+02:00)',
    );
    expect(en.zones({ timezone: 'Asia/Shanghai', starts, ends })).toBe(
      'China Standard Time (Asia/Shanghai, UTC+08:00)',
    );
  });

  test('that Intl knows only by offset are named once', () => {
    expect(en.zone('America/New_York', Date.UTC(1969, 6, 16))).toBe('America/New York (UTC−04:00)');
  });
});

describe('figures', () => {
  test.each([
    [10e9, 'USD', 'en', 'US$10 billion'],
    [91.2e9, 'CNY', 'en', 'CN¥91.2 billion'],
    [38.4e9, 'USD', 'de', '38,4 Milliarden\u00a0$'],
    [38.4e9, 'USD', 'zh', 'US$384亿'],
    [1_234.5, 'EUR', 'en', '€1,234.50'],
    [7.5, 'EUR', 'de', '7,50\u00a0€'],
    [7.5, 'km', 'en', '7.5 km'],
    [71.4, '%', 'en', '71.4%'],
    [71.4, '%', 'de', '71,4\u00a0%'],
    [-3, '%', 'fr', '−3\u00a0%'],
    [1_234.5, '%', 'tr', '%1.234,5'],
    [7.125, 'EUR', 'en', '€7.125'],
    [1_250_000, 'EUR', 'en', '€1.25 million'],
    [10e9, 'USD', 'ar', '\u200f10 مليار\u00a0US$\u200e'],
    [1.25e6, 'orders', 'en', '1.25 million orders'],
    [999_999, 'orders', 'en', '999,999 orders'],
    [0, 'goals', 'en', '0 goals'],
    [1, 'seats', 'en', '1 seat'],
    [-1, 'countries', 'en', '−1 country'],
    [1, 'seats won back', 'en', '1 seats won back'],
    [1, 'lost matches', 'en-US', '1 lost match'],
    [1, 'people', 'en', '1 person'],
    [1, 'series', 'en', '1 series'],
    [1, 'buses', 'en', '1 bus'],
    [1, 'houses', 'en', '1 house'],
    [1.5, 'seats', 'en', '1.5 seats'],
    [1, 'km', 'en', '1 km'],
    [1, 's', 'en', '1 s'],
    [1, 'seat', 'en', '1 seat'],
    [1, 'Sitze', 'de', '1 Sitze'],
    [-3.5e6, 'EUR', 'en', '−€3.5 million'],
    [1e12, 'JPY', 'en', 'JP¥1 trillion'],
    [12_345_678_901, 'USD', 'en', 'US$12,345,678,901'],
    [268_432_112_345.12, 'CNY', 'en', 'CN¥268,432,112,345.12'],
    [1_999_999_999.99, 'USD', 'en', 'US$1,999,999,999.99'],
    [1_234_000, 'USD', 'en', 'US$1.234 million'],
    [0.0000001, 'USD', 'en', 'US$0.0000001'],
  ])('%d %s in %s is %s', (amount, unit, language, text) => {
    expect(formatAmount(amount, unit, language)).toBe(text);
  });
});

test('a figure is long where a part of it would be broken on a phone', () => {
  expect(['US$38.4 billion', 'CN¥268.4 billion', '1,234,567'].map(isLong)).toEqual([false, false, false]);
  expect(['US$8,000,300,000', '12.345.678.901 €'].map(isLong)).toEqual([true, true]);
});

describe('spans of time', () => {
  test.each([
    [68_000, 'second', '1 min 8 s'],
    [3_692_000, 'second', '1 h 1 min 32 s'],
    [3_692_000, 'minute', '1 h 1 min'],
    [703_115_000, 'second', '8 d 3 h 18 min 35 s'],
    [0, 'second', '0 s'],
    [30_000, 'minute', '0 min'],
    [-38_760_000, 'minute', '−10 h 46 min'],
  ] as const)('%d ms to the %s is %s', (span, precision, text) => {
    expect(formatElapsed(span, precision, en.texts)).toBe(text);
  });

  test('have the units of the language', () => {
    expect(wordsIn('zh').elapsed(3_692_000, 'second').text).toBe('1小时1分32秒');
    expect(wordsIn('zh').elapsed(0, 'minute').text).toBe('0分');
    expect(wordsIn('de').elapsed(3_692_000, 'minute').text).toBe('1 h 1 min');
  });

  test('are given to machines as ISO 8601 durations', () => {
    expect(en.elapsed(703_115_000, 'second').datetime).toBe('P8DT3H18M35S');
    expect(en.elapsed(0, 'second').datetime).toBe('PT0S');
  });
});

describe('the time of an entry', () => {
  const timeOf = (fields: Record<string, string>, event: Record<string, string> = {}): string | undefined => {
    const { archive } = readArchive(galaWith({ 'gala/a.md': anEntry(fields), 'gala/event.md': anEvent(event) }));
    const [entry] = archive.events[0]?.entries ?? [];
    return entry && en.time(entry);
  };

  test('is its clock as precise as it was written, or its label', () => {
    expect(timeOf({ time: '2019-11-11T10:18' })).toBe('10:18');
    expect(timeOf({ time: '2019-11-11T06:28:00' })).toBe('06:28:00');
    expect(timeOf({ time: '2019-11-11T24:00' })).toBe('24:00');
    expect(timeOf({ time: '2019-11-11T24:00', label: 'Midnight' })).toBe('Midnight');
  });

  test('is empty where it is not known', () => {
    expect(timeOf({ time: '2019-11-11' })).toBe('');
  });

  test('says its offset where clocks showed it twice', () => {
    const berlin = { timezone: 'Europe/Berlin', starts: '2019-10-26', ends: '2019-10-28' };
    expect(timeOf({ time: '2019-10-27T02:30+02:00' }, berlin)).toBe('02:30 UTC+2');
    expect(timeOf({ time: '2019-10-27T02:30:10+01:00' }, berlin)).toBe('02:30:10 UTC+1');
    expect(timeOf({ time: '2019-10-27T03:00' }, berlin)).toBe('03:00');
  });

  test('says its date where that is not the event day', () => {
    expect(timeOf({ time: '2019-11-11T01:11:13' }, { 'day-starts-at': '"04:00"' })).toBe('11 November, 01:11:13');
  });
});

describe('a milestone', () => {
  const metrics =
    '{gmv: {title: GMV, unit: USD, rates: {CNY: 6.99}, references: [{name: "2015", value: {CNY: 91.2e9}}]}}';
  const said = (milestone: string, time = '2019-11-11T01:01:32') => {
    const event = anEvent({ metrics, 'counts-from': '2019-11-11T00:00' });
    const { archive } = readArchive(galaWith({ 'gala/a.md': anEntry({ time, milestone }), 'gala/event.md': event }));
    const [entry] = archive.events[0]?.entries ?? [];
    return entry && isMilestone(entry) ? en.milestone(entry) : undefined;
  };
  const sinceStart = (text: string, datetime: string) => ({
    text,
    datetime,
    since: 'since the start',
    alone: text,
    isBefore: false,
  });
  const elapsed = sinceStart('1 h 1 min 32 s', 'PT1H1M32S');

  test('with a value in the main unit shows it, and other units beside it', () => {
    expect(said('{metric: gmv, value: {USD: 38.4e9, CNY: 268.4e9}}')).toEqual({
      kind: 'value',
      headline: 'US$38.4 billion',
      others: ['CN¥268.4 billion'],
      surpasses: [],
      metric: 'GMV',
      elapsed,
    });
  });

  test('with a value in another unit shows that, and says about how much it is', () => {
    expect(said('{metric: gmv, value: {CNY: 91.2e9}, surpasses: ["2015"]}')).toEqual({
      kind: 'value',
      headline: 'CN¥91.2 billion',
      converted: 'US$13 billion',
      others: [],
      surpasses: ['2015'],
      metric: 'GMV',
      elapsed,
    });
  });

  test('without a value shows what it surpassed', () => {
    expect(said('{metric: gmv, surpasses: ["2015"]}')).toEqual({
      kind: 'surpassed',
      headline: 'Past 2015',
      others: [],
      surpasses: ['2015'],
      metric: 'GMV',
      elapsed,
    });
  });

  test('without either shows the time since the start, which the start itself has none of', () => {
    expect(said('true')).toEqual({ kind: 'elapsed', headline: '1 h 1 min 32 s', others: [], surpasses: [], elapsed });
    expect(said('true', '2019-11-11T00:00:00')).toEqual({
      kind: 'moment',
      others: [],
      surpasses: [],
      elapsed: sinceStart('0 s', 'PT0S'),
    });
    expect(said('true', '2019-11-11')).toEqual({ kind: 'moment', others: [], surpasses: [] });
  });

  test('before the start says so, without a minus sign', () => {
    expect(said('true', '2019-11-10T21:00')).toMatchObject({
      headline: '3 h',
      elapsed: { text: '3 h', since: 'before the start', alone: '3 h before the start', datetime: 'PT3H' },
    });
  });
});
