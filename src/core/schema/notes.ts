import { z } from 'zod';
import type { FieldPath } from '../yaml.ts';

/** What is known of a field beside its type: messages, the command line and editors follow from it. */
type Note = {
  /** What its values are, where that is more than their type: what was meant by others is read by it. */
  readonly kind?: ValueKind;
  /** The names that other programs have for it, folded, with blanks between them. */
  readonly elsewhere?: string;
  /** Readers see it as plain text. */
  readonly plain?: true;
};

/** The kinds of values whose other forms are read. */
export type ValueKind =
  | 'text'
  | 'yes or no'
  | 'whole number'
  | 'address'
  | 'addresses'
  | 'script address'
  | 'language'
  | 'licence'
  | 'time'
  | 'date'
  | 'time of day'
  | 'zone'
  | 'slug'
  | 'slugs'
  | 'topics'
  | 'titles of topics'
  | 'order of entries'
  | 'place in a day'
  | 'milestone'
  | 'links'
  | 'results'
  | 'publisher'
  | 'corrections';

/** The notes on fields and on parts of schemas; what is described or changed has those of the part that it comes from. */
export const notes = z.registry<Note>();

/** What is noted of a field. */
export const noteOf = (schema: z.core.$ZodType): Note => ({
  ...(schema instanceof z.core.$ZodOptional && noteOf(schema._zod.def.innerType)),
  ...notes.get(schema),
});

/** The fields of a group by their names, or what a list or a group of any names holds. */
export type Parts = { readonly shape?: Shape; readonly item?: z.core.$ZodType };

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** The schemas of which a value has one. */
export const optionsOf = (schema: z.core.$ZodType): readonly z.core.$ZodType[] => {
  if (schema instanceof z.core.$ZodOptional) return optionsOf(schema._zod.def.innerType);
  return schema instanceof z.core.$ZodUnion ? schema._zod.def.options.flatMap(optionsOf) : [schema];
};

/** What a schema says of the parts of a value. */
export const partsOfSchema = (schema: z.core.$ZodType): Parts => {
  if (schema instanceof z.core.$ZodObject) return { shape: schema._zod.def.shape };
  if (schema instanceof z.core.$ZodArray) return { item: schema._zod.def.element };
  return schema instanceof z.core.$ZodRecord ? { item: schema._zod.def.valueType } : {};
};

/** The schemas that a value has at a path of names and indexes. */
const schemasAt = (schema: z.core.$ZodType, path: FieldPath): readonly z.core.$ZodType[] =>
  path.reduce<readonly z.core.$ZodType[]>(
    (schemas, key) =>
      schemas.flatMap((one) => {
        const { shape, item } = partsOfSchema(one);
        const part = shape ? (Object.hasOwn(shape, key) ? shape[String(key)] : undefined) : item;
        return part ? optionsOf(part) : [];
      }),
    optionsOf(schema),
  );

/** The fields that a group at a path has, by their names. */
export const fieldsAt = (schema: z.core.$ZodType, path: FieldPath): Shape =>
  Object.assign({}, ...schemasAt(schema, path).map((one) => partsOfSchema(one).shape));

/** The paths of texts in the data that readers see as plain text. */
export const plainTextsIn = (schema: z.core.$ZodType, data: unknown, path: FieldPath = []): readonly FieldPath[] => {
  if (typeof data !== 'object' || data === null) return noteOf(schema).plain ? [path] : [];
  return optionsOf(schema)
    .map(partsOfSchema)
    .flatMap(({ shape, item }) =>
      Object.entries(data).flatMap(([key, value]) => {
        const part = shape ? (Object.hasOwn(shape, key) ? shape[key] : undefined) : item;
        return part ? plainTextsIn(part, value, [...path, Array.isArray(data) ? Number(key) : key]) : [];
      }),
    );
};

/** The fields that cannot be left out, as a sentence lists them: `title, description and url`. */
export const neededIn = ({ shape }: z.ZodObject): string =>
  new Intl.ListFormat('en-GB').format(
    Object.entries(shape).flatMap(([name, part]) => (part instanceof z.core.$ZodOptional ? [] : name)),
  );
