import { type Graph, graphOf } from './graph.ts';

/** A subject or an object of RDF: `Literal`, `NamedNode` or `BlankNode`, and what it says. */
export type Term = { readonly termType: string; readonly value: string };

export type Triple = { readonly subject: Term; readonly property: string; readonly object: Term };

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const schema = /^https?:\/\/schema\.org\//;

/** Stands for the page's address where nobody knows it. */
const nowhere = 'https://page.invalid/';

export const baseOfDocument = (url: string | undefined): string => url ?? nowhere;

/** An address of the web in a form that is an IRI, which a parser of RDF asks for; `undefined` where it is none. */
export const iriOf = (written: string, base: string): string | undefined => {
  const url = written.trim() === '' ? null : URL.parse(written.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.href.replace(/[ "<>[\\\]`{|}]/g, encodeURIComponent);
};

/** What triples say, in the shape of JSON-LD: a flat list of things that refer to one another by `@id`. */
export const graphOfTriples = (triples: readonly Triple[]): Graph => {
  const things = new Map<string, Map<string, unknown[]>>();
  for (const { subject, property, object } of triples) {
    const id = idOf(subject);
    const thing = things.get(id) ?? new Map<string, unknown[]>();
    things.set(id, thing);
    const key = property === rdfType ? '@type' : property.replace(schema, '');
    const values = thing.get(key) ?? [];
    thing.set(key, values);
    values.push(object.termType === 'Literal' || key === '@type' ? object.value : { '@id': idOf(object) });
  }
  return graphOf([...things].map(([id, thing]) => ({ '@id': id, ...Object.fromEntries(thing) })));
};

const idOf = ({ termType, value }: Term): string => {
  if (termType === 'BlankNode') return `_:${value}`;
  return value.startsWith(nowhere) ? value.slice(nowhere.length) : value;
};
