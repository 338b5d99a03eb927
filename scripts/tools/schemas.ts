import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type DocumentKind, documentSchemas } from '../../src/core/schema/documents.ts';
import { headScript } from '../../src/core/schema/head.ts';
import { figure, language, line, linkAddress, scriptAddress, time, webAddress } from '../../src/core/schema/parts.ts';
import { root } from '../../src/io/settings.ts';

export const help = `Writes the JSON Schemas of site.yml, event.md and entries into src/core/schema/, for editors, and
the tables of their fields into docs/writing.md.

npm run schemas

The JSON Schemas say what JSON Schema can say of a field; "recapsule check" knows the rest.`;

/** Writes what follows from the schemas, and prints the paths. */
export const run = async (args: readonly string[]): Promise<number> => {
  parseArgs({ args: [...args], options: {} });
  for (const [path, text] of schemaFiles()) {
    await writeFile(join(root, path), text);
    console.log(path);
  }
  return 0;
};

/** The JSON Schemas (draft 7) of the documents, and the document that lists their fields, by their paths in the project. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...kinds.map((kind): [string, string] => {
      const { $schema, ...rest } = z.toJSONSchema(documentSchemas[kind], { target: 'draft-7', override: sayMore });
      const { title } = named[kind];
      return [
        `src/core/schema/${kind}.schema.json`,
        `${written({ $schema, $id: `${kind}.schema.json`, title, ...rest, definitions: { empty } })}\n`,
      ];
    }),
    ...['docs/writing.md', 'docs/pages.md'].map((path): [string, string] => [
      path,
      kinds.reduce(withTable, readFileSync(join(root, path), 'utf8')),
    ]),
  ]);

const kinds = ['entry', 'event', 'page', 'site'] as const;

const named: Readonly<Record<DocumentKind, { readonly title: string; readonly heading: string }>> = {
  entry: { title: 'The front matter of an entry', heading: 'an entry' },
  event: { title: 'The front matter of event.md', heading: '`event.md`' },
  page: { title: 'The front matter of a page', heading: 'a page' },
  site: { title: 'site.yml', heading: '`site.yml`' },
};

/** A text whose table below "Fields of …" has the fields as the schema explains them. */
const withTable = (text: string, kind: DocumentKind): string => {
  const rows = Object.entries(documentSchemas[kind].shape).map(
    ([name, part]) => `| \`${name}\` | ${part.isOptional() ? '' : 'yes'} | ${part.description} |\n`,
  );
  const table = new RegExp(`(?<=\n## Fields of ${named[kind].heading}\n\n\\|.*\n\\|.*\n)(?:\\|.*\n)*`);
  return text.replace(table, () => rows.join(''));
};

const date = '\\d{4}-\\d{2}-\\d{2}';
const clock = '(([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.0{1,9})?)?|24:00(:00(\\.0{1,9})?)?)';

/**
 * What our own checks say of a value, as far as a pattern can: it may let through what the core refuses, never the other
 * way round. By their definitions, because a field that is described is a copy.
 */
const checks = new Map<unknown, Readonly<Record<string, unknown>>>([
  [line._zod.def, { pattern: '^[^\\n\\r]*\\S[^\\n\\r]*$' }],
  [webAddress._zod.def, { pattern: '^https?://[^\\t\\n\\r]+$' }],
  [linkAddress._zod.def, { pattern: '^(https?://[^\\t\\n\\r]+|/\\S*|mailto:\\S+|tel:\\S+)$' }],
  [scriptAddress._zod.def, { pattern: '^(https://[^\\t\\n\\r]+|/\\S*)$' }],
  [headScript._zod.def, { patternProperties: { '^data-': { type: 'string' } }, additionalProperties: false }],
  [language._zod.def, { pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' }],
  [
    time._zod.def,
    { pattern: `^${date}(T${clock}(Z|[+-]\\d{2}:\\d{2})?)?$`, examples: ['2019-11-11T10:18', '2019-11-11'] },
  ],
  [figure.options[2]._zod.def, { minProperties: 1 }],
  [documentSchemas.entry.shape.day.unwrap()._zod.def, { pattern: `^${date}$`, examples: ['2019-11-11'] }],
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
