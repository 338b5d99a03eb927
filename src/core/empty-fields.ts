import { z } from 'zod';
import { optionsOf, type Parts, partsOfSchema } from './schema/notes.ts';
import type { FieldPath } from './yaml.ts';

/** Whether a value says nothing: nothing, a text of blanks, a list or a group of what says nothing. */
export const isEmpty = (value: unknown, seen: ReadonlySet<unknown> = new Set()): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  // A value can hold itself, by an alias of YAML.
  (typeof value === 'object' &&
    !seen.has(value) &&
    Object.values(value).every((one) => isEmpty(one, new Set([...seen, value]))));

/**
 * The data without optional fields that are empty, as content managers write all of theirs. `keeps` names those that stay: their
 * value may be lost in a comment.
 */
export const withoutEmpty = (
  schema: z.core.$ZodType,
  data: unknown,
  keeps: (path: FieldPath) => boolean,
  path: FieldPath = [],
): unknown => {
  if (typeof data !== 'object' || data === null || !hasEmpty(data)) return data;
  const { shape, item } = partsOfKind(schema, Array.isArray(data));
  if (Array.isArray(data))
    return item ? data.map((one, index) => withoutEmpty(item, one, keeps, [...path, index])) : data;
  const kept = Object.entries(data).flatMap(([name, value]): [string, unknown][] => {
    const part = shape ? (Object.hasOwn(shape, name) ? shape[name] : undefined) : item;
    if (!part) return [[name, value]];
    const inside = [...path, name];
    if (
      part._zod.def.type === 'optional' &&
      isEmpty(value) &&
      !namesSomething(part, value) &&
      !holdsKept(value, keeps, inside)
    )
      return [];
    return [[name, withoutEmpty(part, value, keeps, inside)]];
  });
  return Object.fromEntries(kept);
};

/** Whether a value stays, or holds one that does. */
const holdsKept = (
  value: unknown,
  keeps: (path: FieldPath) => boolean,
  path: FieldPath,
  seen: ReadonlySet<unknown> = new Set(),
): boolean =>
  keeps(path) ||
  (typeof value === 'object' &&
    value !== null &&
    !seen.has(value) &&
    Object.entries(value).some(([name, one]) => holdsKept(one, keeps, [...path, name], new Set([...seen, value]))));

/** Whether names say something where no values do: `topics: {gmv, retail}` and `milestone: {metric:gmv}` are slips. */
const namesSomething = (part: z.core.$ZodType, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { shape, item } = partsOfKind(part, false);
  return item === undefined && Object.keys(value).some((name) => shape === undefined || !Object.hasOwn(shape, name));
};

const hasEmpty = (value: object, seen = new Set<unknown>()): boolean => {
  if (seen.has(value)) return false;
  seen.add(value);
  return Object.values(value).some(
    (one) => isEmpty(one) || (typeof one === 'object' && one !== null && hasEmpty(one, seen)),
  );
};

/** The parts of the first option of a schema that is a list, or a group. */
const partsOfKind = (schema: z.core.$ZodType, isList: boolean): Parts =>
  optionsOf(schema)
    .filter((one) => one instanceof z.core.$ZodArray === isList)
    .map(partsOfSchema)
    .find(({ shape, item }) => shape || item) ?? {};
