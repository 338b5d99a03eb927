import { type Document, isCollection, isScalar, parseDocument, Scalar, stringify, visit, type YAMLError } from 'yaml';
import { nameOddMarks, plainMarks } from './odd-marks.ts';
import { once } from './once.ts';
import type { FindRepair } from './yaml-repairs.ts';

/** A fault of syntax in words for writers: where it begins in the text, and the line as it should stand if that is sure. */
export type YamlFault = {
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
export type FaultyText = {
  readonly yaml: Document;
  readonly text: string;
  readonly line: string;
  readonly findRepair: FindRepair;
  readonly untab: Untab;
};

/** Gives a line with blanks, or none, for its tabs. */
export type Untab = (line: string) => string;

/** Replaces tabs in lines of `text` by whichever makes all of it right. The text is parsed for that once, whatever the number of its faults. */
export const untabsOf = (text: string): Untab => {
  const blank = once(() => {
    const likeliest = /^\s*\t/.test(text) ? ['', '  '] : ['  ', ''];
    return likeliest.find((one) => isSound(withBlanks(text, one))) ?? '  ';
  });
  return (line) => withBlanks(line, blank());
};

/** What `error` means for a writer. */
export const explainFault = (error: YAMLError, faulty: FaultyText): YamlFault => {
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

const explainByCode = (error: YAMLError, { yaml, text, line, untab }: FaultyText): YamlFault => {
  const [start, end] = error.pos;
  const found = text.slice(start, end);
  const at = (message: string, hint: string, corrected?: string, from = start): YamlFault => ({
    start: from,
    message,
    hint,
    corrected,
  });
  if (oddColon.test(line))
    return at(
      `Unexpected ${nameOddMarks(line).replace(/\.$/, '')} in the line of a field, expected ": " behind its name`,
      'Write the ordinary characters.',
      line.replace(oddColon, (field) => `${plainMarks(field).trimEnd().replace(/\s*:$/, ':')} `),
    );
  const closing = /end with a ([\]}])/.exec(error.message)?.[1];
  if (closing) {
    const open = lastFlow(yaml) ?? start;
    return at(
      `Unexpected end of the value, expected "${closing}"`,
      `Put ${closing} behind the last value.`,
      undefined,
      open,
    );
  }
  if (/closing ["']/.test(error.message)) {
    const open = lastQuoted(yaml) ?? start;
    const quote = text[open] === "'" ? "'" : '"';
    return at(
      'Unexpected end of the text, expected the quote that closes it',
      `Put ${quote} behind the text.`,
      undefined,
      open,
    );
  }
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const number = /^\d{3}$/.test(keyAt(yaml, start)) ? /\b\d{1,3}(?:,\d{3}){2,}\b/.exec(line)?.[0] : undefined;
      if (number !== undefined) {
        const digits = number.replaceAll(',', '');
        return at(`Unexpected "," in the number ${number}`, `Write ${digits}.`, line.replace(number, digits));
      }
      return at(`Unexpected second "${keyAt(yaml, start)}", expected each field once`, 'Keep one of the two.');
    }
    case 'TAB_AS_INDENT':
      return at('Unexpected tab, expected blanks', 'Indent with blanks.', untab(line));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /: .*:(\s|$)/.test(line)
        ? at('Unexpected ":" in a value without quotes', quoteIt, withQuotes(line))
        : at(
            'Unexpected fields inside a value, expected fields of one group to begin in the same column',
            'Indent the next line like this one.',
          );
    case 'MULTILINE_IMPLICIT_KEY':
      return /^\s*[\w-]+:\S/.test(line)
        ? at('Unexpected ":" without a blank after it', 'Put a blank after the ":".', line.replace(':', ': '))
        : at(
            'Unexpected text, expected the name of a field and ":"',
            'Write name: value, or indent text that goes on.',
          );
    case 'BAD_SCALAR_START':
      return at(`Unexpected "${found}" at the beginning of a value without quotes`, quoteIt, withQuotes(line));
    case 'TAG_RESOLVE_FAILED':
      return at(
        `Unexpected tag "${found}", expected a value`,
        'Put the value in quotes if the "!" belongs to it.',
        withQuotes(line),
      );
    case 'BAD_DQ_ESCAPE':
      return at(
        `Unexpected "${found}" between double quotes, expected a backslash sequence of YAML`,
        'Write two backslashes for one.',
      );
    case 'MULTIPLE_DOCS':
      return at('Unexpected "---" between fields, expected one block of fields', 'Remove the line.');
    case 'NON_STRING_KEY':
      return at('Unexpected list or group as the name of a field, expected text', 'Write the name as text.');
    case 'UNEXPECTED_TOKEN':
      if (error.message.endsWith('at node end'))
        return at('Unexpected text after the end of a value', quoteIt, withQuotes(line));
      if (error.message.startsWith('Unexpected block-seq-ind'))
        return at(
          'Unexpected "-" behind the name of a field, expected a list below it',
          'Begin the list on the next line, or write it as [a, b].',
        );
      if (/^[\]}>|]/.test(text.slice(start)))
        return at(`Unexpected "${text[start]}" at the beginning of a value without quotes`, quoteIt);
  }
  return at(
    `Unexpected YAML: ${(error.message.split('\n', 1)[0] ?? '').replace(/[.:]$/, '')}`,
    'Put text that holds ": ", "#" or quotes between quotes; indent with blanks, not tabs.',
  );
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
