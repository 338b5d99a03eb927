import type { Element } from 'hast';
import { MicrodataRdfParser } from 'microdata-rdf-streaming-parser';
import type { Graph } from './graph.ts';
import { type Attributes, innermostBodies, mostWithin, propertiesIn, saidBy, typesIn } from './markup.ts';
import { elementsOf, type Page } from './page.ts';
import { baseOfDocument, graphOfTriples, iriOf, type Term, type Triple } from './triples.ts';

/** The parser learns of the elements that matter, one by one, and is never asked for its stream. */
class Parser extends MicrodataRdfParser {
  readonly triples: Triple[] = [];

  protected override emitTriple(subject: Term, predicate: Term, object: Term): void {
    this.triples.push({ subject, property: predicate.value, object });
  }
}

/** What the Microdata of a page says of schema.org. `itemref` is not followed. */
export const readMicrodata = ({ tree, url }: Page): Graph => {
  const base = baseOfDocument(url);
  const parser = new Parser({ baseIRI: base });
  const bodies = innermostBodies(elementsOf(tree), (element) => propertiesOf(element).includes('articleBody'));
  const walk = (element: Element, within: number): void => {
    const properties = within < mostWithin ? propertiesOf(element) : [];
    const isThing = 'itemScope' in element.properties;
    const matters = isThing || properties.length > 0;
    if (matters) {
      const value = isThing ? thingOf(element, base) : { content: saidBy(element, properties, bodies) };
      parser.onTagOpen('div', { ...value, ...(properties.length > 0 && { itemprop: properties.join(' ') }) });
    }
    for (const child of element.children)
      if (child.type === 'element') walk(child, isThing ? within : within + Math.sign(properties.length));
    if (matters) parser.onTagClose();
  };
  for (const child of tree.children) if (child.type === 'element') walk(child, 0);
  return graphOfTriples(parser.triples);
};

const propertiesOf = ({ properties: { itemProp } }: Element): string[] =>
  Array.isArray(itemProp) ? propertiesIn(itemProp.join(' '), noPrefixes, true) : [];

const noPrefixes: ReadonlySet<string> = new Set();

const thingOf = ({ properties: { itemType, itemId } }: Element, base: string): Attributes => {
  const types = Array.isArray(itemType) ? typesIn(itemType.join(' '), noPrefixes, false) : [];
  const id = typeof itemId === 'string' ? iriOf(itemId, base) : undefined;
  return { itemscope: '', ...(types.length > 0 && { itemtype: types.join(' ') }), ...(id && { itemid: id }) };
};
