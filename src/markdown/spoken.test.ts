import { describe, expect, it } from 'vitest';
import type { Body } from './body.ts';
import { excerptsFor } from './excerpt.ts';
import { spokenFor } from './spoken.ts';

const bodyOf = (blocks: readonly string[], text: string): Body => ({
  html: blocks.join('\n'),
  blocks,
  cutBlocks: blocks,
  absoluteHtml: '',
  text,
  summary: text,
});

const listed = (texts: readonly string[]) =>
  texts.map((text, entry) => ({
    entry,
    body: bodyOf([`<p>${text}</p>`, '<p>More.</p>'], `${text} More.`),
    others: 100,
  }));

const spokenOf = (texts: readonly string[], above = 0) => {
  const list = listed(texts);
  const excerpts = excerptsFor(list, above);
  return { excerpts, spoken: spokenFor(list, excerpts, above) };
};

describe('spokenFor', () => {
  it('says all that a list shows', () => {
    expect([...spokenOf(['One.', 'Two.']).spoken.values()]).toEqual(['One. More.', 'Two. More.']);
  });

  it('says no more of a text than is shown of it', () => {
    const long = 'word '.repeat(2000).trim();
    const { excerpts, spoken } = spokenOf([long, 'Two.'], 265_000);
    expect(excerpts.get(0)?.whole).toBe(false);
    expect(spoken.get(0)?.length).toBeLessThan(700);
    expect(long.startsWith(spoken.get(0)?.replace(/…$/, '') ?? '-')).toBe(true);
  });

  it.each(['plain words ', '双十一 ', '<&"\\ '])('stays with the list below the limit of a page: %s', (word) => {
    const escaped = word.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const list = Array.from({ length: 150 }, (_, entry) => ({
      entry,
      body: bodyOf([`<p>${escaped.repeat(entry)}</p>`], word.repeat(entry)),
      others: 100,
    }));
    const excerpts = excerptsFor(list, 120 * list.length);
    const spoken = spokenFor(list, excerpts, 0);
    const sizes = list.map(
      ({ entry }) =>
        700 +
        Buffer.byteLength(excerpts.get(entry)?.html ?? '') +
        Buffer.byteLength(JSON.stringify(spoken.get(entry)).replace(/[<>&]/g, '\\u0000')),
    );
    expect(sizes.reduce((sum, size) => sum + size, 17_000)).toBeLessThan(290_000);
    expect([...spoken.values()].slice(1).every((text) => text !== '')).toBe(true);
  });
});
