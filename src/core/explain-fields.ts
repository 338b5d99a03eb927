import { stringify } from 'yaml';
import type { Explain } from './check-fields.ts';
import { isEmpty } from './empty-fields.ts';
import { foreignField } from './foreign-fields.ts';
import { isTime, meantValue, type ValueContext } from './meant-values.ts';
import { nameOddMarks } from './odd-marks.ts';
import { foldName } from './same-name.ts';
import { groupAt, valueAt } from './value-at.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** The fields of a document, and what is known of them. */
type Known = { readonly fields: Fields; readonly context: ValueContext; readonly names: readonly string[] };

/**
 * Explains fields of a document that have a name of another program, or a value of another form than theirs: which field, and
 * which value, was probably meant, with the line as it should stand. `names` are the fields that the document can have.
 */
export const explainFields =
  (fields: Fields, context: ValueContext, names: readonly string[]): Explain =>
  (path) => {
    const known: Known = { fields, context, names };
    const [first] = path;
    if (typeof first !== 'string') return undefined;
    if (path.length > 1) return explainInside(known, path);
    return names.includes(first) ? explainValue(known, first) : explainName(known, first);
  };

/** The line of a field with another name, and with its value in the form that this one takes; nothing where it takes none. */
export const renamed = (fields: Fields, from: string, field: string, context: ValueContext): string | undefined => {
  const value = valueAt(fields.data, [from]);
  const source = fields.sourceOf([from]) ?? '';
  const meant = meantValue(field, value, source, context);
  if (meant === source) return fields.placeOfKey([from]).corrected(field);
  if (meant !== undefined) return fields.placeOfPair([from]).corrected({ yaml: `${field}: ${meant}` });
  // A list or text on several lines stays as it is, where it is right.
  const isAsItIs = source.includes('\n') && meantValue(field, value, 'as it is', context) === 'as it is';
  return isAsItIs ? fields.placeOfKey([from]).corrected(field) : undefined;
};

const explainName = ({ fields, context, names }: Known, name: string): ReturnType<Explain> => {
  const value = valueAt(fields.data, [name]);
  const isPublished = context.kind === 'entry' && /^(?:published?|status)$/.test(foldName(name));
  if (isPublished && (value === true || value === 'published'))
    return { hint: 'Remove it: every entry is published that is no draft.' };
  const isDraft = isPublished && (value === false || value === 'draft');
  const foreign = isDraft ? { field: 'draft' } : foreignField(context.kind, undefined, name);
  if (foreign === undefined) return undefined;
  if (isEmpty(value) && ('advice' in foreign || typeof value !== 'object' || value === null))
    return { hint: 'Remove it: it is empty.' };
  if ('advice' in foreign) return { hint: foreign.advice };
  const { field } = foreign;
  const there = Object.keys(groupAt(fields.data, []));
  const others = there.filter((one) => one === field || (one !== name && leadsTo(one, field, names, context)));
  const taken = others.find((one) => one === field || there.indexOf(one) < there.indexOf(name));
  if (taken === field) return { hint: `Remove it: "${field}" is there already.` };
  if (taken !== undefined)
    return {
      hint: `"${field}" is what is meant, and "${taken}" says it already: put there what is missing, and remove this field.`,
    };
  const corrected = isDraft
    ? fields.placeOfPair([name]).corrected({ yaml: 'draft: true' })
    : renamed(fields, name, field, context);
  const form = corrected === undefined ? formOf(field, value, context) : undefined;
  return {
    field,
    hint: `Did you mean "${field}"?${form === undefined ? '' : ` ${form}`}`,
    ...(corrected && { corrected }),
  };
};

const leadsTo = (name: string, field: string, names: readonly string[], { kind }: ValueContext): boolean => {
  const foreign = names.includes(name) ? undefined : foreignField(kind, undefined, name);
  return foreign !== undefined && 'field' in foreign && foreign.field === field;
};

