import type { z } from 'zod';
import type { Report } from './diagnostics.ts';
import { withoutEmpty } from './empty-fields.ts';
import { nearest } from './nearest.ts';
import { placeOfFile, reportAt } from './place.ts';
import { sameName } from './same-name.ts';
import { fieldsAt } from './schema/notes.ts';
import { valueAt } from './value-at.ts';
import type { FieldPath, Fields } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** Fields that have been checked: all of them, where all are right, and those that are right in any case. */
export type Checked<Data> = { readonly complete?: Data; readonly sound: Partial<Data> };

/**
 * How a fault at a path is fixed, where more is known of the field than its type; `field` is the one that an unknown name
 * means.
 */
export type Explain = (
  path: FieldPath,
) => { readonly hint: string; readonly corrected?: string; readonly field?: string } | undefined;

/** The line of a field of the document with another name, where its value is right under that. */
type Rename = (from: string, field: string) => string | undefined;

/** Explains by the first of these that knows the field. */
export const firstOf =
  (...all: readonly Explain[]): Explain =>
  (path) => {
    for (const explain of all) {
      const found = explain(path);
      if (found) return found;
    }
    return undefined;
  };

/** Fields and their schema, who explains faults in them, and the paths of those that have another name, so that they are not missing. */
type Explained = Fields & {
  readonly schema: z.ZodType;
  readonly explain: Explain;
  readonly rename?: Rename | undefined;
  readonly misnamed: Set<string>;
};

/**
 * The fields as `schema` types them, with every breach reported at its place. Fields that are sound can be checked
 * further although others are not, so that a writer learns of everything in one run.
 */
export const checkFields = <Schema extends z.ZodObject>(
  schema: Schema,
  given: Fields,
  report: Report,
  { explain = () => undefined, rename }: { readonly explain?: Explain; readonly rename?: Rename } = {},
): Checked<z.infer<Schema>> => {
  const isLost = (path: FieldPath): boolean =>
    (valueAt(given.data, path) ?? '') === '' && given.commentAt(path) !== undefined;
  const data = withoutEmpty(schema, given.data, isLost);
  const fields: Explained = { ...given, schema, data, explain, rename, misnamed: new Set() };
  const result = schema.safeParse(fields.data);
  if (result.success) return { complete: result.data, sound: result.data };
  const { issues } = result.error;
  // A field with another name is not missing as well.
  const byName = (issue: Issue): number => (issue.code === 'unrecognized_keys' ? 0 : 1);
  for (const issue of issues.toSorted((a, b) => byName(a) - byName(b))) reportIssue(fields, issue, [], report);
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const all = typeof fields.data === 'object' && fields.data !== null ? Object.entries(fields.data) : [];
  const sound = all.filter(([name]) => Object.hasOwn(schema.shape, name) && !wrong.has(name));
  // No issue is at these, so each is what the schema says; the types of zod cannot tell.
  return { sound: Object.fromEntries(sound) as Partial<z.infer<Schema>> };
};

const reportIssue = (fields: Explained, issue: Issue, above: FieldPath, report: Report): void => {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const inside = issue.errors.find(
      (branch) => branch.length > 0 && branch.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
    );
    if (inside) for (const one of inside) reportIssue(fields, one, path, report);
    else reportValue(fields, path, issue.message, report);
  } else if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      reportUnknownKey(fields, [...path, key], Object.keys(fieldsAt(fields.schema, path)), report);
  } else if (valueAt(fields.data, path) === undefined) {
    reportMissing(fields, path, issue.message, report);
  } else {
    reportValue(fields, path, issue.message, report);
  }
};

const reportUnknownKey = (fields: Explained, path: FieldPath, known: readonly string[], report: Report): void => {
  const name = String(path.at(-1));
  const { field, ...words } = meantField(fields, path, known);
  if (field !== undefined) fields.misnamed.add(JSON.stringify([...path.slice(0, -1), field]));
  reportAt(fields.placeOfKey(path), report, {
    rule: 'unknown-key',
    message: `Unexpected field "${name}"${inGroup(path.slice(0, -1))}, expected one of ${known.join(', ')}`,
    ...words,
  });
};

/** What an unknown name means: a field in other letters, what is known of other programs, or a name that is near. */
const meantField = (
  fields: Explained,
  path: FieldPath,
  known: readonly string[],
): { readonly hint: string; readonly corrected?: string; readonly field?: string } => {
  const name = String(path.at(-1));
  const there = Object.keys(valueAt(fields.data, path.slice(0, -1)) ?? {});
  const free = known.filter((one) => !there.includes(one));
  const same = sameName(name, known);
  if (same !== undefined && there.includes(same)) return { hint: `Remove it: "${same}" is there already.` };
  const explained = same === undefined ? fields.explain(path) : undefined;
  if (explained) return explained;
  const meant = same ?? nearest(name, free);
  if (meant !== undefined) {
    const isOfDocument = path.length === 1 && fields.rename !== undefined;
    const line = isOfDocument ? fields.rename?.(name, meant) : fields.placeOfKey(path).corrected(meant);
    return { field: meant, hint: `Did you mean "${meant}"?`, ...(line && { corrected: line }) };
  }
  // In {time: …, note: two, not three} the comma begins another field, which has no value.
  const isCut = valueAt(fields.data, path) === null && path.length > 1;
  return {
    hint: isCut
      ? 'Put the text before it in quotes if the comma is part of it; otherwise give it a value and a known name.'
      : 'Remove it, or correct its name.',
  };
};

