import { describe, expect, test } from 'vitest';
import { en } from '../words/languages/en.ts';
import { zhHans } from '../words/languages/zh-hans.ts';
import { ownTime, timeSinceStart } from './time-text.ts';

const style = {
  ...en,
  language: 'en',
  beforeStart: ' before the start',
  start: Date.parse('2019-11-11T00:00:00+08:00'),
};

describe("a reader's own time", () => {
  test('is as precise as the time was written', () => {
    expect(ownTime('2019-11-11T10:18+08:00', '2019-11-11', style, 'Europe/Berlin')).toBe('03:18');
    expect(ownTime('2019-11-11T10:04:49+08:00', '2019-11-11', style, 'Europe/Berlin')).toBe('03:04:49');
    expect(ownTime('2019-11-11T08:00+08:00', '2019-11-11', style, 'UTC')).toBe('00:00');
  });

  test('has the date before it where that is not the day under which it stands', () => {
    expect(ownTime('2019-11-11T00:01:08+08:00', '2019-11-11', style, 'Europe/Berlin')).toBe('10 Nov, 17:01:08');
    expect(ownTime('2019-11-12T00:00+08:00', '2019-11-11', style, 'Asia/Tokyo')).toBe('12 Nov, 01:00');
  });

  test('alone has its whole date, in the language of the page', () => {
    expect(ownTime('2019-11-11T10:18+08:00', undefined, style, 'UTC')).toBe('Monday, 11 November 2019, 02:18');
    const chinese = { ...zhHans, language: 'zh', beforeStart: '（开始前）', start: 0 };
    expect(ownTime('2019-11-11T10:18+08:00', undefined, chinese, 'UTC')).toBe('2019年11月11日星期一，02:18');
  });
});

test('the time since the start is as precise as the time was written, and says what was before it', () => {
  expect(timeSinceStart('2019-11-11T01:01:32+08:00', style)).toBe('1 h 1 min 32 s');
  expect(timeSinceStart('2019-11-11T01:01+08:00', style)).toBe('1 h 1 min');
  expect(timeSinceStart('2019-11-10T23:00+08:00', style)).toBe('1 h before the start');
});
