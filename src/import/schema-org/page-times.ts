import type { Element } from 'hast';
import { timeOf } from '../time-of.ts';
import type { Draft } from './draft.ts';
import { elementsOf, type Page } from './page.ts';

/**
 * Updates whose times are all the same are given the times of the page's own `<time datetime>` elements: of those within
 * the elements that have the updates' ids, or, where there are as many as updates, of all in their order. `undefined`
 * where these do not tell the updates apart either.
 */
export const timesFromPage = (drafts: readonly Draft[], page: Page): string[] | undefined => {
  const byId = timesById(page);
  const named = drafts.map(({ fragment }) => (fragment === undefined ? undefined : byId.get(fragment)));
  if (differ(named)) return named;
  const all = [...elementsOf(page.tree)].flatMap((element) => timeIn(element) ?? []);
  return all.length === drafts.length && differ(all) ? all : undefined;
};

const differ = (times: readonly (string | undefined)[]): times is string[] =>
  times.every((time) => time !== undefined) && new Set(times).size > 1;

const timeIn = ({ tagName, properties: { dateTime } }: Element): string | undefined =>
  tagName === 'time' && typeof dateTime === 'string' ? timeOf(dateTime) : undefined;

/** For each id the first time within its element. */
const timesById = ({ tree }: Page): ReadonlyMap<string, string> => {
  const times = new Map<string, string>();
  const walk = (element: Element, ids: readonly string[]): void => {
    const { id } = element.properties;
    const own = typeof id === 'string' ? [...ids, id] : ids;
    const time = timeIn(element);
    if (time !== undefined) for (const one of own) if (!times.has(one)) times.set(one, time);
    for (const child of element.children) if (child.type === 'element') walk(child, own);
  };
  for (const child of tree.children) if (child.type === 'element') walk(child, []);
  return times;
};
