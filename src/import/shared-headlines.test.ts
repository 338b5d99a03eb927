import { expect, test } from 'vitest';
import { withoutSharedHeadline } from './shared-headlines.ts';
import { aLiveBlog, anUpdate } from './testing/readings.ts';

const headlines = (...names: readonly (string | undefined)[]) =>
  aLiveBlog(names.map((headline) => anUpdate(headline === undefined ? {} : { headline })));

test('a headline that most updates share is taken away, and a note says so', () => {
  const { updates, notes } = withoutSharedHeadline(headlines('The race', 'The race ', 'It rains', 'the race'));
  expect(updates.map(({ headline }) => headline)).toEqual([undefined, undefined, 'It rains', undefined]);
  expect(notes).toEqual(['"The race" stands above 3 of 4 updates, so it is not taken for their title.']);
});

test('an update without a text keeps it', () => {
  const blog = headlines('The race', 'The race', 'The race');
  const empty = anUpdate({ headline: 'The race', content: { kind: 'text', value: '' } });
  const { updates } = withoutSharedHeadline({ ...blog, updates: [...blog.updates, empty] });
  expect(updates.map(({ headline }) => headline)).toEqual([undefined, undefined, undefined, 'The race']);
});

test.each([
  [['The race', 'The race']],
  [['The race', 'The race', 'The race', 'Rain', 'Wind', 'Sun']],
  [[undefined, undefined, undefined]],
])('%j stay as they are', (names) => {
  const blog = headlines(...names);
  expect(withoutSharedHeadline(blog)).toBe(blog);
});