/** A field with its own name, and a value that it does not take. */
const explainValue = ({ fields, context }: Known, name: string): ReturnType<Explain> => {
  const value = valueAt(fields.data, [name]);
  const source = fields.sourceOf([name]) ?? '';
  const meant = value === null ? undefined : meantValue(name, value, source, context);
  const corrected =
    meant === undefined || meant === source ? undefined : fields.placeOf([name]).corrected({ yaml: meant });
  const odd = isTime(name) ? '' : nameOddMarks(source);
  if (corrected !== undefined && typeof value !== 'number' && typeof value !== 'boolean')
    return { hint: [`Write ${meant}.`, odd].filter(Boolean).join(' '), corrected };
  const form = formOf(name, value, context);
  if (corrected !== undefined && isTime(name)) return { hint: `Write ${meant}.`, corrected };
  return form === undefined ? undefined : { hint: form };
};

/** Fields and values inside groups and lists. */
const explainInside = ({ fields, context }: Known, path: FieldPath): ReturnType<Explain> => {
  const [group, index] = path;
  const name = path.at(-1);
  const value = valueAt(fields.data, path);
  if (typeof name === 'number') return explainItem({ fields, context, names: [] }, path, value);
  const above = path.filter((one) => typeof one === 'string').at(-2);
  const foreign = foreignField(context.kind, above, String(name));
  const isUnknown = foreign !== undefined && 'field' in foreign;
  if (!isUnknown || typeof group !== 'string' || (index === name && typeof index === 'number')) return undefined;
  const siblings = valueAt(fields.data, path.slice(0, -1));
  if (typeof siblings === 'object' && siblings !== null && Object.hasOwn(siblings, foreign.field)) return undefined;
  const corrected =
    foreign.field === 'time' && !isMoment(value, context)
      ? undefined
      : fields.placeOfKey(path).corrected(foreign.field);
  return { field: foreign.field, hint: `Did you mean "${foreign.field}"?`, ...(corrected && { corrected }) };
};

const isMoment = (value: unknown, context: ValueContext): boolean =>
  typeof value === 'string' && meantValue('time', value, value, { ...context, kind: 'entry' }) === value;

/** An item of a list that should be a group: an address among links, a text among corrections. */
const explainItem = ({ fields, context }: Known, path: FieldPath, value: unknown): ReturnType<Explain> => {
  const [group] = path;
  if (typeof group !== 'string' || path.length !== 2) return undefined;
  const meant = meantValue(group, [value], '', context);
  const item = meant === undefined || isEmpty(value) ? undefined : /^\[(.*)\]$/s.exec(meant)?.[1];
  const corrected = typeof value === 'object' || !item ? undefined : fields.placeOf(path).corrected({ yaml: item });
  if (corrected !== undefined && /^(?:links|results)$/.test(group)) return { hint: `Write ${item}.`, corrected };
  const form = formOf(group, value, context);
  return form === undefined ? undefined : { hint: form };
};

/** How a field is written whose value somebody has to complete, with what was written in its place. */
const formOf = (field: string, value: unknown, { kind, date }: ValueContext): string | undefined => {
  const written = typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
  const time = `${date ?? '2024-05-01'}T10:00`;
  if (field === 'corrections' && kind === 'entry')
    return `Write when it was corrected, and what: corrections: ${flow([{ time, note: written ?? 'What was corrected' }])}.`;
  if (field === 'withdrawn')
    return value === false
      ? 'Remove it: nothing is withdrawn that does not say so.'
      : `Write when it was withdrawn, and why: withdrawn: ${flow({ time, reason: written ?? 'Why' })}.`;
  if (field === 'hero')
    return `Write the picture, and what it shows: hero: ${flow({ picture: written ?? 'picture.jpg', alt: 'What the picture shows' })}.`;
  if (field === 'milestone' && kind === 'entry')
    return value === false
      ? 'Remove it: no entry is a key moment that does not say so.'
      : `Write milestone: true for a key moment, or its metric: milestone: ${flow({ metric: metricOf(written), value: typeof value === 'number' ? value : 10 })}.`;
  if (field === 'links')
    return `Write each with its title: links: ${flow([{ title: 'What readers see', url: 'https://example.org/' }])}.`;
  if (field === 'results' && kind === 'event')
    return `Write each with its label: results: ${flow([{ label: 'Result', value: written ?? '3:1' }])}.`;
  if (field === 'metrics')
    return `Write each under its slug: metrics: ${flow({ orders: { title: 'Orders', unit: 'orders' } })}.`;
  return undefined;
};

const metricOf = (written: string | undefined): string =>
  written && /^[a-z][a-z-]*$/.test(written) ? written : 'orders';

const flow = (value: unknown): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd();
