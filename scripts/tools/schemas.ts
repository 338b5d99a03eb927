import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { entrySchema } from '../../src/core/schema/entry.ts';
import { eventSchema } from '../../src/core/schema/event.ts';
import { figure, language, line, time, webAddress } from '../../src/core/schema/parts.ts';
import { siteSchema } from '../../src/core/schema/site.ts';
import { root } from '../../src/io/settings.ts';

export const help = `Writes the JSON Schemas of site.yml, event.md and entries into src/core/schema/, for editors.

npm run schemas

They say what JSON Schema can say of a field; "recapsule check" knows the rest.`;

/** Writes the schemas, and prints their paths. */
export const run = async (args: readonly string[]): Promise<number> => {
  parseArgs({ args: [...args], options: {} });
  for (const [path, text] of schemaFiles()) {
    await writeFile(join(root, path), text);
    console.log(path);
  }
  return 0;
};

/** The JSON Schemas (draft 7) of the documents, as texts, by their paths in the project. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map(
    documents.map(({ name, title, schema }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', override: sayMore });
      return [
        `src/core/schema/${name}.schema.json`,
        `${written({ $schema, $id: `${name}.schema.json`, title, ...rest, definitions: { empty } })}\n`,
      ];
    }),
  );

const documents = [
  { name: 'entry', title: 'The front matter of an entry', schema: entrySchema },
  { name: 'event', title: 'The front matter of event.md', schema: eventSchema },
  { name: 'site', title: 'site.yml', schema: siteSchema },
] as const;

const date = '\\d{4}-\\d{2}-\\d{2}';
const clock = '(([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.0{1,9})?)?|24:00(:00(\\.0{1,9})?)?)';

/**
 * What our own checks say of a value, as far as a pattern can: it may let through what the core refuses, never the other
 * way round. By their definitions, because a field that is described is a copy.
 */
const checks = new Map<unknown, Readonly<Record<string, unknown>>>([
  [line._zod.def, { pattern: '^[^\\n\\r]*\\S[^\\n\\r]*$' }],
  [webAddress._zod.def, { pattern: '^https?://[^\\t\\n\\r]+$' }],
  [language._zod.def, { pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' }],
  [
    time._zod.def,
    { pattern: `^${date}(T${clock}(Z|[+-]\\d{2}:\\d{2})?)?$`, examples: ['2019-11-11T10:18', '2019-11-11'] },
  ],
  [figure.options[2]._zod.def, { minProperties: 1 }],
  [entrySchema.shape.day.unwrap()._zod.def, { pattern: `^${date}$`, examples: ['2019-11-11'] }],
]);

type Override = Parameters<NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>>[0];

type JsonSchema = Override['jsonSchema'];

const sayMore = ({ zodSchema, jsonSchema }: Override): void => {
  const more = checks.get(zodSchema._zod.def);
  // The pattern of a line stands for its two patterns, and any name is a text.
  if (more && 'pattern' in more) delete jsonSchema.allOf;
  delete jsonSchema.propertyNames;
  Object.assign(jsonSchema, more);
  const { properties = {}, required = [] } = jsonSchema;
  for (const [name, property] of Object.entries(properties))
    if (!required.includes(name) && typeof property === 'object') properties[name] = orEmpty(property);
};

/** An optional field, or nothing in it, as content managers write the fields that nobody has filled in. */
const orEmpty = ({ description, ...property }: JsonSchema): JsonSchema => ({
  ...(description !== undefined && { description }),
  anyOf: [property, { $ref: '#/definitions/empty' }],
});

/** What the reader takes for nothing. */
const empty: JsonSchema = {
  anyOf: [
    { type: 'null' },
    { type: 'string', pattern: '^\\s*$' },
    { type: 'array', items: { $ref: '#/definitions/empty' } },
    { type: 'object', additionalProperties: { $ref: '#/definitions/empty' } },
  ],
};

/** JSON as the formatter of the project writes it: lists of plain values on one line. */
const written = (value: unknown, indent = ''): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const fields = Object.entries(value).map(
      ([name, one]) => `${inner}${JSON.stringify(name)}: ${written(one, inner)}`,
    );
    return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
  }
  const items = value.map((one) => written(one, inner));
  return value.some((one) => typeof one === 'object')
    ? `[\n${items.map((item) => `${inner}${item}`).join(',\n')}\n${indent}]`
    : `[${items.join(', ')}]`;
};
