import {
  type Alias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Range,
  stringify,
  visit,
  type Document as YamlDocument,
} from 'yaml';
import { withoutControl } from './control-characters.ts';
import type { Report } from './diagnostics.ts';
import { fieldsAsText } from './fields-as-text.ts';
import { refuseLongFields } from './long-fields.ts';
import { once } from './once.ts';
import { type Instead, reportAt, type ReportPlace as YamlPlace } from './place.ts';
import { plainFields } from './plain-fields.ts';
import { warnOfLostText } from './yaml-comments.ts';
import { explainYamlFault, untabsOf } from './yaml-fault.ts';
import { joinFolds } from './yaml-folds.ts';
import { findRepairs } from './yaml-repairs.ts';

export type FieldPath = readonly PropertyKey[];

/** The fields of a document as plain data, and where each stands. */
export type Fields = {
  readonly file: string;
  readonly data: unknown;
  /** The place of the value at `path`; where there is none, of the nearest group of fields around it. */
  readonly placeOf: (path: FieldPath) => YamlPlace;
  /** The place of the key itself. */
  readonly placeOfKey: (path: FieldPath) => YamlPlace;
  /** The place of the key with its value. */
  readonly placeOfPair: (path: FieldPath) => YamlPlace;
  /** Where a comment, an anchor or a tag stands behind the key in the place of its value, as in `title: #NoFilter`, and what it says. */
  readonly commentAt: (path: FieldPath) => { readonly comment: string; readonly place: YamlPlace } | undefined;
  /** The value at `path` as it was written. */
  readonly sourceOf: (path: FieldPath) => string | undefined;
  /** A value that a comma has cut in two, as in `{value: 1,000}`, where the key at `path` is that of the value or what stands behind the comma. */
  readonly cutAt: (path: FieldPath) => Cut | undefined;
};

/** A field of a document. */
export type FieldAt = { readonly fields: Fields; readonly path: FieldPath };

/** What a comma has cut in two: all of it as it was written, the key before it, and where it stands. */
type Cut = { readonly key: string; readonly source: string; readonly place: YamlPlace };

/**
 * Parses YAML 1.2 (core schema: `10e9` is a number; `21:30`, `no` and `10_000` are text) and keeps every place.
 * `text` begins at the first line of `whole`, the file's text. Faults are reported, and then nothing is given.
 */
export const readYaml = (file: string, text: string, whole: string, report: Report): Fields | undefined => {
  if (refuseLongFields(file, text, whole, report)) return undefined;
  // Where there is nothing to report, nobody asks for places.
  const plain = plainFields(text);
  if (plain)
    return fieldsOf(
      file,
      plain,
      once(() => parse(file, text, whole)),
    );
  const parsed = parse(file, text, whole);
  if (reportFaults(parsed, text, report)) return undefined;
  const { yaml, place } = parsed;
  warnOfLostText(yaml, text, place, report);
  refusePrototypes(yaml, place, report);
  leaveOutControls(yaml, place, report);
  joinFolds(yaml, text);
  const data = plainData(yaml, place, report);
  return data === undefined ? undefined : fieldsOf(file, data, () => parsed);
};

type PlaceAt = (start: number, end: number) => YamlPlace;
type Parsed = {
  readonly yaml: YamlDocument;
  readonly text: string;
  readonly lines: readonly string[];
  readonly place: PlaceAt;
};

const parse = (file: string, text: string, whole: string): Parsed => {
  const lines = whole.split(/\r?\n/);
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { version: '1.2', lineCounter, prettyErrors: false, stringKeys: true });
  const place = (start: number, end: number): YamlPlace => {
    const { line, col } = lineCounter.linePos(start);
    return {
      file,
      line,
      column: col,
      corrected: (instead) => replaceOnLine(lines[line - 1], col - 1, text.slice(start, end), instead),
    };
  };
  return { yaml, text, lines, place };
};

/** What is wrong behind so many faults of syntax comes of them. */
const mostFaults = 20;

