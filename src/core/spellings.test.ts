import { expect, test } from 'vitest';
import { asOneWord, plainNumbers, spellings } from './spellings.ts';

test('words that may be written otherwise are known by both spellings', () => {
  expect(spellings('Die Straße, das œuvre, 3 km², ＡＢＣ und ﬁnal')).toEqual([
    'Strasse',
    'oeuvre',
    'km2',
    'ABC',
    'final',
  ]);
  expect(spellings('Café, cafe\u0301 and Genève in 2019')).toEqual([]);
  expect(spellings('2019年11月，12684年')).toEqual(['19']);
  expect(spellings('Łódź København ıssız')).toEqual(['lódź', 'Kobenhavn', 'issiz']);
});

test('German words are known without their umlauts', () => {
  expect(spellings('Frau Müller aus Köln')).toEqual(['Mueller', 'Koeln']);
});

test.each([
  ["20,000 20.000 20\u00a0000 20\u202f000 20’000 20'000 20 000", '20000 20000 20000 20000 20000 20000 20000'],
  ['1,234,567.89 and 1.234.567,89', '1234567ꞏ89 and 1234567ꞏ89'],
  ['12,34,567 ٢٠٬٠٠٠ १२', '1234567 20000 12'],
  ['3–2 3-2 3−2 3 : 2 3 – 2', '3ꞏ2 3ꞏ2 3ꞏ2 3ꞏ2 3ꞏ2'],
  ['2019–20, 2019-2020, 6—8', '2019ꞏ20, 2019ꞏ2020, 6ꞏ8'],
  ['09:30 9.30 16:17:40 19h30 19 h 30', '9ꞏ30 9ꞏ30 16ꞏ17ꞏ40 19ꞏ30 19ꞏ30'],
  ['2019-11-01 01.11.2019 1.11.2019 07/20/1969', '2019ꞏ11ꞏ1 1ꞏ11ꞏ2019 1ꞏ11ꞏ2019 7ꞏ20ꞏ1969'],
  ['4×100 m, 4x100', '4x100 m, 4x100'],
  ['1:21.900', '1ꞏ21ꞏ900'],
  ['71.4%, 71,4 %', '71ꞏ4%, 71ꞏ4 %'],
  ['It ended in 2019. 20 came, 3, 4 and 5.', 'It ended in 2019. 20 came, 3, 4 and 5.'],
  ['No figure - none', 'No figure - none'],
])('%s is %s, however it is grouped and joined', (text, plain) => {
  expect(plainNumbers(text)).toBe(plain);
});

test('numbers are known by their one form, and behind the code of a currency', () => {
  expect(spellings('US$20,000.50 and RMB268.4 of CNY100, $5')).toEqual(['20000ꞏ50', 'RMB268ꞏ4', '268ꞏ4', '100']);
  expect(spellings('Seagull 3–2 Gannet, 2019')).toEqual(['3ꞏ2']);
  expect(spellings('GPT4 and 2019')).toEqual(['4']);
});

test('compounds are known as one word', () => {
  expect(spellings('O’Brien’s e-mail, COVID-19, 10-year-old Jean-Luc; 3-2')).toEqual([
    '3ꞏ2',
    'OBriens',
    'email',
    'COVID19',
    '10yearold',
    'JeanLuc',
  ]);
  expect(asOneWord("rock'n'roll 3-2 G-7 7-Up")).toBe('rocknroll 3-2 G7 7Up');
});
