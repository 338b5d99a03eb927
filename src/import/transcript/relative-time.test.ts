import { expect, it } from 'vitest';
import { relativeTimeOf } from './relative-time.ts';

it.each([
  ['2 hrs 5 min ago', 125, 'minute'],
  ['an hour ago', 60, 'hour'],
  ['1 hour and 3 minutes ago', 63, 'minute'],
  ['17m ago', 17, 'minute'],
  ['3h ago', 180, 'hour'],
  ['From 2d ago', 2880, 'day'],
  ['Updated 40 minutes ago', 40, 'minute'],
  ['• 30 seconds ago', 0, 'minute'],
  ['just now', 0, 'minute'],
  ['vor 9 Minuten', 9, 'minute'],
  ['vor einer Stunde', 60, 'hour'],
  ['vor 2 Std. 10 Min.', 130, 'minute'],
  ['vor etwa 3 Stunden', 180, 'hour'],
  ['gerade eben', 0, 'minute'],
  ['il y a 2 h', 120, 'hour'],
  ['il y a 2 h 05', 125, 'minute'],
  ['il y a une heure', 60, 'hour'],
  ['il y a 3 jours', 4320, 'day'],
  ['hace 1 hora y 20 minutos', 80, 'minute'],
  ['10 minuti fa', 10, 'minute'],
  ['há 4 minutos', 4, 'minute'],
  ['12 minuten geleden', 12, 'minute'],
  ['för 6 minuter sedan', 6, 'minute'],
])('reads the line "%s"', (line, minutes, unit) => {
  expect(relativeTimeOf(line)).toEqual({ minutes, unit });
});

it.each([
  '5 minutes',
  'ago',
  'They left 5 minutes ago',
  '5 goals ago',
  'vor dem Spiel',
  'vor 5 Jahren gebaut',
  'for 5 people',
  'Il y a du monde',
  '10 min',
])('does not take "%s" for one', (line) => {
  expect(relativeTimeOf(line)).toBeUndefined();
});
