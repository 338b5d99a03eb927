import { describe, expect, it } from 'vitest';
import { emptyDate } from './slide.ts';
import { slideLabel, slideTime } from './slide-time.ts';

describe('the time of a slide', () => {
  it.each([
    [{ hour: '9' }, '2019-11-01T09:00'],
    [{ hour: '9', minute: '5' }, '2019-11-01T09:05'],
    [{ hour: '9', minute: '5', second: '7' }, '2019-11-01T09:05:07'],
    [{ hour: '24.0', minute: '0.0' }, '2019-11-01T24:00'],
    [{ minute: '5' }, '2019-11-01'],
    [{ year: '850' }, '0850-11-01'],
  ])('is as precise as it is written: %j', (parts, time) => {
    expect(slideTime({ ...emptyDate, year: '2019', month: '11', day: '1', ...parts })).toEqual({ time });
  });
});

describe('the label of a slide', () => {
  it.each(['November 1, 2019', 'Friday, 1st Nov. 2019 at 9:05 a.m.', '01/11/19 9:05AM', '09:05:07', '2019-11-01', ''])(
    'is none where the date says the same: %s',
    (shown) => {
      expect(slideLabel(shown, '2019-11-01T09:05:07')).toBeUndefined();
    },
  );

  it.each(['Early morning', 'November 2, 2019', 'Nov 1–3, 2019', '9:06', 'circa 2019', '11月1日'])(
    'is what the date does not say: %s',
    (shown) => {
      expect(slideLabel(shown, '2019-11-01T09:05:07')).toBe(shown);
    },
  );
});
