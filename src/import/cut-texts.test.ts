import { expect, it } from 'vitest';
import { cutEndOf } from './cut-texts.ts';

const long = 'The harbour master says that all boats must be out of the water';

it.each([
  ['One…', 'mark'],
  ['<div><p>One ...</p></div>', 'mark'],
  ['One [...] ', 'mark'],
  ['One [&hellip;]', 'mark'],
  ['<p>One […] <a href="/x">Continue reading The race →</a></p>', 'mark'],
  ['One… (+120 chars)', 'mark'],
  ['One… [+120 chars]', 'mark'],
  [`<p>It rains.</p><p>${long} bef</p>`, 'sentence'],
  [`${long},`, 'sentence'],
  ['<p>These run as usual:</p>', 'sentence'],
  ['One… two', undefined],
  [`${long}.`, undefined],
  [`“${long}.”`, undefined],
  [`${long} #harbour`, undefined],
  [`${long} https://example.org/a`, undefined],
  ['A view over the harbour', undefined],
  ['', undefined],
] as const)('tells how a text ends: %s', (value, end) => {
  expect(cutEndOf({ kind: 'html', value })).toBe(end);
});

it('looks at the last line of a plain text', () => {
  expect(cutEndOf({ kind: 'text', value: `It rains.\n\n${long}` })).toBe('sentence');
  expect(cutEndOf({ kind: 'text', value: `${long}\n\nPhotograph: Example` })).toBeUndefined();
});
