import { describe, expect, it } from 'vitest';
import type { Event } from './archive.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, faultsIn, galaWith } from './testing.ts';

const faultsOf = (fields: Record<string, string>, entries: Record<string, string> = {}): string =>
  faultsIn(
    galaWith({
      'gala/event.md': anEvent(fields),
      ...Object.fromEntries(Object.entries(entries).map(([name, time]) => [`gala/${name}`, anEntry({ time })])),
    }),
  );

describe('the zone of an event', () => {
  it('is reported with the one that was meant', () => {
    expect(faultsOf({ timezone: 'Asia/Shanghia' })).toMatchInlineSnapshot(`
      "gala/event.md:4:11 error invalid-value
        Unexpected text "Asia/Shanghia" in "timezone", expected the IANA name of a zone, such as Asia/Shanghai.
        Did you mean "Asia/Shanghai"?
        > timezone: Asia/Shanghai
      1 error, 0 warnings"
    `);
    expect(faultsOf({ timezone: '"america/new_york"' })).toMatchInlineSnapshot(`
      "gala/event.md:4:11 error invalid-value
        Unexpected text "america/new_york" in "timezone", expected the IANA name of a zone, such as Asia/Shanghai.
        Did you mean "America/New_York"?
        > timezone: "America/New_York"
      1 error, 0 warnings"
    `);
  });

  it('is no offset, no city alone, no abbreviation', () => {
    expect(faultsOf({ timezone: '+08:00' })).toMatchInlineSnapshot(`
      "gala/event.md:4:11 error invalid-value
        Unexpected text "+08:00" in "timezone", expected the IANA name of a zone, such as Asia/Shanghai.
        +08:00 is an offset and does not say when clocks change: write the zone of the place, such as "Asia/Shanghai" or "Asia/Singapore" or "Australia/Perth".
      1 error, 0 warnings"
    `);
    expect(faultsOf({ timezone: 'CST' })).toMatchInlineSnapshot(`
      "gala/event.md:4:11 error invalid-value
        Unexpected text "CST" in "timezone", expected the IANA name of a zone, such as Asia/Shanghai.
        Several places call their time CST: write the zone of yours, such as "America/Chicago" or "Asia/Shanghai".
      1 error, 0 warnings"
    `);
    for (const zone of ['Mars/Olympus', '""', 'Nowhere', 'UTC+25'])
      expect(faultsOf({ timezone: zone })).toContain('  Write Continent/City, in the spelling of the tz database.\n');
  });

  it('that is suggested can be taken', () => {
    for (const zone of ['EST', 'Shanghai', '"new york"', 'EST5EDT', 'Central European Time']) {
      const corrected = /^ {2}> timezone: (.*)$/m.exec(faultsOf({ timezone: zone }))?.[1];
      expect(corrected, zone).toBeDefined();
      expect(faultsOf({ timezone: corrected ?? '' })).toBe('0 errors, 0 warnings');
    }
  });

  it('is left to the writer where several places have other clocks, which are named', () => {
    const hints = ['GMT', 'GMT+1', '"+01:00"', 'UTC-5', 'IST', 'CST'].map(
      (zone) => faultsOf({ timezone: zone }).split('\n')[2],
    );
    expect(hints).toMatchInlineSnapshot(`
      [
        "  Several places call their time GMT: write the zone of yours, such as "Europe/London" or "UTC".",
        "  GMT+1 is an offset and does not say when clocks change: write the zone of the place, such as "Europe/Berlin" or "Europe/Paris" or "Europe/Madrid".",
        "  +01:00 is an offset and does not say when clocks change: write the zone of the place, such as "Europe/Berlin" or "Europe/Paris" or "Europe/Madrid".",
        "  UTC-5 is an offset and does not say when clocks change: write the zone of the place, such as "America/New_York" or "America/Bogota" or "America/Cancun".",
        "  Several places call their time IST: write the zone of yours, such as "Asia/Kolkata" or "Europe/Dublin" or "Asia/Jerusalem".",
        "  Several places call their time CST: write the zone of yours, such as "America/Chicago" or "Asia/Shanghai".",
      ]
    `);
    for (const zone of ['CET', 'MEZ', 'CEST', 'CET/CEST', 'BST'])
      expect(faultsOf({ timezone: zone })).toMatch(/> timezone: Europe\/(?:Berlin|London)\n/);
  });

  it('may be an older name, a country, or UTC', () => {
    const zones = [
      'Asia/Calcutta',
      'UTC',
      'Etc/UTC',
      'America/Argentina/Buenos_Aires',
      'US/Eastern',
      'Japan',
      'Europe/Kiev',
    ];
    for (const zone of zones) expect(faultsOf({ timezone: zone }), zone).toBe('0 errors, 0 warnings');
  });
});

