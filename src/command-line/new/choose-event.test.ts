import { describe, expect, it } from 'vitest';
import type { Event } from '../../core/archive.ts';
import { readArchive } from '../../core/read-archive.ts';
import { anEvent, aSite, contentOf } from '../../core/testing.ts';
import { chooseEvent, type EventClues } from './choose-event.ts';

const eventsOf = (settings: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly Event[] =>
  readArchive(
    contentOf({
      'site.yml': aSite(),
      ...Object.fromEntries(Object.entries(settings).map(([slug, fields]) => [`${slug}/event.md`, anEvent(fields)])),
    }),
  ).archive.events;

const during = Temporal.Instant.from('2019-11-11T04:00:00Z');
const later = Temporal.Instant.from('2026-01-01T00:00:00Z');
const chosen = (events: readonly Event[], clues: Partial<EventClues> = {}): string | undefined =>
  chooseEvent(events, { now: later, ...clues })?.slug;

const flight = { starts: '1969-07-16', ends: '1969-07-24' };

describe('the event that is meant', () => {
  it('is the one that is asked for, by slug or alias', () => {
    const events = eventsOf({ gala: { aliases: '[gala-2019]' }, flight });
    expect(chosen(events, { asked: 'flight', inside: 'gala', now: during })).toBe('flight');
    expect(chosen(events, { asked: 'gala-2019' })).toBe('gala');
  });

  it('is the only one', () => {
    expect(chosen(eventsOf({ flight }))).toBe('flight');
  });

  it('is the one in whose folder somebody works', () => {
    expect(chosen(eventsOf({ gala: { live: 'true' }, flight }), { inside: 'flight', now: during })).toBe('flight');
  });

  it('is the only live one', () => {
    expect(chosen(eventsOf({ gala: {}, flight: { ...flight, live: 'true' } }), { now: during })).toBe('flight');
  });

  it('is the only one that covers the present', () => {
    expect(chosen(eventsOf({ gala: {}, flight }), { now: during })).toBe('gala');
    expect(chosen(eventsOf({ gala: {}, flight }), { now: Temporal.Instant.from('2019-11-11T16:00:00Z') })).toBe('gala');
  });

  it('is not chosen by anything else', () => {
    expect(chosen(eventsOf({ gala: {}, flight }))).toBeUndefined();
    expect(chosen(eventsOf({ gala: {}, gale: {} }), { now: during })).toBeUndefined();
    expect(chosen(eventsOf({ gala: { live: 'true' }, flight: { ...flight, live: 'true' } }))).toBeUndefined();
    expect(chosen([])).toBeUndefined();
  });

  it('is refused where it is not there, with the one that was meant or those that there are', () => {
    const events = eventsOf({ gala: {}, flight });
    expect(() => chosen(events, { asked: 'gaal' })).toThrow('There is no event "gaal". Did you mean "gala"?');
    expect(() => chosen(events, { asked: 'x' })).toThrow('There is no event "x". The events are gala, flight.');
  });
});
