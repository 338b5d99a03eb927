import { expect, it } from 'vitest';
import { anUpdate } from './testing/readings.ts';
import { doubtOfZone } from './zone-doubt.ts';

const doubts = (ambiguousZone: string, zone: string, time = '2024-05-07T11:42') =>
  doubtOfZone({ ambiguousZone, updates: [anUpdate({ time })], skipped: [], notes: [] }, zone);

it('doubts a zone of the times that that of the event cannot be', () => {
  expect(doubts('BST', 'Europe/Berlin')).toEqual([
    'The times have the zone "BST", but the event has Europe/Berlin, whose clock is another one at 2024-05-07T11:42. Say with --timezone which zone "BST" is, and import into a new event.',
  ]);
  expect(doubts('BST', 'Europe/London', '2024-01-07T11:42')).toHaveLength(1);
  expect(doubts('IST', 'America/New_York')).toHaveLength(1);
});

it('has no doubt where it can be that of the event', () => {
  expect(doubts('BST', 'Europe/London')).toEqual([]);
  expect(doubts('IST', 'Asia/Kolkata')).toEqual([]);
  expect(doubts('ET', 'America/New_York')).toEqual([]);
  expect(doubts('BST', 'Europe/Berlin', '2024-05-07')).toEqual([]);
});
