import { expect, test } from 'vitest';
import { titleSize } from './title-size.ts';

test.each([
  ['11.11 Global Shopping Festival 2019', undefined],
  ['The night the Alliance lost its majority and the islands decided', 'long-title'],
  [
    'The night the Alliance lost its majority and the islands decided who was to govern the whole of the country',
    'longer-title',
  ],
  ['Generalversammlung', 'word-18'],
  ['Unabhängigkeitserklärung', 'word-26'],
  ['Der Donaudampfschifffahrtsgesellschaft', 'word-35'],
  ['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'long-title word-35'],
  [
    'Bundestagswahlergebnisbekanntgabe: Landeswahlleiterinnen warten auf die Wahlbeteiligungszahlen der Nacht',
    'longer-title word-35',
  ],
  ['Rhein-Main-Donau-Schifffahrts-Tag', undefined],
  ['双十一全球购物狂欢节', undefined],
  ['二〇一九年十一月十一日全球购物狂欢节的夜晚与黎明之间', 'long-title'],
  ['', undefined],
])('the title %j has the class %s', (title, size) => {
  expect(titleSize(title)).toBe(size);
});
