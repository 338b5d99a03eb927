import { stringify } from 'yaml';
import { z } from 'zod';
import { meantLicenses } from './license.ts';
import { meantMoments, parseMoment } from './moment.ts';
import { plainMarks } from './odd-marks.ts';
import { type DocumentKind, documentSchemas } from './schema/documents.ts';
import { noteOf, optionsOf, type ValueKind } from './schema/notes.ts';
import { expectedOfSlug, fixSlug } from './slug.ts';
import { haveSameClocks, isOffsetOnly, isZone, zonesMeant } from './zone-names.ts';

/** What is known where a value stands. */
export type ValueContext = {
  readonly kind: DocumentKind;
  readonly zone: string;
  readonly date?: string | undefined;
  /** The metrics of the event, by their slugs. */
  readonly metrics?: readonly string[];
};

/** A moment of today's rules for clocks, where it is not known when an event is: the beginning of 2025. */
const recently = 1_735_689_600_000;

/**
 * The value that a field probably means by `value`, which was written as `source`: YAML on one line that the field takes,
 * `source` itself where that is right; `undefined` where nothing is likely.
 */
export const meantValue = (
  field: string,
  value: unknown,
  source: string,
  context: ValueContext,
): string | undefined => {
  const part = partOf(field, context);
  return part && meantAs(part, value, source, context);
};

/** The same of any part of a schema. */
export const meantAs = (part: z.ZodType, value: unknown, source: string, context: ValueContext): string | undefined => {
  const candidates = [
    { value, yaml: source },
    ...readings(part, value, source, context)
      .filter((one) => one !== undefined)
      .map(asYaml),
  ];
  return candidates.find((one) => !one.yaml.includes('\n') && isRight(part, one.value, context))?.yaml;
};

/** What the values of a field are. */
export const kindOf = (field: string, context: ValueContext): ValueKind | undefined => {
  const part = partOf(field, context);
  return part && noteOf(part).kind;
};

const partOf = (field: string, { kind }: ValueContext): z.ZodType | undefined => {
  const shape: Readonly<Record<string, z.ZodType>> = documentSchemas[kind].shape;
  return Object.hasOwn(shape, field) ? shape[field] : undefined;
};

/** Whether a field takes a value: by its type, and by what is read of it later. */
const isRight = (part: z.ZodType, value: unknown, { zone }: ValueContext): boolean => {
  if (!part.safeParse(value).success) return false;
  const areSlugs = (all: readonly unknown[]): boolean =>
    all.every((one) => typeof one === 'string' && expectedOfSlug(one) === undefined);
  switch (noteOf(part).kind) {
    case 'time':
      return typeof value === 'string' && !('rule' in parseMoment(value, zone));
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'zone':
      return typeof value === 'string' && isZone(value);
    case 'slug':
    case 'slugs':
    case 'topics':
      return areSlugs([value].flat());
    case 'titles of topics':
      return areSlugs(Object.keys(value ?? {}));
    default:
      return true;
  }
};

const asYaml = (value: unknown): { value: unknown; yaml: string } => ({
  value,
  yaml: stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd(),
});