/** Reports what makes the text no YAML, and gives whether there is any of it. */
const reportFaults = ({ yaml, lines, place }: Parsed, text: string, report: Report): boolean => {
  const all = [...yaml.errors, ...yaml.warnings];
  const tabs = all.filter(({ code }) => code === 'TAB_AS_INDENT');
  // What else is wrong in a text with tabs comes of the tabs.
  const faults = (tabs.length > 0 ? tabs : all).slice(0, mostFaults);
  const faultyLines = new Set<number>();
  const findRepair = findRepairs(yaml, text);
  const untab = untabsOf(text);
  for (const fault of faults) {
    const { line: foundAt } = place(fault.pos[0], fault.pos[0]);
    const { start, corrected, healsAll, ...words } = explainYamlFault(fault, {
      yaml,
      text,
      line: lines[foundAt - 1] ?? '',
      findRepair,
      untab,
    });
    const at = place(start, start);
    // What follows on the same line is most often the same slip, reported again.
    if (faultyLines.has(at.line)) continue;
    faultyLines.add(at.line);
    reportAt(at, report, { rule: 'front-matter-syntax', ...words, corrected });
    if (healsAll) break;
  }
  const asText = faults.length > 0 ? [] : fieldsAsText(yaml, text);
  for (const { start, ...words } of asText.slice(0, mostFaults)) {
    reportAt(place(start, start), report, { rule: 'front-matter-syntax', ...words });
  }
  return faults.length + asText.length > 0;
};

const fieldsOf = (file: string, data: unknown, parsed: () => Parsed): Fields => ({
  file,
  data,
  placeOf: (path) => placeAround(parsed(), path),
  placeOfKey: (path) => placeOfKey(parsed(), path),
  placeOfPair: (path) => {
    const { yaml, place } = parsed();
    const range = rangeOfKey(yaml, path);
    const value = yaml.getIn(path, true);
    const end = isNode(value) && value.range ? value.range[1] : range?.[1];
    return range && end !== undefined ? place(range[0], end) : placeOfKey(parsed(), path);
  },
  commentAt: (path) => {
    const { yaml, text, place } = parsed();
    const range = rangeOfKey(yaml, path);
    if (!range) return undefined;
    const [whole = '', comment] =
      /^\s*:[ \t]+((?:#[^\s#]|[&!]\S)[^\r\n]*)/.exec(text.slice(range[1], range[1] + 500)) ?? [];
    const end = range[1] + whole.length;
    return comment === undefined ? undefined : { comment, place: place(end - comment.length, end) };
  },
  sourceOf: (path) => {
    const { yaml, text } = parsed();
    const node = yaml.getIn(path, true);
    return isNode(node) && node.range ? text.slice(node.range[0], node.range[1]) : undefined;
  },
  cutAt: (path) => {
    const { yaml, text, place } = parsed();
    const cut = findCut(yaml.getIn(path.slice(0, -1), true), path.at(-1));
    return cut && { key: cut.key, source: text.slice(...cut.range), place: place(...cut.range) };
  },
});

const placeAround = (parsed: Parsed, path: FieldPath): YamlPlace => {
  const { yaml, place } = parsed;
  const node = yaml.getIn(path, true);
  if (isNode(node) && node.range) return place(node.range[0], node.range[1]);
  return path.length > 0 ? placeAround(parsed, path.slice(0, -1)) : place(0, 0);
};

const rangeOfKey = (yaml: YamlDocument, path: FieldPath): Range | undefined => {
  const parent = yaml.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  return (isScalar(pair?.key) && pair.key.range) || undefined;
};

const placeOfKey = (parsed: Parsed, path: FieldPath): YamlPlace => {
  const range = rangeOfKey(parsed.yaml, path);
  return range ? parsed.place(range[0], range[1]) : placeAround(parsed, path);
};

/** From a value to the last of the keys behind it that have none; `name` is that of the value, or one of those. */
const findCut = (parent: unknown, name: unknown): { key: string; range: [start: number, end: number] } | undefined => {
  if (!isMap(parent) || !parent.flow) return undefined;
  const isRest = (index: number): boolean => {
    const { key, value } = parent.items[index] ?? {};
    return isScalar(key) && (value === null || (isScalar(value) && value.value === null && !value.source));
  };
  const own = parent.items.findIndex(({ key }) => isScalar(key) && key.value === name);
  let first = isRest(own) ? own : own + 1;
  let last = first;
  if (own < 0 || !isRest(first)) return undefined;
  while (isRest(first - 1)) first -= 1;
  while (isRest(last + 1)) last += 1;
  const { key, value } = parent.items[first - 1] ?? {};
  const end = parent.items[last]?.key;
  return isScalar(key) && isScalar(value) && isScalar(end) && value.range && end.range
    ? { key: String(key.value), range: [value.range[0], end.range[1]] }
    : undefined;
};

/** No field can be called `__proto__`: libraries drop it in silence. */
const refusePrototypes = (yaml: YamlDocument, place: PlaceAt, report: Report): void => {
  visit(yaml, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== '__proto__') return undefined;
      reportAt(place(key.range?.[0] ?? 0, key.range?.[1] ?? 0), report, {
        rule: 'unknown-key',
        message: 'Unexpected field "__proto__", expected another name',
        hint: 'Remove it, or correct its name.',
      });
      return visit.REMOVE;
    },
  });
};

