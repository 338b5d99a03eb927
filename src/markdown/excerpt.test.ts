import { describe, expect, it } from 'vitest';
import { cutText, excerptOf, excerptsFor, fairShare } from './excerpt.ts';
import { aBody } from './testing.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

/** The same numbers between 0 and 1 at every run. */
const numbers = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

describe('cutText', () => {
  it('leaves alone what is short enough', () => {
    expect(cutText('Ten billion', 11)).toBe('Ten billion');
    expect(cutText('', 5)).toBe('');
  });

  it('cuts behind a word, without the punctuation there', () => {
    expect(cutText('Ten billion yuan', 15)).toBe('Ten billion…');
    expect(cutText('Ten billion, then more', 16)).toBe('Ten billion…');
    expect(cutText('Ten billion – and more', 16)).toBe('Ten billion…');
  });

  it('cuts within a word that is half of it or longer', () => {
    expect(cutText('a Donaudampfschifffahrtsgesellschaft', 12)).toBe('a Donaudamp…');
  });

  it('cuts text without blanks where it must', () => {
    expect(cutText('双十一全球狂欢节', 5)).toBe('双十一全…');
  });

  it('leaves no half of a character', () => {
    expect(cutText('🎆🎆🎆', 4)).toBe('🎆…');
    expect(cutText('🎆🎆🎆', 5)).toBe('🎆🎆…');
    expect(cutText('𠮷野家の牛丼', 3)).toBe('𠮷…');
  });

  it('is never longer than asked for', () => {
    const text = '双十一 GMV passes 🎆🎆 US$ 10 billion, 一百亿 — and so on…';
    for (let limit = 1; limit <= text.length; limit++) {
      const cut = cutText(text, limit);
      expect(cut.length, cut).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed(), cut).toBe(true);
      expect(text.startsWith(cut.replace(/…$/, '')), cut).toBe(true);
    }
    expect(cutText(text, 0)).toBe('…');
  });
});

