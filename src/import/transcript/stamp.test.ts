import { expect, it } from 'vitest';
import { openingOf, stampOfLine } from './stamp.ts';

const nov10 = { kind: 'named', year: 2019, month: 11, day: 10 };

it.each([
  ['Sunday, Nov. 10, 2019', { date: nov10 }],
  ['11:40 p.m.', { clock: { hours: 23, minutes: 40 } }],
  ['• 11:40 p.m. |', { clock: { hours: 23, minutes: 40 } }],
  ['Nov. 10, 2019 at 11:40 p.m. ET', { date: nov10, clock: { hours: 23, minutes: 40, zone: { ambiguous: 'ET' } } }],
  ['14:05, Sonntag 10.11.2019', { date: nov10, clock: { hours: 14, minutes: 5 } }],
  ['den 10. november 2019 kl. 14.05', { date: nov10, clock: { hours: 14, minutes: 5 } }],
  ['kl. 10.11.19', { clock: { hours: 10, minutes: 11, seconds: 19 } }],
  ['10 de novembro de 2019 às 14h05', { date: nov10, clock: { hours: 14, minutes: 5 } }],
  ['2019-11-10T14:05:06+08:00', { date: nov10, clock: { seconds: 6, zone: { offset: '+08:00' } } }],
  ['2019年11月10日 下午2:05', { date: nov10, clock: { hours: 14, minutes: 5 } }],
  ['Posted at 11:40', { says: 'published', clock: { hours: 11, minutes: 40 } }],
  ['Updated: Nov 10, 2019, 11:52 p.m.', { says: 'changed', date: nov10, clock: { hours: 23, minutes: 52 } }],
  ['First published on Sun 10 Nov 2019 21.30 GMT', { says: 'changed', date: nov10 }],
  ['Posted at 14:05 14:05', { says: 'published', clock: { hours: 14, minutes: 5 } }],
  ['Posted at 9:4009:40', { says: 'published', clock: { hours: 9, minutes: 40 } }],
  ['10 Nov 2019 - 14:05 (14:05 GMT)', { date: nov10, clock: { hours: 14, minutes: 5, zone: { offset: 'Z' } } }],
  ['+++ 14.05 Uhr +++', { clock: { hours: 14, minutes: 5 } }],
  ['**14:05**', { clock: { hours: 14, minutes: 5 } }],
  ['godz. 14.05', { clock: { hours: 14, minutes: 5 } }],
  ['14.05 uur', { clock: { hours: 14, minutes: 5 } }],
  ['14h05min', { clock: { hours: 14, minutes: 5 } }],
  ['Hier à 14:05', { dayOffset: -1, clock: { hours: 14, minutes: 5 } }],
  ['Heute, 14:05 Uhr', { dayOffset: 0, clock: { hours: 14, minutes: 5 } }],
  ['vor 5 Minuten', { ago: { minutes: 5, unit: 'minute' } }],
  ['Stand: 10.11.2019, 14:05 Uhr', { says: 'published', date: nov10 }],
])('reads the line "%s"', (line, stamp) => {
  expect(stampOfLine(line)).toMatchObject({ says: 'nothing', ...stamp });
});

it.each([
  '11:40 p.m. The doors open',
  'Midnight Mass',
  'The 10 November 2019 festival',
  '10:18 - 11:30',
  '9:30 9:31 Nov. 10, 2019',
  'Updated',
  '2–1',
  '12',
  'Room 14h, 2019',
  '3 for 2',
  '1:11 '.repeat(15),
])('does not take "%s" for a day or a time', (line) => {
  expect(stampOfLine(line)).toBeUndefined();
});

it.each([
  ['23:40 – Text', 'mark', 'Text'],
  ['23:40: Text', 'mark', 'Text'],
  ['**23:40 Uhr:** Text', 'mark', 'Text'],
  ['13 h 40. Texte', 'mark', 'Texte'],
  ['+++ 22.45 Uhr: Text', 'signs', 'Text'],
  ['+++ 22:45 text', 'signs', 'text'],
  ['++ 22.45 Uhr +++ Text', 'signs', 'Text'],
  ['Update, 20:30 Uhr: Text', 'update', 'Text'],
  ['Update (20:30 Uhr): Text', 'update', 'Text'],
  ['[14.05] text', 'bracket', 'text'],
  ['(14:05 Uhr) Text', 'bracket', 'Text'],
  ['11:40 p.m. | text', 'mark', 'text'],
  ['Midnight – text', 'mark', 'text'],
  ['- 23:40 Text', 'blank', 'Text'],
  ['23:40 “We won”', 'blank', '“We won”'],
  ['23:40 双十一', 'blank', '双十一'],
  ['14.05', 'nothing', ''],
])('finds where the text begins in "%s"', (line, separator, rest) => {
  const opening = openingOf(line);
  expect([opening?.separator, line.slice(opening?.end)]).toEqual([separator, rest]);
});

it.each([
  'Midnight Mass begins',
  '9:30 was early',
  '+++ Text +++',
  '+ Text',
  'Updates at 20:30: x',
  '[14:05–15:05] Text',
  '14.0 Text',
  'Text 23:40 – x',
  '38.44.1',
])('finds no time at the beginning of "%s"', (line) => {
  expect(openingOf(line)).toBeUndefined();
});

it.each([
  ['14 Uhr 30: Die Wende', 14, 30],
  ['Gegen 15 Uhr: Das Ziel', 15, 0],
  ['A las 19:30 - Empieza', 19, 30],
  ["10 o'clock: Break", 10, 0],
])('reads the time that begins "%s" before a mark', (line, hours, minutes) => {
  expect(openingOf(line)).toMatchObject({ clock: { hours, minutes }, separator: 'mark' });
});

it.each([
  ['18 h 05 Début', 18, 5],
  ['19 h Mi-temps', 19, 0],
])('reads the time that begins "%s" before a blank', (line, hours, minutes) => {
  expect(openingOf(line)).toMatchObject({ clock: { hours, minutes }, separator: 'blank' });
});

it.each(['Um 15 Uhr Ortszeit beginnt es', 'At 15:00 Ada starts'])('reads no time that begins "%s"', (line) => {
  expect(openingOf(line)).toBeUndefined();
});