describe('the coverage of an event', () => {
  it('does not end before it starts', () => {
    expect(faultsOf({ starts: '2019-11-12', ends: '2019-11-11T24:00' })).toBe('0 errors, 0 warnings');
    expect(
      faultsOf({ starts: '2019-11-12T00:01', ends: '2019-11-11T24:00' }, { 'a.md': '2019-11-11' }),
    ).toMatchInlineSnapshot(`
      "gala/event.md:6:7 error invalid-coverage
        Unexpected end 2019-11-11T24:00, expected one after the start 2019-11-12T00:01.
        Correct "starts" or "ends".
      1 error, 0 warnings"
    `);
    for (const starts of ['2019-11-11', '2019-11-11T00:00'])
      expect(faultsOf({ starts, ends: '2019-11-10' })).toContain('expected one after the start');
  });

  it('may be a day or a moment', () => {
    expect(faultsOf({ starts: '2019-11-11', ends: '2019-11-11' }, { 'a.md': '2019-11-11T10:00' })).toBe(
      '0 errors, 0 warnings',
    );
    expect(faultsOf({ starts: '2019-11-11T10:00', ends: '2019-11-11T10:00' }, { 'a.md': '2019-11-11T10:00' })).toBe(
      '0 errors, 0 warnings',
    );
  });

  it('includes both of its ends, and days of which a part is in it', () => {
    expect(
      faultsOf(
        {},
        {
          'first.md': '2019-11-10T12:00',
          'first-day.md': '2019-11-10',
          'last.md': '2019-11-11T24:00',
          'last-day.md': '2019-11-11',
        },
      ),
    ).toBe('0 errors, 0 warnings');
  });

  it('is a warning for an entry that is filed under a day outside it', () => {
    const entry = anEntry({ time: '2019-11-11T10:00', day: '2091-11-11' });
    expect(faultsIn(galaWith({ 'gala/a.md': entry }))).toMatchInlineSnapshot(`
      "gala/a.md:4:6 warning outside-coverage
        Unexpected event day 2091-11-11 outside the coverage, expected 2019-11-10 12:00 to 2019-11-11 24:00.
        Correct "day", or "starts" and "ends" in event.md.
      0 errors, 1 warning"
    `);
  });

  it('is a warning for entries before and after it', () => {
    expect(
      faultsOf(
        {},
        {
          'a-before.md': '2019-11-10T11:59:59',
          'b-day-before.md': '2019-11-09',
          'c-after.md': '2019-11-12T00:00:01',
          'd-day-after.md': '2019-11-12',
        },
      ),
    ).toMatchInlineSnapshot(`
      "gala/a-before.md:3:7 warning outside-coverage
        Unexpected time 2019-11-10 11:59:59 before the coverage starts, expected 2019-11-10 12:00 to 2019-11-11 24:00.
        Correct "time", or "starts" and "ends" in event.md.
      gala/b-day-before.md:3:7 warning outside-coverage
        Unexpected time 2019-11-09 before the coverage starts, expected 2019-11-10 12:00 to 2019-11-11 24:00.
        Correct "time", or "starts" and "ends" in event.md.
      gala/c-after.md:3:7 warning outside-coverage
        Unexpected time 2019-11-12 00:00:01 after the coverage ends, expected 2019-11-10 12:00 to 2019-11-11 24:00.
        Correct "time", or "starts" and "ends" in event.md.
      gala/d-day-after.md:3:7 warning outside-coverage
        Unexpected time 2019-11-12 after the coverage ends, expected 2019-11-10 12:00 to 2019-11-11 24:00.
        Correct "time", or "starts" and "ends" in event.md.
      0 errors, 4 warnings"
    `);
  });

  it('in whole days includes every hour of them', () => {
    const days = { starts: '2019-11-10', ends: '2019-11-11' };
    expect(faultsOf(days, { 'a.md': '2019-11-10T00:00', 'b.md': '2019-11-11T24:00' })).toBe('0 errors, 0 warnings');
    expect(faultsOf(days, { 'b.md': '2019-11-12T00:00' })).toMatchInlineSnapshot(`
      "gala/b.md:3:7 warning outside-coverage
        Unexpected time 2019-11-12 00:00 after the coverage ends, expected 2019-11-10 to 2019-11-11.
        Correct "time", or "starts" and "ends" in event.md.
      0 errors, 1 warning"
    `);
  });
});

