import type { Body } from './body.ts';

/** What a list shows of a body, and whether that is all of it. */
export type Excerpt = { readonly html: string; readonly whole: boolean };

/** An entry in a list, and its body. */
export type Listed<E> = { readonly entry: E; readonly body: Body };

/**
 * What a list shows of each of its entries. Everything, where that fits into `room`, in bytes; otherwise the longest bodies
 * are cut to a fair share.
 */
export const excerptsFor = <E>(listed: readonly Listed<E>[], room: number): ReadonlyMap<E, Excerpt> => {
  const lengths = listed.map(({ body }) => body.blocks.reduce((sum, block) => sum + sizeOf(block), 0));
  const share = fairShare(lengths, Math.max(0, room));
  return new Map(listed.map(({ entry, body }) => [entry, excerptOf(body, share)]));
};

/** The leading blocks of a body that fit into `limit` bytes of HTML; where not even one does, its first words. */
export const excerptOf = ({ blocks, cutBlocks, text, summary }: Body, limit: number): Excerpt => {
  let length = 0;
  const fitting = blocks.findIndex((block) => {
    length += sizeOf(block);
    return length > limit;
  });
  if (fitting === -1) return { html: blocks.join('\n'), whole: true };
  if (fitting > 0) return { html: cutBlocks.slice(0, fitting).join('\n'), whole: false };
  return { html: firstWords(summary || text, limit), whole: false };
};

/** The beginning of a text as a paragraph of at most `limit` bytes; nothing where that is too little for one. */
const firstWords = (text: string, limit: number): string => {
  for (let length = Math.min(limit, 600); length >= 2 && text !== ''; length *= 0.9) {
    const html = `<p>${escapeText(cutText(text, Math.floor(length)))}</p>`;
    if (bytesOf(html) <= limit) return html;
  }
  return '';
};

/**
 * The largest share of `budget` that each of `lengths` may take so that all of them fit: what short ones leave is for
 * the long ones. Infinite where everything fits.
 */
export const fairShare = (lengths: readonly number[], budget: number): number => {
  let left = budget;
  const sorted = [...lengths].sort((a, b) => a - b);
  for (const [index, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
};

/** Text cut behind a word, at most `limit` characters long, with an ellipsis where something is left out. */
export const cutText = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, Math.max(0, limit - 1))
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')}…`;
};

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a block takes on its page, with the line break behind it. */
const sizeOf = (block: string): number => bytesOf(block) + 1;

const bytesOf = (text: string): number => Buffer.byteLength(text);