/** What a value can mean as the value of a field, the likeliest first. */
const readings = (part: z.ZodType, value: unknown, source: string, context: ValueContext): readonly unknown[] => {
  const [only, ...others] = Array.isArray(value) ? value : [];
  if (only !== undefined && others.length === 0 && !isListed(part))
    return [only, ...readings(part, only, source, context)];
  const text =
    typeof value === 'string'
      ? plainMarks(value)
          .trim()
          .replace(/^["']|["']$/g, '')
      : undefined;
  const { kind = 'text' } = noteOf(part);
  const read = readers[kind];
  return read ? read({ value, text }, context) : texts(value, source);
};

/** A value, and what it says where it is text. */
type Given = { readonly value: unknown; readonly text: string | undefined };
type Reader = (given: Given, context: ValueContext) => readonly unknown[];

/** What another program fills in, as in /:year/:title/, is no address. */
const slugsIn = (value: unknown): readonly string[] =>
  itemsOf(value)
    .filter((one) => !/\/:|[{}%]/.test(one))
    .map((one) => fixSlug(lastPart(one)));

/** How values are read, by their kind; those of others are texts. */
const readers: Readonly<Partial<Record<ValueKind, Reader>>> = {
  time: ({ value }, { zone, date }) => {
    const meant = isScalar(value) ? meantMoments(String(value), zone, date) : [];
    return meant.length === 1 ? meant : [];
  },
  'yes or no': ({ value, text }) => yesOrNo(text ?? value),
  // What has no dot before its first slash is no host.
  address: ({ text = '' }) =>
    /^\/?[^./]+\/|^\.?\/?pages\//.test(text)
      ? [...ownAddresses(text), ...addresses(text)]
      : [...addresses(text), ...ownAddresses(text)],
  addresses: ({ value }) => [itemsOf(value).flatMap((one) => addresses(one).slice(0, 1))],
  licence: ({ text = '' }) => [...meantLicenses(text), ...addresses(text)],
  'script address': ({ text = '' }) => [text.replace(/^(?:https?:)?\/\//i, 'https://'), ...ownAddresses(text)],
  topics: ({ value }) => [[...new Set(itemsOf(value).map(fixSlug))].filter((one) => one !== '')],
  'titles of topics': ({ value }) => {
    const titles = itemsOf(value);
    return titles.length === 0 ? [] : [Object.fromEntries(titles.map((title) => [fixSlug(title), title]))];
  },
  date: ({ value, text }, { zone, date }) =>
    isScalar(value) ? meantMoments(text ?? String(value), zone, date).map((one) => one.slice(0, 10)) : [],
  slugs: ({ value }) => [slugsIn(value)].filter((slugs) => slugs.length > 0),
  slug: ({ value }) => slugsIn(value).slice(0, 1),
  'whole number': ({ text = '' }) => (/^-?\d{1,9}$/.test(text) ? [Number(text)] : []),
  language: ({ text }) =>
    text === undefined ? [] : [text.replaceAll('_', '-').replace(/\..*$/, ''), languageNamed(text)],
  zone: ({ text }) => {
    const zones = text === undefined || isOffsetOnly(text) ? [] : zonesMeant(text, recently);
    return haveSameClocks(zones, recently) ? zones.slice(0, 1) : [];
  },
  'order of entries': ({ text = '' }) => orders.flatMap(([order, words]) => (words.test(text) ? [order] : [])),
  'place in a day': ({ text = '' }) => untimed.flatMap(([place, words]) => (words.test(text) ? [place] : [])),
  'time of day': ({ value, text }) => dayStarts(text ?? value),
  milestone: ({ value, text }, { metrics = [] }) => milestones(text ?? value, metrics),
  links: ({ value }) => links(value),
  results: ({ value }) => results(value),
  publisher: ({ text = '' }) => (text === '' ? [] : [isAddress(text) ? undefined : { name: text }]),
  corrections: ({ value }) => (isGroup(value) ? [[value]] : []),
};

/** Whether a field is a list or a group of names, or a text to which a list can be put together. */
const isListed = (part: z.ZodType): boolean =>
  noteOf(part).kind === 'text' ||
  optionsOf(part).some((one) => one instanceof z.core.$ZodArray || one instanceof z.core.$ZodRecord);

const isScalar = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a list, of a text with commas, or of a list of groups that have names. */
const itemsOf = (value: unknown): readonly string[] =>
  (typeof value === 'string'
    ? value.split(separators)
    : isGroup(value) && !named(value)
      ? wordsOf(value)
      : [value].flat()
  )
    .map((one) => (isGroup(one) ? (named(one) ?? Object.values(one)[0] ?? '') : (one ?? '')))
    .map((one) => (typeof one === 'object' ? '' : String(one)))
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `a, b`, `#a #b` and a list whose marks have no blank behind them, `-a -b`. */
const separators = /[,;、，]|\s+(?=[#-]\s?\p{L})/u;

const named = (group: Readonly<Record<string, unknown>>): unknown => group['name'] ?? group['title'];

/** The keys of `{a, b}` and of `{gmv: GMV}`, and the values of `{city: Hangzhou}`. */
const wordsOf = (group: Readonly<Record<string, unknown>>): readonly unknown[] => Object.keys(group);

const lastPart = (address: string): string =>
  address
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
    .replace(/\.(?:html?|md)$/, '');

const yesOrNo = (value: unknown): readonly boolean[] => {
  const word = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (/^(?:yes|y|on|true|1)$/i.test(word)) return [true];
  return /^(?:no|n|off|false|0)$/i.test(word) ? [false] : [];
};

/** An address without its marks of Markdown, its scheme or a part of that. */
const addresses = (text: string): readonly string[] => {
  const bare = (/^\[[^\]]*\]\(([^)\s]+)\)$/.exec(text)?.[1] ?? text).replace(/^<|>$/g, '');
  const [, scheme = '', rest = ''] = /^(https?)?(?::?\/\/?|:)?(.*)$/i.exec(bare) ?? [];
  const isOther = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(rest) || /^[^/]*@/.test(rest);
  // Words behind an address are no part of it, but the rest of a file's name is.
  const escaped = /^\S+:\/\/\S+\/[^:]*\.(?:pdf|html?|php|aspx?|jpe?g|png|docx?|xlsx?|csv|txt|mp4)$/i.test(bare)
    ? [bare.replaceAll(' ', '%20')]
    : [];
  return [bare, ...escaped, ...(isOther ? [] : [`${scheme.toLowerCase() || 'https'}://${rest}`])].filter((one) =>
    isAddress(one),
  );
};

/** An address of mail without its scheme, a page by its file, or an address of the site without its slash. */
const ownAddresses = (text: string): readonly string[] => {
  if (/^[^\s@/:]+@[^\s@/:]+$/.test(text)) return [`mailto:${text}`];
  if (/[:\s]/.test(text) || text.includes('..')) return [];
  const path = text.replace(/^\.?\//, '');
  const [, page] = /^pages\/(?:.*\/)?([^/]+)\.md$/.exec(path) ?? [];
  return [page === undefined ? `/${path.replace(/^public\//, '')}` : `/${page}/`];
};

/** The tag of a language by its name in English or in itself: `German` and `Deutsch`. */
const languageNamed = (name: string): string | undefined =>
  commonLanguages.find((tag) =>
    ['en', tag].some(
      (inLanguage) =>
        new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag)?.toLowerCase() === name.toLowerCase(),
    ),
  );

const commonLanguages =
  'en de fr es it pt nl da sv nb fi is pl cs sk hu ro bg el ru uk tr ar he fa hi bn ta zh ja ko vi th id ms sw'.split(
    ' ',
  );

const isAddress = (text: string | undefined): boolean =>
  text !== undefined && /^https?:\/\/[^\s/]+\.[^\s/]\S*$/.test(text) && URL.canParse(text);

const orders = [
  ['newest-first', /^(?:newest|latest|desc|descending|reverse|reversed|new)(?:[ _-]*first)?$/i],
  ['oldest-first', /^(?:oldest|earliest|asc|ascending|chronological|chronologically|old)(?:[ _-]*first)?$/i],
] as const;

const untimed = [
  ['first', /^(?:first|start|beginning|top)$/i],
  ['last', /^(?:last|end|bottom)$/i],
] as const;

const dayStarts = (value: unknown): readonly string[] => {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.h](\d{2}))?(?: ?(?:uhr|am|a\.m\.))?$/i.exec(String(value)) ?? [];
  return hour === undefined ? [] : [`${hour.padStart(2, '0')}:${minute}`];
};

const milestones = (value: unknown, metrics: readonly string[]): readonly unknown[] => {
  if (yesOrNo(value)[0] === true) return [true];
  const [metric, amount] = isGroup(value) && Object.keys(value).length === 1 ? (Object.entries(value)[0] ?? []) : [];
  if (metric !== undefined && metrics.includes(metric)) return [{ metric, value: amount }];
  if (typeof value !== 'string') return [];
  if (metrics.includes(value)) return [{ metric: value }];
  // gmv=10e9USD, as the command line has it.
  const [, slug = '', number, unit] =
    /^([\w-]+)\s*[=:]\s*(\d+(?:\.\d+)?(?:e\d{1,2})?)\s*([A-Z]{3})?$/.exec(value) ?? [];
  if (!metrics.includes(slug)) return [];
  return [{ metric: slug, value: unit === undefined ? Number(number) : { [unit]: Number(number) } }];
};

const links = (value: unknown): readonly unknown[] => {
  if (isGroup(value) && Object.values(value).every((one) => typeof one === 'string' && isAddress(one)))
    return [Object.entries(value).map(([title, url]) => ({ title, url }))];
  const titled = [value].flat().map((one) => {
    const url = typeof one === 'string' ? (isAddress(one) ? one : `https://${one}`) : undefined;
    return url !== undefined && isAddress(url) ? { title: new URL(url).hostname.replace(/^www\./, ''), url } : one;
  });
  return [titled];
};

const results = (value: unknown): readonly unknown[] => {
  if (isScalar(value)) return [[{ label: 'Result', value: String(value).trim() }]];
  if (!isGroup(value)) return [];
  if (Object.hasOwn(value, 'label')) return [[value]];
  return [Object.entries(value).map(([label, one]) => ({ label, value: isScalar(one) ? String(one) : one }))];
};

/** A text from what YAML took for something else, and from lists and groups of names. */
const texts = (value: unknown, source: string): readonly unknown[] => {
  const names = itemsOf(value).join(', ');
  if (typeof value === 'string') return [value.replace(/\s+/g, ' ').trim()];
  if (typeof value !== 'object' || value === null) return [source];
  // A title such as [Live] or {a} is text for whoever wrote it.
  const isWords = isGroup(value) && Object.values(value).every((one) => one === null);
  const values = isGroup(value) && !named(value) ? Object.values(value).filter(isScalar).join(', ') : names;
  return isWords ? [source] : [values, ...(values === '' ? [source] : [])];
};
