import { expect, test } from 'vitest';
import { keepFigures } from './keep-figures.ts';

test.each([
  ['Turnout was 71.4 % at 10 p.m.', 'Turnout was 71.4~% at 10~p.m.'],
  ['With 7 h 28 min 48 s of the day to go', 'With 7~h 28~min 48~s of the day to go'],
  ['12 km/h, 30 °C, 5 m² and 3 kg.', '12~km/h, 30~°C, 5~m² and 3~kg.'],
  ['Um 14 Uhr waren es 1 234 567 Stimmen', 'Um 14~Uhr waren es 1~234~567 Stimmen'],
  ['12 000 €', '12~000~€'],
  ['24 h', '24~h'],
])('%j keeps its figures together', (text, kept) => {
  expect(keepFigures(text)).toBe(kept.replaceAll('~', '\u00a0'));
});

test.each([
  'In 2019 100 people came',
  'At 5 things changed, 3 minutes later, 20 miles away',
  'US$38.4 billion',
  '11.11 2019',
  'Lap 12 saw 3 Teams at 21:30 200 metres apart',
  'The 27 members',
  '3  %',
  '',
])('%j stays as it is', (text) => {
  expect(keepFigures(text)).toBe(text);
});
