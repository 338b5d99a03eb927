import { describe, expect, it } from 'vitest';
import { type Body, emptyBody } from './body.ts';
import { excerptsFor } from './excerpt.ts';
import { spokenFor, weightOfSpoken } from './spoken.ts';

const bodyOf = (blocks: readonly string[], text: string): Body => ({
  ...emptyBody,
  html: blocks.join('\n'),
  blocks,
  cutBlocks: blocks,
  text,
  summary: text,
});

const listed = (texts: readonly string[]) =>
  texts.map((text, entry) => ({ entry, body: bodyOf([`<p>${text}</p>`, '<p>More.</p>'], `${text} More.`) }));

const everything = Number.POSITIVE_INFINITY;

describe('spokenFor', () => {
  it('says all that a list shows', () => {
    const list = listed(['One.', 'Two.']);
    const spoken = spokenFor(list, excerptsFor(list, everything), everything);
    expect([...spoken.values()]).toEqual(['One. More.', 'Two. More.']);
  });

  it('says no more of a text than is shown of it', () => {
    const long = 'word '.repeat(2000).trim();
    const list = listed([long, 'Two.']);
    const excerpts = excerptsFor(list, 1000);
    const spoken = spokenFor(list, excerpts, everything);
    expect(excerpts.get(0)?.whole).toBe(false);
    expect(spoken.get(0)?.length).toBeLessThan(700);
    expect(long.startsWith(spoken.get(0)?.replace(/…$/, '') ?? '-')).toBe(true);
  });

  it.each(['plain words ', '双十一 ', '<&"\\ '])('stays within the room that there is: %s', (word) => {
    const list = Array.from({ length: 150 }, (_, entry) => ({ entry, body: bodyOf(['<p>x</p>'], word.repeat(entry)) }));
    const spoken = spokenFor(list, excerptsFor(list, everything), 60_000);
    const sizes = [...spoken.values()].map((text) =>
      Buffer.byteLength(JSON.stringify(text).replace(/[<>&]/g, '\\u0000')),
    );
    expect(sizes).toEqual([...spoken.values()].map(weightOfSpoken));
    const sum = sizes.reduce((one, other) => one + other, 0);
    expect(sum).toBeLessThanOrEqual(60_000);
    expect(sum).toBeGreaterThan(30_000);
    expect([...spoken.values()].slice(1).every((text) => text !== '')).toBe(true);
  });
});
