import type { Excerpt } from '../markdown/excerpt.ts';
import { firstAtOnce, hasLatePicture } from '../markdown/first-picture.ts';

/** So many entries of a list can be seen before anybody scrolls. */
const inSight = 3;

/** The excerpts of a list at the top of its page: its first picture is wanted at once, where it can be in sight. */
export const leadExcerpts = <E>(excerpts: ReadonlyMap<E, Excerpt>): ReadonlyMap<E, Excerpt> => {
  const lead = [...excerpts].slice(0, inSight).find(([, { html }]) => hasLatePicture(html));
  if (!lead) return excerpts;
  const [entry, excerpt] = lead;
  return new Map(excerpts).set(entry, { ...excerpt, html: firstAtOnce(excerpt.html) });
};