describe('fairShare', () => {
  it('has no limit where everything fits', () => {
    expect(fairShare([], 0)).toBe(Number.POSITIVE_INFINITY);
    expect(fairShare([10, 20], 30)).toBe(Number.POSITIVE_INFINITY);
    expect(fairShare([0, 0], 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('gives what short ones leave to the long ones', () => {
    expect(fairShare([10, 500, 500], 110)).toBe(50);
    expect(fairShare([500, 10, 45, 500], 155)).toBe(50);
    expect(fairShare([500], 0)).toBe(0);
  });

  it('never goes beyond the budget, and wastes less of it than one unit each', () => {
    const next = numbers(11);
    for (let run = 0; run < 2000; run++) {
      const lengths = Array.from({ length: 1 + Math.floor(next() * 40) }, () => Math.floor(next() ** 3 * 10_000));
      const budget = Math.floor(next() * 100_000);
      const share = fairShare(lengths, budget);
      const taken = lengths.reduce((sum, length) => sum + Math.min(length, share), 0);
      const all = lengths.reduce((sum, length) => sum + length, 0);
      expect(taken).toBeLessThanOrEqual(Math.max(budget, 0));
      expect(taken).toBeGreaterThan(Math.min(all, budget) - lengths.length);
      expect(share === Number.POSITIVE_INFINITY).toBe(all <= budget);
    }
  });

  it('does not depend on the order', () => {
    expect(fairShare([3, 900, 40, 7], 100)).toBe(fairShare([900, 7, 3, 40], 100));
  });
});

describe('excerptOf', () => {
  it('is the whole body where that fits', () => {
    expect(excerptOf(aBody('One.\n\nTwo.'), 26)).toEqual({ html: '<p>One.</p>\n<p>Two.</p>', whole: true });
    expect(excerptOf(aBody(''), 0)).toEqual({ html: '', whole: true });
  });

  it('is the leading blocks that fit', () => {
    expect(excerptOf(aBody('One.\n\nTwo.'), 23)).toEqual({ html: '<p>One.</p>', whole: false });
    expect(excerptOf(aBody(`One.\n\n${'Two. '.repeat(50)}\n\nThree.`), 40)).toEqual({
      html: '<p>One.</p>',
      whole: false,
    });
  });

  it('is the first words where not even one block fits', () => {
    expect(excerptOf(aBody('*Ten* billion in 96 seconds, it says.'), 30)).toEqual({
      html: '<p>Ten billion in 96…</p>',
      whole: false,
    });
    expect(excerptOf(aBody('a < b & c > d, and so on'), 40).html).toBe('<p>a &lt; b &amp; c &gt; d, and…</p>');
  });

  it('is nothing where there are no words, or no room for them', () => {
    expect(excerptOf(aBody('![](very-long-name-of-a-picture.png)'), 30)).toEqual({ html: '', whole: false });
    expect(excerptOf(aBody('Ten billion'), 0)).toEqual({ html: '', whole: false });
  });

  it('holds no marks of notes that are not in it', () => {
    const noted = aBody('GMV[^1] is up[^a>b].\n\nMore.\n\n[^1]: Gross.\n[^a>b]: Again.');
    expect(excerptOf(noted, 275)).toEqual({ html: '<p>GMV is up.</p>', whole: false });
    expect(excerptOf(noted, 600)).toEqual({ html: '<p>GMV is up.</p>\n<p>More.</p>', whole: false });
    expect(excerptOf(noted, 6000).html.match(/data-footnote-ref/g)).toHaveLength(2);
  });

  it.each([
    ['words', 'word '.repeat(900)],
    ['characters without blanks', '双十一全球狂欢节'.repeat(300)],
    ['characters of four bytes', '🎆'.repeat(900)],
    ['characters that are escaped', '&<> '.repeat(900)],
    ['a long word', 'a'.repeat(3000)],
    ['paragraphs', 'One.\n\n'.repeat(500)],
  ])('never takes more than its limit: %s', (_, markdown) => {
    const body = aBody(markdown);
    for (let limit = 0; limit < 3000; limit += 7) {
      const { html, whole } = excerptOf(body, limit);
      expect(bytes(html), `${limit}: ${html}`).toBeLessThanOrEqual(limit);
      expect(whole).toBe(false);
      expect(html.isWellFormed()).toBe(true);
    }
  });
});

describe('excerptsFor', () => {
  const list = (count: number, markdown: string, room: number) => {
    const body = aBody(markdown);
    const excerpts = [
      ...excerptsFor(
        Array.from({ length: count }, (_, entry) => ({ entry, body })),
        room,
      ).values(),
    ];
    return {
      weight: excerpts.reduce((sum, { html }) => sum + bytes(html), 0),
      whole: excerpts.map(({ whole }) => whole),
    };
  };

  it('shows everything where there is room for it', () => {
    expect(list(150, 'Word '.repeat(100), 100_000).whole).toEqual(Array(150).fill(true));
    expect(list(150, 'Word '.repeat(4000), Number.POSITIVE_INFINITY).whole).toEqual(Array(150).fill(true));
  });

  it.each([
    ['long entries', `${'Word '.repeat(100)}\n\n`.repeat(40)],
    ['long entries of one paragraph', 'Word '.repeat(4000)],
    ['long entries in Chinese', '双十一全球狂欢节'.repeat(1000)],
    ['entries of many short paragraphs', 'a\n\n'.repeat(4000)],
    ['text that is escaped', '& '.repeat(9000)],
  ])('keeps 150 %s within the room that there is', (_, markdown) => {
    const { weight, whole } = list(150, markdown, 100_000);
    expect(whole).toEqual(Array(150).fill(false));
    expect(weight).toBeLessThanOrEqual(100_000);
    expect(weight).toBeGreaterThan(50_000);
  });

  it.each([0, -50_000])('shows nothing where there is no room: %i', (room) => {
    expect(list(1, 'Word '.repeat(4000), room)).toEqual({ weight: 0, whole: [false] });
  });

  it('cuts the long and leaves the short', () => {
    const [short, long] = [aBody('Ten billion.'), aBody(`${'Word '.repeat(100)}\n\n`.repeat(400))];
    const listed = [long, short, long].map((body, entry) => ({ entry, body }));
    const excerpts = excerptsFor(listed, 250_000);
    expect(listed.map(({ entry }) => excerpts.get(entry)?.whole)).toEqual([false, true, false]);
    expect(excerpts.get(1)?.html).toBe('<p>Ten billion.</p>');
  });

  it('leaves out the marks of notes in the tree, so that no attribute can be broken open', () => {
    const body = aBody(
      `<sup lang="en"><a title="<sup><a data-footnote-ref">x</a></sup>\n\n" onfocus=alert(1) tabindex=1 autofocus x="\n\n${'Word '.repeat(900)}`,
    );
    const { html } = excerptOf(body, 2000);
    expect(html).toBe(body.blocks.slice(0, 2).join('\n'));
    const noted = aBody(`One[^1] **two[^1]**.\n\n${'Word '.repeat(900)}\n\n[^1]: A note.`);
    expect(excerptOf(noted, 900).html).toBe('<p>One <strong>two</strong>.</p>');
  });
});
