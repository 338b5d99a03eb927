import type { FieldPath } from './yaml.ts';

/** The value at a path of plain data; nothing where there is none. */
export const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, key) => (isCollection(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    data,
  );

/** The group or list at a path; an empty group where there is none. */
export const groupAt = (data: unknown, path: FieldPath): Readonly<Record<PropertyKey, unknown>> => {
  const found = valueAt(data, path);
  return isCollection(found) ? found : {};
};

const isCollection = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;
