import { describe, expect, it } from 'vitest';
import { ImportRefused } from '../live-blog.ts';
import { blocksIn } from './testing.ts';
import { notesOfTimes } from './time-notes.ts';

const notes = (...times: readonly string[]) =>
  notesOfTimes(blocksIn('2019-11-11', ...times.flatMap((time) => [time, 'x'])).blocks);

describe('a zone that can be several', () => {
  it('leaves times to the clocks of the event, and a note says so', () => {
    expect(notes('2:05 PM IST', '1:00 PM IST', 'Midnight')).toEqual([
      '"IST" can mean several zones, so the times are read by the clocks of the event. Say which zone that is with --timezone, unless the event has one already.',
    ]);
  });

  it.each([['2:05 PM EDT'], ['2:05 PM ET']])('is refused beside another one: %s', (other) => {
    expect(() => notes(other, '2:05 PM CST')).toThrow(ImportRefused);
  });

  it('is refused with its line and how to fix it', () => {
    expect(() => notes('2:05 PM EDT', '1:00 PM CST')).toThrow(
      new ImportRefused(
        'Unexpected zone "CST" in "1:00 PM CST" in line 4, expected one that has one meaning only, because other times have other zones. Write the offset instead of it, such as 14:05 +05:30.',
      ),
    );
  });
});

it('says where some times have a zone and others none', () => {
  expect(notes('2:05 PM EDT', '1:00 PM')).toEqual([
    'Line 4 has a time without a zone, others have one. Those without are read by the clocks of the event.',
  ]);
  expect(notes('2:05 PM EDT', '1:00 PM PDT')).toEqual([]);
});

it('says which times have neither a.m. nor p.m. where others have', () => {
  expect(notes('2:05 PM', '9:30', '06:28:00', '21:30', '0:30', 'Noon')).toEqual([
    'Lines 4 and 6 have times without a.m. or p.m., while others have it: read as a 24-hour clock has it.',
  ]);
  expect(notes('14:05', '9:30')).toEqual([]);
});
