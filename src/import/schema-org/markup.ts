import type { Element } from 'hast';
import { htmlIn, linesIn } from './element-text.ts';

/** The properties that a live blog is read from. */
const wanted = new Set(
  'liveBlogUpdate headline name alternativeHeadline articleBody text description url mainEntityOfPage datePublished dateCreated dateModified author publisher image associatedMedia contentUrl embedUrl thumbnail thumbnailUrl caption creditText width video keywords inLanguage coverageStartTime coverageEndTime'.split(
    ' ',
  ),
);

/** Those whose value is what people read, although the element may be a link. */
const spoken = new Set(
  'headline name alternativeHeadline articleBody text description author caption creditText keywords'.split(' '),
);

const schema = /^https?:\/\/(?:www\.)?schema\.org\/?/i;

/** Whether an address is that of schema.org's vocabulary. */
export const isSchema = (address: string): boolean => /^https?:\/\/(?:www\.)?schema\.org\/?#?$/i.test(address.trim());

/** How many properties that are text may be within one another; each holds the text of those within it. */
export const mostWithin = 10;

/** How Microdata or RDFa writes what a parser of it needs to know: its attributes as in HTML. */
export type Attributes = Record<string, string>;

/** What of `itemprop` or `property` is a property of schema.org that is of use here. */
export const propertiesIn = (tokens: string, prefixes: ReadonlySet<string>, hasVocabulary: boolean): string[] =>
  namesIn(tokens, prefixes, hasVocabulary).filter((name) => wanted.has(name));

/** What of `itemtype` or `typeof` is a type of schema.org, in full. */
export const typesIn = (tokens: string, prefixes: ReadonlySet<string>, hasVocabulary: boolean): string[] =>
  namesIn(tokens, prefixes, hasVocabulary)
    .filter((name) => /^[A-Z][A-Za-z]{1,60}$/.test(name))
    .map((name) => `https://schema.org/${name}`);

/** The names of schema.org among words: in full, with a prefix that means it, or bare where that is the vocabulary. */
const namesIn = (tokens: string, prefixes: ReadonlySet<string>, hasVocabulary: boolean): string[] =>
  tokens.split(/\s+/).flatMap((token) => {
    if (schema.test(token)) return token.replace(schema, '');
    const [, prefix, local = token] = /^([^:]+):([^:]+)$/.exec(token) ?? [];
    return (prefix === undefined ? hasVocabulary : prefixes.has(prefix)) ? local : [];
  });

/**
 * The value of an element that is no thing itself, for all its properties: what `content` says, else what people read,
 * else its address, its `datetime` or its `value`. An article's text is HTML, within a `div` that says so, and
 * nothing where another article's text is in it.
 */
export const saidBy = (element: Element, properties: readonly string[], innermost: ReadonlySet<Element>): string => {
  const { content, dateTime, href, src, data, value } = element.properties;
  if (typeof content === 'string') return content;
  if (innermost.has(element)) return `<div>${htmlIn(element)}</div>`;
  if (properties.includes('articleBody')) return '';
  if (!properties.some((one) => spoken.has(one)))
    for (const reported of [dateTime, src, href, data, value]) if (typeof reported === 'string') return reported;
  return linesIn(element);
};

/** The elements with an article's text that have no other within them. */
export const innermostBodies = (elements: Iterable<Element>, isBody: (element: Element) => boolean): Set<Element> => {
  const bodies = new Set<Element>();
  for (const element of elements) if (isBody(element)) bodies.add(element);
  for (const body of bodies) if (holdsAnother(body, bodies)) bodies.delete(body);
  return bodies;
};

const holdsAnother = (element: Element, bodies: ReadonlySet<Element>): boolean =>
  element.children.some((child) => child.type === 'element' && (bodies.has(child) || holdsAnother(child, bodies)));
