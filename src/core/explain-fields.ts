import type { Explain } from './check-fields.ts';
import { isEmpty } from './empty-fields.ts';
import { explainPart, flow, formInMetrics } from './figure-forms.ts';
import { foreignField } from './foreign-fields.ts';
import { kindOf, meantAs, meantValue, type ValueContext } from './meant-values.ts';
import { nameOddMarks } from './odd-marks.ts';
import { foldName } from './same-name.ts';
import { documentSchemas } from './schema/documents.ts';
import { linkAddress, scriptAddress, time, webAddress } from './schema/parts.ts';
import { groupAt, valueAt } from './value-at.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** The fields of a document, and what is known of them. */
type Known = { readonly fields: Fields; readonly context: ValueContext };

/**
 * Explains fields of a document that have a name of another program, or a value of another form than theirs: which field, and
 * which value, was probably meant, with the line as it should stand. `names` are the fields that the document can have.
 */
export const explainFields =
  (fields: Fields, context: ValueContext): Explain =>
  (path) => {
    const known: Known = { fields, context };
    const [first] = path;
    if (typeof first !== 'string') return undefined;
    if (path.length > 1) return explainInside(known, path);
    return isField(first, context) && !isMark(known, first) ? explainValue(known, first) : explainName(known, first);
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

/** Whether `published` says yes or no, as with other programs, and not when. */
const isMark = ({ fields }: Known, name: string): boolean =>
  name === 'published' && saysPublished(name, valueAt(fields.data, [name])) !== undefined;

const explainName = ({ fields, context }: Known, name: string): ReturnType<Explain> => {
  const value = valueAt(fields.data, [name]);
  const published = context.kind === 'entry' ? saysPublished(foldName(name), value) : undefined;
  if (published === true) return { hint: 'Remove it: every entry is published that is no draft.' };
  const isDraft = published === false;
  const foreign = isDraft ? { field: 'draft' } : foreignField(context.kind, [name === 'published' ? 'publish' : name]);
  if (foreign === undefined) return context.kind === 'entry' ? explainPart(fields, name, context.metrics) : undefined;
  const comment = fields.commentAt([name])?.comment;
  if (comment !== undefined && isEmpty(value) && 'field' in foreign)
    return explainComment(foreign.field, comment, context);
  if (isEmpty(value) && ('advice' in foreign || typeof value !== 'object' || value === null))
    return { hint: 'Remove it: it is empty.' };
  if ('advice' in foreign) return { hint: foreign.advice };
  const { field } = foreign;
  if (field === 'slug' && /\/:|[{}%]/.test(String(value)))
    return { hint: 'Remove it: the address comes from the name of the file.' };
  const there = Object.keys(groupAt(fields.data, []));
  const others = there.filter((one) => one === field || (one !== name && leadsTo(one, field, context)));
  const taken = others.find((one) => one === field || there.indexOf(one) < there.indexOf(name));
  if (taken === field) return { hint: `Remove it: "${field}" is there already.` };
  if (taken !== undefined)
    return {
      hint: `"${field}" is what is meant, and "${taken}" says it already: put there what is missing, and remove this field.`,
    };
  const corrected = isDraft
    ? fields.placeOfPair([name]).corrected({ yaml: 'draft: true' })
    : renamed(fields, name, field, context);
  const form =
    corrected === undefined ? (wholeOf(fields, name, field, context) ?? formOf(field, value, context)) : undefined;
  return {
    field,
    hint: `Did you mean "${field}"?${form === undefined ? '' : ` ${form}`}`,
    ...(corrected && { corrected }),
  };
};

/** A field of another program whose value YAML takes for a comment, as in `tags: #run #city`. */
const explainComment = (field: string, comment: string, context: ValueContext): ReturnType<Explain> => {
  const meant = meantValue(field, comment, '', context);
  const instead = meant ?? JSON.stringify(comment.trimEnd());
  return {
    field,
    hint: `Did you mean "${field}"? Write ${field}: ${instead} in the place of this line: what stands behind "#" is a comment.`,
  };
};

/** Whether a field of other programs says that an entry is published, or that it is not; nothing where it says neither. */
const saysPublished = (name: string, value: unknown): boolean | undefined => {
  const word = String(value).toLowerCase();
  const [yes, no] = [/^(?:true|yes|on|1)$/.test(word), /^(?:false|no|off|0)$/.test(word)];
  if (/^(?:hidden|private|unlisted)$/.test(name)) return yes ? false : no ? true : undefined;
  if (!/^(?:published?|status|poststatus|visibility)$/.test(name)) return undefined;
  if (yes || /^(?:publish|published|public|live|final|visible)$/.test(word)) return true;
  return no || /^(?:draft|private|hidden|pending|future|scheduled|unpublished|archived|trash)$/.test(word)
    ? false
    : undefined;
};

const isField = (name: string, { kind }: ValueContext): boolean => Object.hasOwn(documentSchemas[kind].shape, name);

const leadsTo = (name: string, field: string, context: ValueContext): boolean => {
  const foreign = isField(name, context) ? undefined : foreignField(context.kind, [name]);
  return foreign !== undefined && 'field' in foreign && foreign.field === field;
};

/** What comes in the place of a field with a value on several lines, in one line. */
const wholeOf = (fields: Fields, name: string, field: string, context: ValueContext): string | undefined => {
  const source = fields.sourceOf([name]) ?? '';
  const meant =
    source.includes('\n') || !fields.placeOfPair([name]).corrected('')
      ? meantValue(field, valueAt(fields.data, [name]), '', context)
      : undefined;
  return meant === undefined || meant === '' ? undefined : `Write ${field}: ${meant} in the place of these lines.`;
};

/** A field with its own name, and a value that it does not take. */
const explainValue = ({ fields, context }: Known, name: string): ReturnType<Explain> => {
  const value = valueAt(fields.data, [name]);
  const source = fields.sourceOf([name]) ?? '';
  const meant = value === null ? undefined : meantValue(name, value, source, context);
  const corrected =
    meant === undefined || meant === source ? undefined : fields.placeOf([name]).corrected({ yaml: meant });
  const kind = kindOf(name, context);
  const odd = kind === 'time' ? '' : nameOddMarks(source);
  const whole = corrected === undefined && value !== null ? wholeOf(fields, name, name, context) : undefined;
  if (whole !== undefined) return { hint: whole };
  // The numbers of a text need quotes and nothing else.
  const isText = kind === 'text' || kind === 'slug';
  const isWord = !isText || (typeof value !== 'number' && typeof value !== 'boolean');
  if (corrected !== undefined && isWord && kind !== 'time')
    return { hint: [`Write ${meant}.`, odd].filter(Boolean).join(' '), corrected };
  if (corrected !== undefined && kind === 'time') return { hint: `Write ${meant}.`, corrected };
  const form = formOf(name, value, context);
  return form === undefined ? undefined : { hint: form };
};

/** Fields and values inside groups and lists. */
const explainInside = ({ fields, context }: Known, path: FieldPath): ReturnType<Explain> => {
  const [group, index] = path;
  const name = path.at(-1);
  const value = valueAt(fields.data, path);
  if (typeof name === 'number' && group === 'metrics') return formInMetrics(path, value);
  if (typeof name === 'number') return explainItem({ fields, context }, path, value);
  const known: Known = { fields, context };
  const inner =
    explainMetricName(known, path) ??
    explainInnerValue(known, path, value) ??
    explainDatedNote(path, value) ??
    (group === 'metrics' ? formInMetrics(path, value) : undefined);
  if (inner !== undefined) return inner;
  const foreign = foreignField(context.kind, path);
  if (foreign !== undefined && 'advice' in foreign) return { hint: foreign.advice };
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

/** A value inside a group that is written in another form: an address, a reference, a word of a few. */
const explainInnerValue = ({ fields, context }: Known, path: FieldPath, value: unknown): ReturnType<Explain> => {
  const isLink = path[0] === 'links' && path.at(-1) === 'url';
  const meant = isLink ? meantAs(linkAddress, value, '', context) : meantInside(String(path.at(-1)), value, context);
  const corrected = meant === undefined ? undefined : fields.placeOf(path).corrected({ yaml: meant });
  return corrected === undefined ? undefined : { hint: `Write ${meant}.`, corrected };
};

const meantInside = (name: string, value: unknown, context: ValueContext): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
  if (name === 'url') return meantAs(webAddress, value, '', context) || undefined;
  if (name === 'src') return meantAs(scriptAddress, value, '', context) || undefined;
  if (name === 'metric') return Array.isArray(value) && value.length === 1 ? String(value[0]) : undefined;
  if (name === 'surpasses') return text === undefined || text === '' ? undefined : flow([text]);
  if (name === 'format')
    return /^(?:time|laptime|durations|hh:mm:ss|mm:ss)$/i.test(text ?? '') ? 'duration' : undefined;
  if (
    name === 'better' &&
    /^(?:low|lowest|less|min|minimum|smaller|smallest|fewer|shorter|shortest|faster|fastest)$/i.test(text ?? '')
  )
    return 'lower';
  return name === 'better' &&
    /^(?:high|highest|more|max|maximum|larger|largest|bigger|longer|longest)$/i.test(text ?? '')
    ? 'higher'
    : undefined;
};

/** `{gmv: 10e9}`, where the name of the metric stands in the place of the field that names it. */
const explainMetricName = ({ fields, context }: Known, path: FieldPath): ReturnType<Explain> => {
  if (path.length !== 2 || path[0] !== 'milestone' || !context.metrics?.includes(String(path[1]))) return undefined;
  const meant = meantValue('milestone', valueAt(fields.data, ['milestone']), '', context);
  const corrected = meant === undefined ? undefined : fields.placeOf(['milestone']).corrected({ yaml: meant });
  return {
    hint: `Write milestone: ${meant ?? flow({ metric: path[1], value: 10 })}.`,
    ...(corrected && { corrected }),
  };
};

/** `- 2026-07-01T10:00: Fixed the name`, where the time of a correction stands in the place of a field's name. */
const explainDatedNote = (path: FieldPath, value: unknown): ReturnType<Explain> => {
  const when = String(path.at(-1));
  if (path[0] !== 'corrections' || !isDate(when) || typeof value !== 'string') return undefined;
  return { hint: `Write - ${flow({ time: when, note: value.trim().slice(0, 200) })} in the place of this line.` };
};

const isMoment = (value: unknown, context: ValueContext): boolean =>
  typeof value === 'string' && meantAs(time, value, value, context) === value;

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
const formOf = (field: string, value: unknown, { kind, date, metrics }: ValueContext): string | undefined => {
  const written = typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
  const now = `${date?.slice(0, 10) ?? '2024-05-01'}T10:00`;
  if (field === 'corrections' && kind === 'entry')
    return `Write when it was corrected, and what: corrections: ${flow([{ time: now, note: written ?? 'What was corrected' }])}.`;
  if (field === 'withdrawn')
    return value === false
      ? 'Remove it: nothing is withdrawn that does not say so.'
      : `Write when it was withdrawn, and why: withdrawn: ${flow(isDate(written) ? { time: written, reason: 'Why' } : { time: now, reason: written ?? 'Why' })}.`;
  if (field === 'hero')
    return `Write the picture, and what it shows: hero: ${flow({ picture: written ?? 'picture.jpg', alt: 'What the picture shows' })}.`;
  if (field === 'milestone' && kind === 'entry')
    return value === false
      ? 'Remove it: no entry is a key moment that does not say so.'
      : `Write milestone: true for a key moment, or its metric: milestone: ${flow({ metric: metrics?.[0] ?? metricOf(written), value: typeof value === 'number' ? value : 10 })}.`;
  if (field === 'links')
    return `Write each with its title: links: ${flow([{ title: 'What readers see', url: 'https://example.org/' }])}.`;
  if (field === 'results' && kind === 'event')
    return `Write each with its label: results: ${flow([{ label: 'Result', value: written ?? '3:1' }])}.`;
  if (field === 'translations')
    return `Write each under its language: translations: ${flow({ de: written ?? 'summer-launch-de' })}.`;
  if (field === 'metrics')
    return `Write each under its slug: metrics: ${flow({ orders: { title: 'Orders', unit: 'orders' } })}.`;
  return undefined;
};

const isDate = (text: string | undefined): boolean => /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(text ?? '');

const metricOf = (written: string | undefined): string =>
  written && /^[a-z][a-z-]*$/.test(written) ? written : 'orders';