const reportMissing = (fields: Explained, path: FieldPath, expected: string, report: Report): void => {
  if (fields.misnamed.has(JSON.stringify(path))) return;
  const name = String(path.at(-1));
  reportAt(path.length > 1 ? fields.placeOf(path.slice(0, -1)) : placeOfFile(fields.file), report, {
    rule: 'missing-field',
    message: `Unexpected end of the fields${inGroup(path.slice(0, -1))}, expected "${name}": ${expected}`,
    hint: `Add ${name}: followed by ${expected}.`,
  });
};

const reportValue = (fields: Explained, path: FieldPath, expected: string, report: Report): void => {
  const value = valueAt(fields.data, path);
  if ((value === null || value === '') && reportComment(fields, path, report)) return;
  const meant = meantValue(value, fields.sourceOf(path) ?? '', expected);
  reportAt(fields.placeOf(path), report, {
    rule: 'invalid-value',
    message: `Unexpected ${describe(value)}${inGroup(path)}, expected ${expected}`,
    hint: hintOf(value, meant, expected),
    meant,
    ...explainedAt(fields, path),
  });
};

const hintOf = (value: unknown, meant: ReturnType<typeof meantValue>, expected: string): string => {
  if (typeof meant === 'string' && meant.startsWith('#')) return 'Write # and its digits alone, in quotes.';
  const isTextAlready = typeof value === 'string';
  return typeof meant === 'string' && !isTextAlready
    ? 'Put it in quotes to make it text.'
    : `Write ${meant ?? expected}.`;
};

const explainedAt = (
  fields: Explained,
  path: FieldPath,
): { readonly hint: string; readonly corrected?: string } | undefined => {
  const { field: _, ...words } = fields.explain(path) ?? { hint: '' };
  return words.hint === '' ? undefined : words;
};

/** Reports a value that is a comment for YAML; gives whether it is one. */
const reportComment = (fields: Explained, path: FieldPath, report: Report): boolean => {
  const found = fields.commentAt(path);
  if (!found) return false;
  reportAt(found.place, report, {
    rule: 'invalid-value',
    ...wordsOfLost(found.comment.trimEnd(), path),
    meant: { yaml: JSON.stringify(found.comment.trimEnd()) },
  });
  return true;
};

const wordsOfLost = (lost: string, path: FieldPath): { readonly message: string; readonly hint: string } =>
  lost.startsWith('#')
    ? {
        message: `Unexpected comment "${lost}"${inGroup(path)}, expected a value: what stands behind "#" is lost`,
        hint: 'Put it in quotes, or put a blank behind the "#" and leave the field out if it is a comment.',
      }
    : {
        message: `Unexpected ${lost.startsWith('&') ? 'anchor' : 'tag'} "${lost}"${inGroup(path)}, expected a value: YAML takes it for a mark of its own`,
        hint: 'Put it in quotes.',
      };

/** What a value of the wrong type was surely meant to be: text that YAML took for something else, a yes or no, a number. */
const meantValue = (value: unknown, source: string, expected: string): string | boolean | number | undefined => {
  if ((typeof value === 'number' || typeof value === 'boolean') && /^(text|a name)/.test(expected)) return source;
  if (expected.startsWith('a colour')) return meantColour(typeof value === 'string' ? value : source);
  if (typeof value !== 'string') return undefined;
  // One of a few words, such as `header, footer or none`.
  if (/^[a-z-]+(?:, [a-z-]+)* or [a-z-]+$/.test(expected) && expected !== 'true or false')
    return nearest(value.toLowerCase(), expected.split(/, | or /));
  if (/^a (whole )?number/.test(expected) && /^-?\d+(_\d+)+$/.test(value)) return Number(value.replaceAll('_', ''));
  if (expected !== 'true or false') return undefined;
  if (/^(yes|y|on|true)$/i.test(value)) return true;
  return /^(no|n|off|false)$/i.test(value) ? false : undefined;
};

/** A colour in hexadecimal digits that lacks its sign, or has another one, or more than a value around it. */
const meantColour = (written: string): string | undefined => {
  const [, digits] = /^\s*(?:#*|0x)((?:[\da-f]{3}){1,2})[\s;]*$/i.exec(written) ?? [];
  return digits && `#${digits}`;
};

/** A value as a diagnostic names it: `text "no"`, `the number 12`, `a list`. */
const describe = (value: unknown): string => {
  if (typeof value === 'string') return `text "${shortened(value.replaceAll(/\r?\n/g, '↵'))}"`;
  if (typeof value === 'number') return `number ${value}`;
  if (typeof value === 'boolean') return `${value}`;
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'list' : 'group of fields';
};

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const inGroup = (path: FieldPath): string => (path.length === 0 ? '' : ` in "${path.map(String).join('.')}"`);
