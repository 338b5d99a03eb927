import { ImportRefused } from '../live-blog.ts';
import { type Graph, graphOf, isOfType, valuesOf } from './graph.ts';
import { readJsonLd } from './json-ld.ts';
import { readMicrodata } from './microdata.ts';
import { elementsOf, type Page } from './page.ts';
import { readRdfa } from './rdfa.ts';

/** What a page says of schema.org in one of the three ways. */
export type Reading = { readonly kind: 'JSON-LD' | 'Microdata' | 'RDFa'; readonly graph: Graph };

/**
 * What a page says in each of the three ways, the one to be trusted most first. JSON-LD that is damaged and is about a
 * live blog is an `ImportRefused`, unless another piece of JSON-LD has the updates: then it is a note.
 */
export const readingsOf = (
  page: Page,
): { readonly readings: readonly Reading[]; readonly notes: readonly string[] } => {
  const damaged: ImportRefused[] = [];
  const values = page.scripts.flatMap((script) => {
    try {
      return [readJsonLd(script)];
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      if (script.includes('LiveBlogPosting')) damaged.push(error);
      return [];
    }
  });
  const graph = graphOf(values);
  const [first] = damaged;
  if (first && !hasUpdates(graph)) throw first;
  const microdata = readMicrodata(page);
  const isPartial = !hasUpdates(graph) && hasUpdates(microdata) && hasReferences(page);
  return {
    readings: [
      { kind: 'JSON-LD', graph },
      { kind: 'Microdata', graph: microdata },
      { kind: 'RDFa', graph: readRdfa(page) },
    ],
    notes: [
      ...damaged.map(({ message }) => `A part of the page is left out. ${message}`),
      ...(isPartial
        ? [
            'The Microdata of the page refers to parts elsewhere by itemref, which is not followed: look for what is missing.',
          ]
        : []),
    ],
  };
};

const hasReferences = ({ tree }: Page): boolean => {
  for (const { properties } of elementsOf(tree)) if ('itemRef' in properties) return true;
  return false;
};

const hasUpdates = (graph: Graph): boolean =>
  graph.things.some(
    (thing) => isOfType(thing, 'LiveBlogPosting') && valuesOf(graph, thing, 'liveBlogUpdate').length > 0,
  );
