import { expect, it } from 'vitest';
import { timeOfPost, zoneNote } from './time-of-post.ts';

it.each([
  ['2014-10-30 00:07:05', '2014-10-29 20:07:05', '2014-10-30T00:07:05Z'],
  ['0000-00-00 00:00:00', '2014-10-29 20:07:05', '2014-10-29T20:07:05'],
  [undefined, '2014-10-29 20:07:05', '2014-10-29T20:07:05'],
  ['2014-13-30 00:07:05', undefined, undefined],
  ['2014-10-30 24:00:00', undefined, undefined],
  ['yesterday', '', undefined],
])('takes UTC before the time of the blog: %s and %s', (utc, local, time) => {
  expect(timeOfPost(utc, local)).toBe(time);
});

it.each([
  [
    [['2014-10-30 00:07:05', '2014-10-30 00:07:05']],
    "The blog's clock was at UTC. That is so in --timezone UTC, for example.",
  ],
  [
    [['2014-10-30 00:07:05', '2014-10-30 05:37:05']],
    "The blog's clock was 5.5 hours ahead of UTC. That is so in --timezone Asia/Kolkata, for example.",
  ],
  [
    [
      ['2014-10-30 00:07:05', '2014-10-29 20:07:05'],
      ['2014-11-03 00:07:05', '2014-11-02 19:07:05'],
    ],
    "The blog's clock was 4 hours behind UTC, and at other times 5 hours behind UTC. That is so in --timezone America/New_York, for example.",
  ],
  [[['2014-10-30 00:07:05', '2014-10-30 12:52:05']], "The blog's clock was 12.75 hours ahead of UTC."],
  [[['2014-10-30 00:07:05', '2014-10-30 00:08:05']], undefined],
  [[['2014-10-30 00:07:05', '2019-10-30 00:07:05']], undefined],
  [[['0000-00-00 00:00:00', '2014-10-30 00:07:05']], undefined],
  [[['2014-10-30 24:00:00', '2014-10-31 00:00:00']], undefined],
  [[], undefined],
] as const)('tells how far the clock of the blog was from UTC, and no more than that: %j', (pairs, note) => {
  expect(zoneNote(pairs)).toBe(note);
});
