import { describe, expect, test } from 'vitest';
import type { Moment } from '../core/moment.ts';
import { describeParts } from './describe-parts.ts';

const entry = (day: string, clock?: string, offset = '+01:00', isRepeated = false) => {
  const moment: Moment = {
    date: day,
    datetime: clock === undefined ? day : `${day}T${clock}${offset}`,
    precision: clock === undefined ? 'day' : 'minute',
    ...(clock !== undefined && { clock, instant: 0 }),
    ...(isRepeated && { isRepeated }),
  };
  return { day, moment };
};

const partsOf = (...lists: readonly (readonly ReturnType<typeof entry>[])[]) =>
  lists.map((items, index) => ({ number: index + 1, of: lists.length, items }));

describe('the parts of a day', () => {
  test('are called by their hours, to the minute', () => {
    const parts = partsOf(
      [entry('2024-05-01', '08:00'), entry('2024-05-01', '09:39:59')],
      [entry('2024-05-01', '09:40'), entry('2024-05-01', '24:00')],
    );
    expect(describeParts(parts, 'en', 'day')).toEqual(['08:00–09:39', '09:40–24:00']);
  });

  test('are called by the hours that are known, where some are not, and by one where there is one', () => {
    const parts = partsOf(
      [entry('2024-05-01'), entry('2024-05-01', '08:00'), entry('2024-05-01', '09:00')],
      [entry('2024-05-01', '09:01'), entry('2024-05-01')],
    );
    expect(describeParts(parts, 'de', 'day')).toEqual(['08:00–09:00', '09:01']);
  });

  test('are called by their numbers where hours do not tell them apart, or are not known', () => {
    const hour = [entry('2024-05-01', '08:00'), entry('2024-05-01', '08:00:30')];
    expect(describeParts(partsOf(hour, hour), 'en', 'day')).toEqual(['part 1', 'part 2']);
    expect(describeParts(partsOf(hour, [entry('2024-05-01')]), 'de', 'day')).toEqual(['Teil 1', 'Teil 2']);
  });

  test('say which of two hours they mean where clocks were put back', () => {
    const parts = partsOf(
      [entry('2024-10-27', '01:00', '+02:00'), entry('2024-10-27', '02:30', '+02:00', true)],
      [entry('2024-10-27', '02:30', '+01:00', true), entry('2024-10-27', '04:00')],
    );
    expect(describeParts(parts, 'en', 'day')).toEqual(['01:00–02:30 UTC+2', '02:30 UTC+1–04:00']);
  });

  test('need no name where there is one', () => {
    expect(describeParts(partsOf([entry('2024-05-01', '08:00')]), 'en', 'day')).toEqual(['']);
  });
});

test('the parts of a list of several days are called by their days and hours', () => {
  const parts = partsOf(
    [entry('2024-05-01', '08:00'), entry('2024-05-01', '12:00')],
    [entry('2024-05-01', '12:01'), entry('2024-05-02', '06:00')],
    [entry('2024-05-02'), entry('2025-01-03', '10:00')],
  );
  expect(describeParts(parts, 'en', 'days')).toEqual([
    '1 May, 08:00–12:00',
    '1 May, 12:01 – 2 May, 06:00',
    '2 May 2024 – 3 January 2025, 10:00',
  ]);
  expect(describeParts(parts, 'zh-Hans', 'days')[1]).toBe('5月1日，12:01 – 5月2日，06:00');
});
