import { ImportRefused } from '../live-blog.ts';

/** Browsers nest no deeper than 512, and a tree that is much deeper cannot be walked. */
const deepest = 500;

/**
 * How much a page may cost: for each tag the elements around it, which a parser looks through, and twenty for each tag of
 * bold, links and the like that was never closed, which a parser opens again.
 */
const dearest = 100_000_000;
const costOfReopening = 20;
/** A tree of more would fill the memory; pages have some thousands. */
const mostTags = 120_000;

const reopened = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));
const unnested = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup thead tbody tfoot colgroup tr td th rb rp rt html head body a'.split(
    ' ',
  ),
);
const withoutTags = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));

/**
 * Refuses HTML that costs a parser of the whole page more than a page is worth: it has too many tags, is nested too deep,
 * or opens elements that every later one has to repeat. Counted on tags alone, in one pass: end tags only close what was opened
 * under their name, and elements that end by themselves do not count.
 */
export const refuseDeepPage = (html: string): void => {
  const open = new Map<string, number>();
  let depth = 0;
  let repeated = 0;
  let cost = 0;
  let tags = 0;
  for (const { name, ends, isEmpty } of tagsOf(html)) {
    const count = open.get(name) ?? 0;
    tags += 1;
    if (tags > mostTags)
      throw new ImportRefused(
        `Unexpected HTML of more than ${mostTags} tags, expected fewer. Save the live blog alone.`,
      );
    cost += depth + costOfReopening * repeated;
    if (depth > deepest || cost > dearest) throw refusal();
    if (unnested.has(name) || (ends && count === 0) || (isEmpty && isForeign(open))) continue;
    const step = ends ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (reopened.has(name)) repeated += step;
  }
  if (depth > deepest) throw refusal();
};

const refusal = (): ImportRefused =>
  new ImportRefused(
    `Unexpected HTML that is nested more than ${deepest} elements deep or hardly closes any, expected a page as a browser saves it.`,
  );

type Tag = { readonly name: string; readonly ends: boolean; readonly isEmpty: boolean };

/** In drawings and formulas a tag that ends with a slash has no end tag; in HTML the slash means nothing. */
const isForeign = (open: ReadonlyMap<string, number>): boolean => Boolean(open.get('svg') || open.get('math'));

/** The tags of a page, those in comments, scripts and attributes left out. */
function* tagsOf(html: string): Generator<Tag> {
  const next = /<(?:(!--)|(\/?)([a-z][^\s/>]*))/gi;
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const name = found[3]?.toLowerCase();
    if (name === undefined) {
      next.lastIndex = after(html, html.indexOf('-->', next.lastIndex - 2), 3);
      continue;
    }
    const ends = found[2] === '/';
    next.lastIndex = endOfTag(html, next.lastIndex);
    yield { name, ends, isEmpty: html.endsWith('/>', next.lastIndex) };
    if (ends || !withoutTags.has(name)) continue;
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    close.lastIndex = next.lastIndex;
    next.lastIndex = close.exec(html)?.index ?? html.length;
  }
}

const after = (html: string, at: number, length: number): number => (at < 0 ? html.length : at + length);

/** Where the tag ends whose name ends at `at`: a `>` in a quoted value is part of that. */
const endOfTag = (html: string, at: number): number => {
  const piece = /[\s/]*(?:(>)|[^\s/>][^\s/>=]*\s*(?:=\s*(?:(["'])|[^\s>"'][^\s>]*)?)?)/y;
  piece.lastIndex = at;
  for (let found = piece.exec(html); found; found = piece.exec(html)) {
    if (found[1]) return piece.lastIndex;
    if (found[2]) piece.lastIndex = after(html, html.indexOf(found[2], piece.lastIndex), 1);
  }
  return html.length;
};
