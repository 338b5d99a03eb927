import { describe, expect, it } from 'vitest';
import { instantOf } from './testing.ts';
import { isZone, zonesMeant } from './zone-names.ts';

describe('the zone of an event', () => {
  it.each([
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Indiana/Indianapolis',
    'US/Pacific',
    'Singapore',
    'PRC',
    'NZ',
    'UTC',
    'Etc/UTC',
  ])('can be %s', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each([
    'EST',
    'MST',
    'HST',
    'EST5EDT',
    'PST8PDT',
    'CET',
    'MET',
    'EET',
    'WET',
    'GMT',
    'GMT0',
    'Etc/GMT',
    'Etc/GMT-5',
  ])('is not %s, which the tz database has, but whose clocks are those of no place', (zone) => {
    expect(isZone(zone)).toBe(false);
  });

  it.each(['PST', 'BST', '+02:00', 'GMT+2', 'utc', 'Berlin', 'Europe/berlin', 'Europe/Berlin ', '', 'constructor'])(
    'is not "%s"',
    (zone) => {
      expect(isZone(zone)).toBe(false);
    },
  );
});

describe('the zones that are meant', () => {
  const [winter, summer] = [instantOf('2024-01-10T12:00Z'), instantOf('2024-07-10T12:00Z')];

  it.each([
    ['EST', ['America/New_York']],
    ['edt', ['America/New_York']],
    ['PST8PDT', ['America/Los_Angeles']],
    ['MST', ['America/Denver', 'America/Phoenix']],
    ['HST', ['Pacific/Honolulu']],
    ['BST', ['Europe/London']],
    ['CEST', ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['GMT', ['Europe/London', 'UTC']],
    ['Z', ['UTC']],
    ['utc', ['UTC']],
    ['Europe/berlin', ['Europe/Berlin']],
    ['America/New York', ['America/New_York']],
    ['us/eastern', ['US/Eastern']],
    ['Berlin', ['Europe/Berlin']],
    ['buenos aires', ['America/Argentina/Buenos_Aires']],
    ['Beijing', ['Asia/Shanghai']],
    ['San Francisco', ['America/Los_Angeles']],
    ['Eastern Time', ['America/New_York']],
    ['China Standard Time', ['Asia/Shanghai']],
    ['Pacific Daylight Time', ['America/Los_Angeles']],
    ['Asia/Shanghia', ['Asia/Shanghai']],
    ['Mars/Olympus', []],
    ['', []],
    ['constructor', []],
  ])('by "%s"', (text, zones) => {
    const found = zonesMeant(text, winter);
    expect(found).toEqual(zones);
    expect(found.every(isZone)).toBe(true);
  });

  it('by an offset are those whose clocks show it when the event begins', () => {
    expect(zonesMeant('+02:00', winter)).toEqual(['Europe/Athens', 'Europe/Helsinki', 'Europe/Kyiv']);
    expect(zonesMeant('+02:00', summer)).toEqual(['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid']);
    expect(zonesMeant('UTC+8', summer)[0]).toBe('Asia/Shanghai');
    expect(zonesMeant('GMT+1', summer)).toEqual(['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid']);
    expect(zonesMeant('GMT+05:30', summer)[0]).toBe('Asia/Kolkata');
    expect(zonesMeant('UTC\u22125', winter)[0]).toBe('America/New_York');
    expect(zonesMeant('+00:00', winter)).toEqual(['UTC', 'Europe/London']);
    expect(zonesMeant('UTC+14', winter)).not.toEqual([]);
    expect(zonesMeant('UTC+25', winter)).toEqual([]);
  });

  it('by a name with the sign turned round are those on the right side of Greenwich', () => {
    expect(zonesMeant('Etc/GMT-5', winter)[0]).toBe('Asia/Karachi');
    expect(zonesMeant('Etc/GMT+5', winter)[0]).toBe('America/New_York');
  });
});
