/** A thing of schema.org: its `@id`, its `@type` and its properties, whose values anybody may have written. */
export type Thing = Readonly<Record<string, unknown>>;

/** All things in a page, however deep, in the order in which they stand there; where there are several for an `@id`, the fullest. */
export type Graph = { readonly things: readonly Thing[]; readonly byId: ReadonlyMap<string, Thing> };

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects things out of values as `JSON.parse` gives them. */
export const graphOf = (values: readonly unknown[]): Graph => {
  const things: Thing[] = [];
  const byId = new Map<string, Thing>();
  const waiting = values.toReversed();
  while (waiting.length > 0) {
    const value = waiting.pop();
    const inner = Array.isArray(value) ? value : isThing(value) ? Object.values(value) : [];
    for (let index = inner.length - 1; index >= 0; index -= 1)
      if (typeof inner[index] === 'object') waiting.push(inner[index]);
    if (!isThing(value)) continue;
    things.push(value);
    const id = value['@id'];
    if (typeof id !== 'string') continue;
    const known = byId.get(id);
    if (!known || Object.keys(value).length > Object.keys(known).length) byId.set(id, value);
  }
  return { things, byId };
};

/** The values of a property, one after the other: lists opened, references followed where their thing is known. */
export const valuesOf = ({ byId }: Graph, thing: Thing, property: string): unknown[] => {
  const values: unknown[] = [];
  const waiting: unknown[] = [
    namesOf(property)
      .map((name) => thing[name])
      .find((value) => value !== undefined && value !== null),
  ];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) for (let index = value.length - 1; index >= 0; index -= 1) waiting.push(value[index]);
    else if (!isThing(value)) values.push(value);
    else if (listOf(value) !== undefined) waiting.push(listOf(value));
    else values.push((isReference(value) && byId.get(String(value['@id']))) || value);
  }
  return values.filter((value) => value !== undefined && value !== null);
};

const namesOf = (property: string): string[] => [
  property,
  `schema:${property}`,
  `https://schema.org/${property}`,
  `http://schema.org/${property}`,
];

const listOf = (value: Thing): unknown => value['@list'] ?? value['@set'] ?? value['@value'];

/** Whether a thing says no more than where it is to be found. */
export const isReference = (thing: Thing): boolean =>
  typeof thing['@id'] === 'string' && Object.keys(thing).every((key) => key === '@id' || key === '@type');

/** Whether a thing is of a type of schema.org. */
export const isOfType = (thing: Thing, type: string): boolean => {
  const types = thing['@type'];
  return (Array.isArray(types) ? types : [types]).some(
    (one) => typeof one === 'string' && one.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/, '') === type,
  );
};

/** The values of a property that are text and not empty; a number is text too. */
export const textsOfNode = (graph: Graph, thing: Thing, property: string): string[] =>
  valuesOf(graph, thing, property).flatMap((value) =>
    typeof value === 'number' ? String(value) : typeof value === 'string' && value.trim() !== '' ? value : [],
  );

/** The names that the values of a property have or are. */
export const namesOfNode = (graph: Graph, thing: Thing, property: string): string[] =>
  valuesOf(graph, thing, property).flatMap((value) => {
    if (isThing(value)) return textsOfNode(graph, value, 'name').slice(0, 1);
    return typeof value === 'string' && value.trim() !== '' ? value : [];
  });

/** The address that a value is, or that it has under the first of the properties; its `@id`, where it says no more. */
export const addressOfNode = (graph: Graph, value: unknown, properties: readonly string[]): string | undefined => {
  if (!isThing(value)) return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  for (const property of properties) {
    const [inner] = valuesOf(graph, value, property);
    const address = isThing(inner) ? inner['@id'] : inner;
    if (typeof address === 'string' && address.trim() !== '') return address;
  }
  return isReference(value) ? idOf(value) : undefined;
};

/** The `@id` of a thing, where it is more than a name within the page. */
export const idOf = (thing: Thing): string | undefined => {
  const id = thing['@id'];
  return typeof id === 'string' && id !== '' && !id.startsWith('_:') ? id : undefined;
};
