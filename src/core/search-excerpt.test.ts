import { expect, test } from 'vitest';
import { searchExcerpt } from './search-excerpt.ts';
import { indexWords } from './search-words.ts';

const filler = (count: number, word = 'word'): string =>
  Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ');

/** The excerpt with what is marked in brackets. */
const shown = (text: string, query: string): string => {
  const content = indexWords(text);
  const terms = query.split(' ');
  const locations = content
    .split(/\s+/)
    .flatMap((word, index) => (terms.some((term) => word.toLowerCase().replace(/\P{L}/gu, '') === term) ? index : []));
  return searchExcerpt({ content, locations }, query)
    .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
    .join('');
};

test('a short text is shown whole, without an ellipsis', () => {
  expect(shown('The Eagle has landed.', 'eagle')).toBe('The [Eagle] has landed.');
});

test('a long text is cut on both sides of what was found, and says so', () => {
  const excerpt = shown(`${filler(60)} the eagle, has landed ${filler(60, 'more')}`, 'eagle');
  expect(excerpt).toMatch(/^… word\d+ .* the \[eagle,\] has landed more0 .*\d…$/);
  expect(excerpt.length).toBeLessThan(240);
});

test('at the beginning only the end is cut, and at the end only the beginning', () => {
  expect(shown(`Eagle ${filler(80)}`, 'eagle')).toMatch(/^\[Eagle\] word0 .*…$/);
  expect(shown(`${filler(80)} eagle.`, 'eagle')).toMatch(/^… word.* \[eagle\.\]$/);
  expect(shown(`${filler(80)} eagle.`, 'eagle').length).toBeGreaterThan(180);
});

test('the part with the most of what was found is shown', () => {
  const text = `eagle ${filler(60)} eagle moon ${filler(60)}`;
  expect(shown(text, 'eagle moon')).toContain('[eagle] [moon]');
});

test('where only the title or a topic was found, the text begins at its beginning', () => {
  expect(shown(filler(80), 'absent')).toMatch(/^word0 word1 .*…$/);
});

test('what is found by another spelling is marked as it was written', () => {
  expect(shown('Seagull 3–2 Gannet', '3ꞏ2')).toBe('Seagull [3–2] Gannet');
  expect(shown('It took US$20,000.50 in all', '20000')).toBe('It took [US$20,000.50] in all');
  expect(shown('Die Große Straße', 'strasse')).toBe('Die Große [Straße]');
  expect(shown('It took 1,000,000 and 10,000', '10000')).toBe('It took 1,000,000 and [10,000]');
});

test('Chinese is cut between letters', () => {
  const excerpt = shown(`${'零点刚过成交额'.repeat(40)}鹰着陆了${'零点刚过成交额'.repeat(40)}`, 'absent');
  expect(excerpt).toMatch(/^零点刚过成交额.*…$/);
  expect(excerpt).not.toContain(' ');
});
