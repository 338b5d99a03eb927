import { expect, it } from 'vitest';
import { isSomeTimeAgo, relativeTimeOf } from './relative-time.ts';

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
  ['half an hour ago', 30, 'minute'],
  ['a quarter of an hour ago', 15, 'minute'],
  ['vor einer halben Stunde', 30, 'minute'],
  ['vor einer Viertelstunde', 15, 'minute'],
  ['il y a une demi-heure', 30, 'minute'],
  ['hace media hora', 30, 'minute'],
  ["mezz'ora fa", 30, 'minute'],
  ['two hours ago', 120, 'hour'],
  ['vor zwölf Minuten', 12, 'minute'],
  ['dos horas atrás', 120, 'hour'],
  ['less than a minute ago', 1, 'minute'],
  ['vor weniger als 1 Minute', 1, 'minute'],
  ["il y a moins d'une minute", 1, 'minute'],
  ['a few seconds ago', 0, 'minute'],
  ['vor ein paar Sekunden', 0, 'minute'],
  ['il y a quelques secondes', 0, 'minute'],
  ['hace unos segundos', 0, 'minute'],
  ['10 minutes earlier', 10, 'minute'],
  ['right now', 0, 'minute'],
  ['3分前', 3, 'minute'],
  ['1時間20分前', 80, 'minute'],
  ['2 小时前', 120, 'hour'],
  ['5 分钟前', 5, 'minute'],
  ['半小时前', 30, 'minute'],
  ['4시간 전', 240, 'hour'],
  ['刚刚', 0, 'minute'],
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
  'a few friends ago',
  '三天前',
  '3人前',
  '10年前',
  '以前',
  'now or never',
])('does not take "%s" for one', (line) => {
  expect(relativeTimeOf(line)).toBeUndefined();
});

it.each([
  'a few minutes ago',
  'Updated a couple of hours ago',
  'vor wenigen Minuten',
  'vor ein paar Stunden',
  'vor Kurzem',
  'il y a quelques minutes',
  'hace unos minutos',
  'a while ago',
])('knows that "%s" is a time that nobody can reckon', (line) => {
  expect(relativeTimeOf(line)).toBeUndefined();
  expect(isSomeTimeAgo(line)).toBe(true);
});

it.each(['a few friends ago', 'They came a few minutes ago', 'vor Gericht', 'hace falta', 'some minutes'])(
  'does not take "%s" for such a time',
  (line) => {
    expect(isSomeTimeAgo(line)).toBe(false);
  },
);
