import { type Document, isCollection, isScalar, parseDocument, Scalar, stringify, visit, type YAMLError } from 'yaml';
import { nameOddMarks, plainMarks } from './odd-marks.ts';
import { once } from './once.ts';
import type { FindRepair } from './yaml-repairs.ts';

/** A fault of syntax in words for writers: where it begins in the text, and the line as it should stand if that is sure. */
type YamlFault = {
  readonly start: number;
  readonly message: string;
  readonly hint: string;
  readonly corrected?: string | undefined;
  /** Whether the corrected line takes every other fault of the text away as well. */
  readonly healsAll?: boolean;
};

/** The name of a field with what looks like a colon and a blank behind it. */
const oddColon = /^\s*(?:- )?[\w-]+(?:\s*[\uFF1A\uFE55\u2236]\s*|\s*:[\u00a0\u2007\u2009\u202f\u3000]\s*)/;

const quoteIt = 'Put the whole value in quotes.';

/** Where a fault was found: in the text and what a parser made of it, in a line of it, and what takes faults away. */
type FaultyText = {
  readonly yaml: Document;
  readonly text: string;
  readonly line: string;
  readonly findRepair: FindRepair;
  readonly untab: Untab;
};

/** Gives a line with blanks, or none, for its tabs. */
type Untab = (line: string) => string;

/** Replaces tabs in lines of `text` by whichever makes all of it right. The text is parsed for that once, whatever the number of its faults. */
export const untabsOf = (text: string): Untab => {
  const blank = once(() => {
    const likeliest = /^\s*\t/.test(text) ? ['', '  '] : ['  ', ''];
    return likeliest.find((one) => isSound(withBlanks(text, one))) ?? '  ';
  });
  return (line) => withBlanks(line, blank());
};

/** What `error` means for a writer. */
export const explainYamlFault = (error: YAMLError, faulty: FaultyText): YamlFault => {
  const { yaml, findRepair } = faulty;
  const opened = openedAt(error, yaml);
  const repair = isOfItself(error, faulty.line) ? undefined : findRepair(opened ?? error.pos[0]);
  const hasOwnWords = opened !== undefined || error.code === 'BAD_DQ_ESCAPE';
  if (repair && !hasOwnWords) return repair;
  const fault = explainByCode(error, faulty);
  if (repair) return { ...repair, ...fault, corrected: repair.corrected };
  if (fault.corrected !== undefined || !mayBeQuoted.has(error.code)) return fault;
  const quoted = findRepair(fault.start, true);
  return quoted
    ? { ...quoted, ...(error.code === 'UNEXPECTED_TOKEN' && fault), corrected: quoted.corrected, hint: quoteIt }
    : fault;
};

/** Where the list, group or text begins that does not end. */
const openedAt = (error: YAMLError, yaml: Document): number | undefined => {
  if (/end with a [\]}]/.test(error.message)) return lastFlow(yaml);
  return /closing ["']/.test(error.message) ? lastQuoted(yaml) : undefined;
};

/** Whether a fault has words of its own, and no slip of another kind is looked for. */
const isOfItself = ({ code }: YAMLError, line: string): boolean =>
  oddColon.test(line) ||
  /^(?:DUPLICATE_KEY|TAB_AS_INDENT|MULTIPLE_DOCS|BAD_SCALAR_START|TAG_RESOLVE_FAILED)$/.test(code);

/** Faults that come of a sign in a value, which is text between quotes. */
const mayBeQuoted: ReadonlySet<YAMLError['code']> = new Set([
  'UNEXPECTED_TOKEN',
  'BLOCK_AS_IMPLICIT_KEY',
  'NON_STRING_KEY',
  'BAD_ALIAS',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
]);

/** What is said of a fault, and where it begins if that is not where the parser stopped. */
type FaultWords = Omit<YamlFault, 'start' | 'healsAll'> & Partial<Pick<YamlFault, 'start'>>;

const explainByCode = (error: YAMLError, faulty: FaultyText): YamlFault => {
  const [start] = error.pos;
  const words =
    explainOddColon(faulty) ??
    explainOpen(error, faulty) ??
    explanations[error.code]?.(error, faulty) ??
    (error.message.startsWith('Implicit map key') ? noName : unknown(error));
  return { start, ...words };
};

const noName: FaultWords = {
  message: 'Unexpected text, expected the name of a field and ":"',
  hint: 'Write name: value, or indent text that goes on.',
};

const unknown = ({ message }: YAMLError): FaultWords => ({
  message: `Unexpected YAML: ${(message.split('\n', 1)[0] ?? '').replace(/[.:]$/, '')}`,
  hint: 'Put text that holds ": ", "#" or quotes between quotes; indent with blanks, not tabs.',
});

const explainOddColon = ({ line }: FaultyText): FaultWords | undefined =>
  oddColon.test(line)
    ? {
        message: `Unexpected ${nameOddMarks(line).replace(/\.$/, '')} in the line of a field, expected ": " behind its name`,
        hint: 'Write the ordinary characters.',
        corrected: line.replace(oddColon, (field) => `${plainMarks(field).trimEnd().replace(/\s*:$/, ':')} `),
      }
    : undefined;

