import type { Element } from 'hast';
import { attribute } from './element.ts';

/** What is said of a piece of text by the elements around it: each once, however often it is said. */
export type Marks = {
  readonly link?: Element;
  readonly strong?: true;
  readonly em?: true;
  readonly del?: true;
};

/** The mark that an element is, if it is one. Bold that a style takes back, as of copied documents, is none. */
export const markOf = (found: Element): Marks | undefined => {
  const { tagName } = found;
  if (tagName === 'a') return { link: found };
  const marks = byName.get(tagName);
  return marks?.strong && /font-weight\s*:\s*(?:normal|400)/i.test(attribute(found, 'style')) ? {} : marks;
};

const byName: ReadonlyMap<string, Marks> = new Map<string, Marks>([
  ['strong', { strong: true }],
  ['b', { strong: true }],
  ['em', { em: true }],
  ['i', { em: true }],
  ['u', { em: true }],
  ['mark', { em: true }],
  ['dfn', { em: true }],
  ['del', { del: true }],
  ['s', { del: true }],
  ['strike', { del: true }],
]);

/** The marks that two pieces of text share: those of what stands between them. */
export const sharedMarks = (a: Marks | undefined, b: Marks | undefined): Marks => ({
  ...(a?.link && a.link === b?.link && { link: a.link }),
  ...(a?.strong && b?.strong && { strong: true }),
  ...(a?.em && b?.em && { em: true }),
  ...(a?.del && b?.del && { del: true }),
});