/** Controls that are written as escapes, as in `"\u0001"`: as themselves they are left out when the file is read. */
const leaveOutControls = (yaml: YamlDocument, place: PlaceAt, report: Report): void => {
  visit(yaml, {
    Scalar: (_, node) => {
      if (node.type !== 'QUOTE_DOUBLE' || typeof node.value !== 'string') return;
      const cleaned = withoutControl(node.value);
      if (!cleaned.first) return;
      const { rule, message, hint } = cleaned.first;
      const at = place(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
      reportAt(at, report, { rule, message, hint, meant: cleaned.text });
      node.value = cleaned.text;
    },
  });
};

const plainData = (yaml: YamlDocument, place: PlaceAt, report: Report): unknown => {
  try {
    return yaml.toJS({ maxAliasCount: 100 }) ?? {};
  } catch {
    const { alias, anchored } = aliasAtFault(yaml);
    reportAt(
      place(alias?.range?.[0] ?? 0, alias?.range?.[1] ?? 0),
      report,
      alias && !anchored
        ? {
            meant: { yaml: JSON.stringify(`*${alias.source}`) },
            rule: 'front-matter-syntax',
            message: `Unexpected alias "*${alias.source}", expected an anchor "&${alias.source}" above it`,
            hint: 'Put the value in quotes if the "*" belongs to it.',
          }
        : {
            rule: 'front-matter-aliases',
            message: 'Unexpected aliases that repeat one another, expected at most 100 repeated values',
            hint: 'Write the values out instead of repeating them with *.',
          },
    );
    return undefined;
  }
};

/** The first alias without an anchor, otherwise the first alias. */
const aliasAtFault = (yaml: YamlDocument): { alias?: Alias; anchored: boolean } => {
  const anchors = new Set<string>();
  let first: Alias | undefined;
  let loose: Alias | undefined;
  visit(yaml, {
    Alias: (_, alias) => {
      first ??= alias;
      if (!anchors.has(alias.source)) loose ??= alias;
    },
    Value: (_, { anchor }) => {
      if (anchor) anchors.add(anchor);
    },
  });
  const alias = loose ?? first;
  return { ...(alias && { alias }), anchored: !loose };
};

const replaceOnLine = (line: string | undefined, index: number, found: string, instead: Instead): string | undefined =>
  line === undefined || found.includes('\n') || !line.startsWith(found, index)
    ? undefined
    : line.slice(0, index) + written(instead, found) + line.slice(index + found.length);

/** A value as YAML on one line, in the quotes that stand there now if there are any. */
const written = (value: Instead, found: string): string => {
  if (typeof value === 'object') return value.yaml;
  const style = found.startsWith('"') ? 'QUOTE_DOUBLE' : found.startsWith("'") ? 'QUOTE_SINGLE' : 'PLAIN';
  return stringify(value, { lineWidth: 0, defaultStringType: style }).trimEnd();
};
