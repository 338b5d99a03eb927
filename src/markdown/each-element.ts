import type { Element, Parents } from 'hast';

/** Looks at an element; where it has put others in its place, it gives the index at which to go on, and nothing within is looked at. */
type See = (element: Element, index: number, parent: Parents) => number | undefined;

/**
 * Looks at every element of a tree, each before those within it. Texts are many and walks too, and a visitor for trees of any
 * kind takes longer than what is done in them.
 */
export const eachElement = (parent: Parents, see: See): void => {
  for (let index = 0; index < parent.children.length; ) {
    const child = parent.children[index];
    const next = child?.type === 'element' ? see(child, index, parent) : undefined;
    if (child?.type === 'element' && next === undefined) eachElement(child, see);
    index = next ?? index + 1;
  }
};
