import { describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, faultsIn, galaWith } from './testing.ts';

const inEntry = (fields: Record<string, string>): string => faultsIn(galaWith({ 'gala/a.md': anEntry(fields) }));

const inNewYork = (time: string): string =>
  faultsIn(
    galaWith({
      'gala/event.md': anEvent({ timezone: 'America/New_York', starts: '2019-01-01', ends: '2019-12-31' }),
      'gala/a.md': anEntry({ time }),
    }),
  );

describe('a time that cannot be read', () => {
  it('is shown with the line as it could be written', () => {
    expect(inEntry({ time: '2019-11-11 10:18' })).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error invalid-time
        Unexpected time "2019-11-11 10:18", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write 2019-11-11T10:18.
        > time: 2019-11-11T10:18
      1 error, 0 warnings"
    `);
  });

  it('keeps its quotes and its comment in the corrected line', () => {
    expect(inEntry({ time: '"2019/11/11 9:05 p.m." # local' })).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error invalid-time
        Unexpected time "2019/11/11 9:05 p.m.", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write 2019-11-11T21:05.
        > time: "2019-11-11T21:05" # local
      1 error, 0 warnings"
    `);
    expect(inEntry({ time: "'2019-11-11T10:18+0800'" })).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error invalid-time
        Unexpected time "2019-11-11T10:18+0800", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write 2019-11-11T10:18+08:00.
        > time: '2019-11-11T10:18+08:00'
      1 error, 0 warnings"
    `);
  });

  it('is shown without one where nobody can tell what was meant', () => {
    expect(inEntry({ time: 'Midnight' })).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error invalid-time
        Unexpected time "Midnight", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write the date as YYYY-MM-DD, then T24:00 for the midnight that ends the day, or T00:00 for the one that begins it.
      1 error, 0 warnings"
    `);
  });

  it('is a date that does not exist', () => {
    expect(inEntry({ time: '2019-02-30T10:00' })).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error invalid-time
        Unexpected date "2019-02-30", expected a day that exists.
        Correct the month or the day.
      1 error, 0 warnings"
    `);
  });

  it('is an hour that does not exist', () => {
    expect(inEntry({ time: '2019-11-11T24:01' })).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error invalid-time
        Unexpected time "24:01", expected 00:00 to 23:59:59, or 24:00.
        Correct the hour, minute or second.
      1 error, 0 warnings"
    `);
  });

  it('is found in corrections, withdrawals and the settings of the event, too', () => {
    expect(
      inEntry({
        corrections: '[{time: 2019-11-11 12:00, note: The sum}]',
        withdrawn: '\n  time: 2019-11-11T25:00\n  reason: Wrong',
      }),
    ).toMatchInlineSnapshot(`
      "gala/a.md:4:22 error invalid-time
        Unexpected time "2019-11-11 12:00", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write 2019-11-11T12:00.
        > corrections: [{time: 2019-11-11T12:00, note: The sum}]
      gala/a.md:6:9 error invalid-time
        Unexpected time "25:00", expected 00:00 to 23:59:59, or 24:00.
        Correct the hour, minute or second.
      2 errors, 0 warnings"
    `);
    expect(
      faultsIn(
        galaWith({
          'gala/event.md': anEvent({ starts: '2019-11-10T12', ends: '2019-11-31', 'counts-from': '2019-11-11T0:00' }),
        }),
      ),
    ).toMatchInlineSnapshot(`
      "gala/event.md:5:9 error invalid-time
        Unexpected time "2019-11-10T12", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write 2019-11-10T12:00.
        > starts: 2019-11-10T12:00
      gala/event.md:6:7 error invalid-time
        Unexpected date "2019-11-31", expected a day that exists.
        Correct the month or the day.
      gala/event.md:8:14 error invalid-time
        Unexpected time "2019-11-11T0:00", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write 2019-11-11T00:00.
        > counts-from: 2019-11-11T00:00
      3 errors, 0 warnings"
    `);
  });
});

describe('a time that the clocks of the event did not show once', () => {
  it('is one that they skipped', () => {
    expect(inNewYork('2019-03-10T02:30')).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error nonexistent-time
        Unexpected time "2019-03-10T02:30", expected an offset: clocks in America/New_York skipped this time.
        Write 2019-03-10T02:30-05:00 if the clock had not been changed yet, or 2019-03-10T02:30-04:00 if it had.
      1 error, 0 warnings"
    `);
  });

  it('is one that they showed twice', () => {
    expect(inNewYork('2019-11-03T01:30')).toMatchInlineSnapshot(`
      "gala/a.md:3:7 error ambiguous-time
        Unexpected time "2019-11-03T01:30", expected an offset: clocks in America/New_York showed this time twice.
        Write 2019-11-03T01:30-04:00 for the first, or 2019-11-03T01:30-05:00 for the second.
      1 error, 0 warnings"
    `);
  });

  it('is right as soon as the offset of the hint is there', () => {
    for (const time of ['2019-03-10T02:30-05:00', '2019-11-03T01:30-04:00', '2019-11-03T01:30-05:00'])
      expect(inNewYork(time)).toBe('0 errors, 0 warnings');
  });
});

describe('the day under which an entry is filed', () => {
  it('is a date', () => {
    const { archive, diagnostics } = readArchive(galaWith({ 'gala/a.md': anEntry({ day: '2019-11-10' }) }));
    expect(diagnostics).toEqual([]);
    expect(archive.events[0]?.entries[0]?.day).toBe('2019-11-10');
  });

  it('is no time', () => {
    expect(inEntry({ day: '2019-11-10T24:00' })).toMatchInlineSnapshot(`
      "gala/a.md:4:6 error invalid-time
        Unexpected "2019-11-10T24:00", expected a date alone, such as 2019-11-11.
        Write 2019-11-10.
        > day: 2019-11-10
      1 error, 0 warnings"
    `);
  });

  it('is written as dates are', () => {
    expect(inEntry({ day: '2019/11/10' })).toMatchInlineSnapshot(`
      "gala/a.md:4:6 error invalid-time
        Unexpected "2019/11/10", expected a date alone, such as 2019-11-11.
        Write 2019-11-10.
        > day: 2019-11-10
      1 error, 0 warnings"
    `);
    expect(inEntry({ day: '10.11.2019' })).toMatchInlineSnapshot(`
      "gala/a.md:4:6 error invalid-time
        Unexpected "10.11.2019", expected a date alone, such as 2019-11-11.
        Write 2019-11-10.
        > day: 2019-11-10
      1 error, 0 warnings"
    `);
  });

  it('exists', () => {
    expect(inEntry({ day: '2019-11-31' })).toMatchInlineSnapshot(`
      "gala/a.md:4:6 error invalid-time
        Unexpected date "2019-11-31", expected a day that exists.
        Correct the month or the day.
      1 error, 0 warnings"
    `);
  });
});
