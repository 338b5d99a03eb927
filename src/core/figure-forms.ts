import { stringify } from 'yaml';
import type { Explain } from './check-fields.ts';
import { groupAt, valueAt } from './value-at.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** How a metric, its rates and its references are written. */
export const formInMetrics = (path: FieldPath, value: unknown): ReturnType<Explain> => {
  const [, slug, part, index] = path;
  if (path.length === 2 && isText(value))
    return {
      hint: `Write its title and what it counts: ${flow({ [String(slug)]: { title: value, unit: 'orders' } })}.`,
    };
  if (part === 'rates' && path.length === 3 && typeof value !== 'object')
    return {
      hint: `Write each rate behind its currency: rates: ${flow({ CNY: typeof value === 'number' ? value : 6.99 })}.`,
    };
  if (part !== 'references' || (index !== undefined && path.length !== 4)) return undefined;
  if (path.length === 4)
    return isText(value) ? { hint: `Write ${flow({ name: value })}, with its value if it has one.` } : undefined;
  return { hint: `Write each with its name: references: ${flow(referencesMeant(value))}.` };
};

/** `{"2015": 91e9}` and `{name: "2015", value: 91e9}` as a list of references. */
const referencesMeant = (value: unknown): readonly unknown[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ name: isText(value) ? value : '2018' }];
  if (Object.hasOwn(value, 'name')) return [value];
  return Object.entries(value).map(([name, one]) => ({ name, value: one }));
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A field of `milestone` that stands beside it. */
export const explainPart = (fields: Fields, name: string, metrics: readonly string[] = []): ReturnType<Explain> => {
  if (!/^(?:metric|value|surpasses)$/.test(name)) return undefined;
  const whole = groupAt(fields.data, ['milestone']);
  const parts = typeof valueAt(fields.data, ['milestone']) === 'object' ? whole : {};
  return {
    hint: `It is a field of "milestone": write milestone: ${flow({ metric: metrics[0] ?? 'orders', ...parts, [name]: valueAt(fields.data, [name]) })}, and remove it here.`,
  };
};

/** A value as YAML in one line. */
export const flow = (value: unknown): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd();