/** A list, a group or a text that does not end. */
const explainOpen = (error: YAMLError, { yaml, text }: FaultyText): FaultWords | undefined => {
  const [start] = error.pos;
  const closing = /end with a ([\]}])/.exec(error.message)?.[1];
  if (closing)
    return {
      start: lastFlow(yaml) ?? start,
      message: `Unexpected end of the value, expected "${closing}"`,
      hint: `Put ${closing} behind the last value.`,
    };
  if (!/closing ["']/.test(error.message)) return undefined;
  const open = lastQuoted(yaml) ?? start;
  return {
    start: open,
    message: 'Unexpected end of the text, expected the quote that closes it',
    hint: `Put ${text[open] === "'" ? "'" : '"'} behind the text.`,
  };
};

const foundAt = ({ pos: [start, end] }: YAMLError, { text }: FaultyText): string => text.slice(start, end);

/** What is said of a fault by its code in the parser. */
const explanations: {
  readonly [Code in YAMLError['code']]?: (error: YAMLError, faulty: FaultyText) => FaultWords | undefined;
} = {
  DUPLICATE_KEY: ({ pos: [start] }, { yaml, line }) => {
    const key = keyAt(yaml, start);
    const number = /^\d{3}$/.test(key) ? /\b\d{1,3}(?:,\d{3}){2,}\b/.exec(line)?.[0] : undefined;
    if (number === undefined)
      return { message: `Unexpected second "${key}", expected each field once`, hint: 'Keep one of the two.' };
    const digits = number.replaceAll(',', '');
    const corrected = line.replace(number, digits);
    return { message: `Unexpected "," in the number ${number}`, hint: `Write ${digits}.`, corrected };
  },
  TAB_AS_INDENT: (_, { line, untab }) => ({
    message: 'Unexpected tab, expected blanks',
    hint: 'Indent with blanks.',
    corrected: untab(line),
  }),
  BLOCK_AS_IMPLICIT_KEY: (_, { line }) =>
    /: .*:(\s|$)/.test(line)
      ? { message: 'Unexpected ":" in a value without quotes', hint: quoteIt, corrected: withQuotes(line) }
      : {
          message: 'Unexpected fields inside a value, expected fields of one group to begin in the same column',
          hint: 'Indent the next line like this one.',
        },
  MULTILINE_IMPLICIT_KEY: (_, { line }) =>
    /^\s*[\w-]+:\S/.test(line)
      ? {
          message: 'Unexpected ":" without a blank after it',
          hint: 'Put a blank after the ":".',
          corrected: line.replace(':', ': '),
        }
      : {
          message: 'Unexpected text, expected the name of a field and ":"',
          hint: 'Write name: value, or indent text that goes on.',
        },
  BAD_SCALAR_START: (error, faulty) => ({
    message: `Unexpected "${foundAt(error, faulty)}" at the beginning of a value without quotes`,
    hint: quoteIt,
    corrected: withQuotes(faulty.line),
  }),
  TAG_RESOLVE_FAILED: (error, faulty) => ({
    message: `Unexpected tag "${foundAt(error, faulty)}", expected a value`,
    hint: 'Put the value in quotes if the "!" belongs to it.',
    corrected: withQuotes(faulty.line),
  }),
  BAD_DQ_ESCAPE: (error, faulty) => ({
    message: `Unexpected "${foundAt(error, faulty)}" between double quotes, expected a backslash sequence of YAML`,
    hint: 'Write two backslashes for one.',
  }),
  MULTIPLE_DOCS: () => ({
    message: 'Unexpected "---" between fields, expected one block of fields',
    hint: 'Remove the line.',
  }),
  NON_STRING_KEY: () => ({
    message: 'Unexpected list or group as the name of a field, expected text',
    hint: 'Write the name as text.',
  }),
  UNEXPECTED_TOKEN: ({ message, pos: [start] }, { text, line }) => {
    if (message.endsWith('at node end'))
      return { message: 'Unexpected text after the end of a value', hint: quoteIt, corrected: withQuotes(line) };
    if (message.startsWith('Unexpected block-seq-ind'))
      return {
        message: 'Unexpected "-" behind the name of a field, expected a list below it',
        hint: 'Begin the list on the next line, or write it as [a, b].',
      };
    return /^[\]}>|]/.test(text.slice(start))
      ? { message: `Unexpected "${text[start]}" at the beginning of a value without quotes`, hint: quoteIt }
      : undefined;
  },
};

const withBlanks = (text: string, blank: string): string =>
  text.replace(/^[ \t]*\t[ \t]*/gm, (tabs) => tabs.replaceAll('\t', blank));

/** A line `name: value` with its value in quotes, where that makes it right. */
const withQuotes = (line: string): string | undefined => {
  const [, name, value] = /^(\s*(?:- +)*[\w-]+: +)(.*\S)\s*$/.exec(line) ?? [];
  if (name === undefined || value === undefined || / #|^\{|^["'[].*["'\]]$/.test(value)) return undefined;
  const quoted = `${name}${stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd()}`;
  return isSound(quoted) && !isSound(line) ? quoted : undefined;
};

const isSound = (line: string): boolean => {
  const { errors, warnings } = parseDocument(line);
  return errors.length + warnings.length === 0;
};

const keyAt = (yaml: Document, start: number): string => {
  let name = '';
  visit(yaml, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range?.[0] === start) name = String(key.value);
    },
  });
  return name;
};

const lastFlow = (yaml: Document): number | undefined =>
  lastNode(yaml, (node) => isCollection(node) && node.flow === true);

const lastQuoted = (yaml: Document): number | undefined =>
  lastNode(yaml, (node) => isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE));

const lastNode = (yaml: Document, wanted: (node: unknown) => boolean): number | undefined => {
  let start: number | undefined;
  visit(yaml, {
    Node: (_, node) => {
      if (wanted(node)) start = node.range?.[0];
    },
  });
  return start;
};
