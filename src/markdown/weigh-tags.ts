import type { Tag } from './html-tags.ts';

/** Browsers nest no deeper than 512, and a tree that is much deeper cannot be walked. */
export const deepestTags = 500;

/** For each tag a parser looks through the elements around it: so many looks take about a second. */
const mostLooks = 100_000_000;

const reopened = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));
const unnested = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup thead tbody tfoot colgroup tr td th rb rp rt html head body a'.split(
    ' ',
  ),
);

/**
 * Whether HTML costs a parser more than it is worth: it is nested too deep, or becomes more elements than `most`, for each
 * tag of bold and the like that was never closed is opened again in every later element. Counted on tags alone, in one
 * pass: end tags only close what was opened under their name, and elements that end by themselves do not count.
 */
export const isTooCostly = (tags: Iterable<Tag>, most: number): boolean => {
  const open = new Map<string, number>();
  let depth = 0;
  let repeated = 0;
  let looks = 0;
  let elements = 0;
  for (const { name, ends, isEmpty } of tags) {
    const count = open.get(name) ?? 0;
    looks += depth;
    // The end of what holds them ends those of bold and the like too, and what follows opens them again.
    elements += ends ? (reopened.has(name) ? 0 : repeated) : 1 + repeated;
    if (depth > deepestTags || looks > mostLooks || elements > most) return true;
    if (unnested.has(name) || (ends && count === 0) || (isEmpty && isForeign(open))) continue;
    const step = ends ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (reopened.has(name)) repeated += step;
  }
  return depth > deepestTags;
};

/** In drawings and formulas a tag that ends with a slash has no end tag; in HTML the slash means nothing. */
const isForeign = (open: ReadonlyMap<string, number>): boolean => Boolean(open.get('svg') || open.get('math'));