describe('a time in a file name', () => {
  it('is a warning where it is not that of the entry', () => {
    expect(
      faultsOf(
        {},
        {
          '1001-a.md': '2019-11-11T10:00',
          '2019-11-10-b.md': '2019-11-11',
          '2019-11-10-1000-c.md': '2019-11-11T10:00',
          '1000-d.md': '2019-11-11',
          '100030-e.md': '2019-11-11T10:00:31',
        },
      ),
    ).toMatchInlineSnapshot(`
      "gala/1000-d.md:3:7 warning file-time-disagrees
        Unexpected date 2019-11-11 without a time, expected 10:00 as in the file name.
        Correct "time", or rename the file; its slug stays the same.
      gala/100030-e.md:3:7 warning file-time-disagrees
        Unexpected time 2019-11-11 10:00:31, expected 10:00:30 as in the file name.
        Correct "time", or rename the file; its slug stays the same.
      gala/1001-a.md:3:7 warning file-time-disagrees
        Unexpected time 2019-11-11 10:00, expected 10:01 as in the file name.
        Correct "time", or rename the file; its slug stays the same.
      gala/2019-11-10-1000-c.md:3:7 warning file-time-disagrees
        Unexpected time 2019-11-11 10:00, expected 2019-11-10 10:00 as in the file name.
        Correct "time", or rename the file; its slug stays the same.
      gala/2019-11-10-b.md:3:7 warning file-time-disagrees
        Unexpected date 2019-11-11, expected 2019-11-10 as in the file name.
        Correct "time", or rename the file; its slug stays the same.
      0 errors, 5 warnings"
    `);
  });

  it('may be more or less precise than that of the entry', () => {
    expect(
      faultsOf(
        {},
        {
          '1000-a.md': '2019-11-11T10:00:31',
          '100031-b.md': '2019-11-11T10:00',
          '2019-11-11-c.md': '2019-11-11T10:00',
          '2400-d.md': '2019-11-11T24:00:00',
          '2019-11-10-2030-e.md': '2019-11-10T12:30Z',
          '2019-11-10-f.md': '2019-11-10T17:00Z',
        },
      ),
    ).toBe('0 errors, 0 warnings');
  });

  it('is not doubted where the zone of the event is not known', () => {
    expect(faultsOf({ timezone: 'Nowhere' }, { '1200-a.md': '2019-11-11T04:00Z' })).not.toContain(
      'file-time-disagrees',
    );
  });
});

describe('an event', () => {
  const eventOf = (fields: Record<string, string>, texts: Record<string, string> = {}): Event | undefined => {
    const { archive, diagnostics } = readArchive(galaWith({ 'gala/event.md': anEvent(fields), ...texts }));
    expect(diagnostics).toEqual([]);
    return archive.events[0];
  };

  it('counts from its start, unless it says otherwise', () => {
    const instantOf = (utc: string) => Temporal.Instant.from(utc).epochMilliseconds;
    expect(eventOf({})?.countsFrom).toBe(instantOf('2019-11-10T04:00Z'));
    expect(eventOf({ starts: '2019-11-10' })?.countsFrom).toBe(instantOf('2019-11-09T16:00Z'));
    expect(eventOf({ 'counts-from': '2019-11-11T00:00' })?.countsFrom).toBe(instantOf('2019-11-10T16:00Z'));
  });

  it('speaks the language of the archive, unless it has its own', () => {
    expect(eventOf({})?.language).toBe('en');
    expect(eventOf({ language: 'zh-Hans' })?.language).toBe('zh-Hans');
  });

  it('has its hero by a path from event.md', () => {
    expect(
      eventOf({ hero: '{picture: ../shared/./stage.png, alt: A stage, caption: At night | Ada Moon}' })?.hero,
    ).toEqual({
      file: 'shared/stage.png',
      alt: 'A stage',
      caption: { file: 'gala/event.md', line: 8, markdown: 'At night', inline: true },
      credit: { file: 'gala/event.md', line: 8, markdown: 'Ada Moon', inline: true },
      place: { file: 'gala/event.md', line: 8, column: 17 },
    });
  });

  it('files entries by day-starts-at, and shows days from the oldest', () => {
    const event = eventOf(
      { 'day-starts-at': '"04:00"' },
      {
        'gala/late.md': anEntry({ time: '2019-11-11T03:59' }),
        'gala/early.md': anEntry({ time: '2019-11-11T04:00' }),
        'gala/end.md': anEntry({ time: '2019-11-11T24:00' }),
      },
    );
    expect(event?.days.map(({ date, entries }) => [date, entries.map(({ slug }) => slug)])).toEqual([
      ['2019-11-10', ['late']],
      ['2019-11-11', ['early', 'end']],
    ]);
  });
});
