import type { Element, Root } from 'hast';
import { eachElement } from './each-element.ts';

/** A heading, and how deep it stands among the headings of its body: 1 at the top, never a level left out. */
type RankedHeading = { readonly element: Element; readonly rank: number };

/**
 * The headings of a body in order. Whatever levels the writer chose, the first rank is 1, each step down is by one, and
 * headings of the same level below the same heading have the same rank. The notes belong to the whole body: rank 1.
 */
export const rankHeadings = (tree: Root): readonly RankedHeading[] => {
  const headings: RankedHeading[] = [];
  let above: readonly number[] = [];
  eachElement(tree, (element, _, parent) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    const level = Number(element.tagName.slice(1));
    const ofNotes = parent?.type === 'element' && parent.properties.dataFootnotes !== undefined;
    above = ofNotes ? [] : above.filter((one) => one < level);
    above = [...above, level];
    headings.push({ element, rank: above.length });
  });
  return headings;
};

/** Moves the headings below a title of level `below`. */
export const setHeadings = (headings: readonly RankedHeading[], below: number): void => {
  for (const { element, rank } of headings) element.tagName = `h${Math.min(6, below + rank)}`;
};
