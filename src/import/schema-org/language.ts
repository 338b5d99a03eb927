import { type Graph, isThing, type Thing, textsOf, valuesOf } from './graph.ts';
import type { Page } from './page.ts';

/** The language tag of a live blog: its own, else that of the page; `undefined` where neither is one. */
export const languageOf = (graph: Graph, thing: Thing, page: Page | undefined): string | undefined =>
  [...valuesOf(graph, thing, 'inLanguage').flatMap((value) => tagsIn(graph, value)), page?.language]
    .map((tag) => tag?.trim().replaceAll('_', '-'))
    .find((tag) => tag !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,4}$/i.test(tag));

/** A `Language` says its tag as `alternateName`, and its name in words. */
const tagsIn = (graph: Graph, value: unknown): string[] => {
  if (isThing(value)) return [...textsOf(graph, value, 'alternateName'), ...textsOf(graph, value, 'name')];
  return typeof value === 'string' ? [value] : [];
};
