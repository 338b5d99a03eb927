import { describe, expect, it } from 'vitest';
import { foldLine } from './lines.ts';
import { clockAt, isMidnight, mayHoldTime } from './written-clock.ts';

const shown = (text: string): string | undefined => {
  const line = foldLine(text);
  const found = mayHoldTime(line) ? clockAt(line, 0) : undefined;
  if (!found) return undefined;
  expect(found.end).toBe(line.length);
  const { hours, minutes, seconds } = found.clock;
  return [hours, minutes, seconds].filter((part) => part !== undefined).join(':');
};

it.each([
  ['11:40 p.m.', '23:40'],
  ['4:31:12 p.m.', '16:31:12'],
  ['06:28:00', '6:28:0'],
  ['12:29:45 a.m.', '0:29:45'],
  ['12:00 p.m.', '12:0'],
  ['12 AM', '0:0'],
  ['9pm', '21:0'],
  ['2:05\u202fPM', '14:5'],
  ['5:07 p. m.', '17:7'],
  ['２：０５ pm', '14:5'],
  ['14h05', '14:5'],
  ['14 h', '14:0'],
  ['14:05 Uhr', '14:5'],
  ['14.05 Uhr', '14:5'],
  ['9 Uhr', '9:0'],
  ['1405 hrs', undefined],
  ['下午2:05', '14:5'],
  ['上午12:05', '0:5'],
  ['오후 2시 5분', '14:5'],
  ['14時05分06秒', '14:5:6'],
  ['24:00', '24:0'],
  ['10:18:30.25', '10:18:30'],
  ['14.05 CEST', '14:5'],
])('reads %s', (text, time) => {
  expect(shown(text)).toBe(time);
});

it.each([
  '24:01',
  '25:00',
  '12:60',
  '10:18:60',
  '13:00 a.m.',
  '14.05',
  '9',
  '10:180',
  '11:40 p.m.x',
  '1:2',
  'Midnightly',
])('does not take %s for a time', (text) => {
  expect(shown(text)).toBeUndefined();
});

describe('a word for a time', () => {
  it.each([
    ['Midnight', 0],
    ['12 midnight', 0],
    ['NOON', 12],
    ['Mitternacht', 0],
    ['mediodía', 12],
    ['正午', 12],
  ])('is its label: %s', (label, hours) => {
    expect(clockAt(label, 0)?.clock).toEqual({ hours, minutes: 0, label, hasPeriod: false });
  });

  it('can have a zone', () => {
    expect(clockAt('Midnight EST', 0)?.clock).toMatchObject({ label: 'Midnight', zone: { offset: '-05:00' } });
  });
});

it('takes a time with a dot for one where a word announces it', () => {
  expect(clockAt('kl. 14.05', 4)?.clock).toMatchObject({ hours: 14, minutes: 5 });
  expect(clockAt('kapitel 14.05', 8)).toBeUndefined();
});

it('knows the midnights', () => {
  const isOne = (text: string): boolean | undefined => {
    const found = clockAt(text, 0);
    return found && isMidnight(found.clock);
  };
  expect(['Midnight', '00:00:00', '24:00', '12 a.m.'].map(isOne)).toEqual([true, true, true, true]);
  expect(['Noon', '00:00:01', '12:00'].map(isOne)).toEqual([false, false, false]);
});
