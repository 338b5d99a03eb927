import type { Element } from 'hast';
import { RdfaParser } from 'rdfa-streaming-parser';
import type { Graph } from './graph.ts';
import { type Attributes, innermostBodies, isSchema, mostWithin, propertiesIn, saidBy, typesIn } from './markup.ts';
import { elementsOf, type Page } from './page.ts';
import { baseOfDocument, graphOfTriples, iriOf, type Term, type Triple } from './triples.ts';

/** The parser learns of the elements that matter, one by one, and is never asked for its stream. */
class Parser extends RdfaParser {
  readonly triples: Triple[] = [];

  protected override emitTriple(subject: Term, predicate: Term, object: Term): void {
    this.triples.push({ subject, property: predicate.value, object });
  }
}

/** What is in force within an element: which prefixes mean schema.org, and whether names without one do. */
type Scope = { readonly prefixes: ReadonlySet<string>; readonly hasVocabulary: boolean; readonly within: number };

/**
 * What the RDFa of a page says of schema.org. A link without RDFa attributes is not the subject of what is in it, as it
 * would be by RDFa Core: writers who mean that give it one. Lists (`inlist`) and patterns (`rdfa:copy`) are not followed.
 */
export const readRdfa = ({ tree, url }: Page): Graph => {
  const base = baseOfDocument(url);
  const parser = new Parser({ baseIRI: base, features: {} });
  // Names are resolved here, so that what the body of an article is cannot depend on prefixes.
  const bodies = innermostBodies(elementsOf(tree), ({ properties: { property } }) =>
    /(?:^|[\s:/])articleBody(?:\s|$)/.test(textOf(property)),
  );
  const walk = (element: Element, outer: Scope): void => {
    const scope = scopeOf(element, outer);
    const attributes = attributesOf(element, scope, bodies, base);
    const matters = Object.keys(attributes).length > 0;
    if (matters) parser.onTagOpen('div', attributes);
    const within = outer.within + ('content' in attributes ? 1 : 0);
    for (const child of element.children) if (child.type === 'element') walk(child, { ...scope, within });
    if (matters) parser.onTagClose();
  };
  parser.onTagOpen('html', {});
  for (const child of tree.children)
    if (child.type === 'element') walk(child, { prefixes: new Set(['schema']), hasVocabulary: false, within: 0 });
  return graphOfTriples(parser.triples);
};

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';

const scopeOf = ({ properties: { vocab, prefix } }: Element, outer: Scope): Scope => {
  if (vocab === undefined && prefix === undefined) return outer;
  const added = [...textOf(prefix).matchAll(/([^\s:]{1,40}):\s+(\S+)/g)].flatMap(([, name, meaning]) =>
    name && meaning && isSchema(meaning) ? name : [],
  );
  return {
    ...outer,
    prefixes: added.length > 0 ? new Set([...outer.prefixes, ...added.slice(0, 10)]) : outer.prefixes,
    hasVocabulary: vocab === undefined ? outer.hasVocabulary : isSchema(textOf(vocab)),
  };
};

/** The attributes that the parser needs: names in full, addresses resolved, a value that is no thing as `content`. */
const attributesOf = (
  element: Element,
  { prefixes, hasVocabulary, within }: Scope,
  bodies: ReadonlySet<Element>,
  base: string,
): Attributes => {
  const { property, typeof: type, rel, resource, about, href, src } = element.properties;
  const full = (names: unknown): string =>
    propertiesIn(textOf(names), prefixes, hasVocabulary)
      .map((name) => `https://schema.org/${name}`)
      .join(' ');
  const properties = within < mostWithin ? full(property) : '';
  const relation = full(rel);
  const subject = idOf(about, base);
  const object = idOf(resource, base) ?? (type !== undefined || relation ? idOf(href ?? src, base) : undefined);
  const isThing = type !== undefined || object !== undefined || relation !== '';
  const said = element.properties['content'] !== undefined || (properties && !isThing);
  return {
    ...(properties && { property: properties }),
    ...(relation && { rel: relation }),
    ...(type !== undefined && { typeof: typesIn(textOf(type), prefixes, hasVocabulary).join(' ') }),
    ...(subject && { about: subject }),
    ...(object && { resource: object }),
    ...(properties && said && { content: saidBy(element, properties.split(schemaNames), bodies) }),
  };
};

const schemaNames = /\s*https:\/\/schema\.org\//;

const idOf = (value: unknown, base: string): string | undefined => {
  const written = textOf(value).trim();
  if (/^_:\w{1,60}$/.test(written)) return written;
  return /^\[|^_:/.test(written) ? undefined : iriOf(written, base);
};
