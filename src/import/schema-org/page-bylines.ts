import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Draft } from './draft.ts';
import { elementsOf, type Page } from './page.ts';

/**
 * Gives updates the authors whom the page names within the elements that have their ids: where the data names one
 * author, or one list of them, in every update, that is often the page's, or its publisher. An update whose element names
 * nobody has no author then. Without any such name, and where the data tells the updates apart, they stay as they are.
 */
export const withBylines = (drafts: readonly Draft[], page: Page | undefined): readonly Draft[] => {
  const [first] = drafts;
  const common = first?.authors.join(', ');
  if (!page || drafts.length < 2 || drafts.some(({ authors }) => authors.join(', ') !== common)) return drafts;
  const byId = elementsById(page);
  const found = drafts.map(({ fragment }) => {
    const element = fragment === undefined ? undefined : byId.get(fragment);
    return element && { name: bylineIn(element) };
  });
  if (!found.some((one) => one?.name !== undefined)) return drafts;
  return drafts.map((draft, index) => {
    const one = found[index];
    return one ? { ...draft, authors: one.name === undefined ? [] : [one.name] } : draft;
  });
};

const elementsById = ({ tree }: Page): ReadonlyMap<string, Element> => {
  const elements = new Map<string, Element>();
  for (const element of elementsOf(tree)) {
    const { id } = element.properties;
    if (typeof id === 'string' && !elements.has(id)) elements.set(id, element);
  }
  return elements;
};

/** The name that is marked as the author's, or that stands beside the time. */
const bylineIn = (update: Element): string | undefined => {
  const elements = [...elementsOf(update)];
  const marked = elements.find(isMarked);
  const inHeader = elements.filter(hasTime).flatMap(({ children }) => children);
  const beside = inHeader.filter((child) => child.type === 'element' && child.tagName !== 'time');
  return [marked, ...beside].flatMap((one) => (one?.type === 'element' ? (nameIn(one) ?? []) : []))[0];
};

const isMarked = ({ properties }: Element): boolean => {
  const { className, rel, itemProp } = properties;
  const said = [className, rel, itemProp].flatMap((value) => (Array.isArray(value) ? value : [value]));
  return said.some((value) => typeof value === 'string' && /^(?:author|byline)\b|[-_](?:author|byline)$/i.test(value));
};

const hasTime = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && child.tagName === 'time');

const name = /^(?:(?:By|Von|Par|Por) )?(\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){1,4})$/u;

/** Words in capitals alone, such as KEY EVENT, are no name. */
const nameIn = (element: Element): string | undefined => {
  const text = textOf(element).replace(/\s+/g, ' ').trim();
  return text === text.toUpperCase() ? undefined : name.exec(text)?.[1];
};
