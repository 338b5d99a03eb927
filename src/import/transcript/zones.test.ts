import { expect, it } from 'vitest';
import { zoneAt } from './zones.ts';

it.each([
  [' EDT', '-04:00'],
  [' (CET)', '+01:00'],
  [' GMT', 'Z'],
  [' UTC+8', '+08:00'],
  [' GMT\u22123:30', '-03:30'],
  [' +0530', '+05:30'],
  ['+02:00', '+02:00'],
  ['-05:00', undefined],
  ['Z', 'Z'],
  ['+00:00', 'Z'],
])('reads the zone "%s"', (text, offset) => {
  expect(zoneAt(`14:05${text}`, 5)).toEqual(offset && { zone: { offset }, end: 5 + text.length });
});

it.each(['IST', 'CST', 'BST', 'ET'])('knows that %s can be several zones', (name) => {
  expect(zoneAt(`14:05 ${name}`, 5)).toEqual({ zone: { ambiguous: name }, end: 6 + name.length });
});

it.each([' XYZ', ' edt', 'EDT', ' Edinburgh', ' EDTs', ' +15:00', ' UTC+8:75', ' +02:00:00', ''])(
  'finds no zone in "%s"',
  (text) => {
    expect(zoneAt(`14:05${text}`, 5)).toBeUndefined();
  },
);
