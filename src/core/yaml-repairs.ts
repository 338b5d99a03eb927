import { type Document, parseDocument, stringify } from 'yaml';

/** A line of YAML with one slip: where it begins in the text, what is wrong with it, and the line as it should stand. */
type Repair = {
  readonly start: number;
  readonly message: string;
  readonly hint: string;
  readonly corrected: string;
  /** Whether no fault at all is left in the text. */
  readonly healsAll: boolean;
};

/** Finds the slip at, below or above the place of a fault; nothing where no repair takes the fault away. `isQuoting` asks for quotes on its line. */
export type FindRepair = (start: number, isQuoting?: boolean) => Repair | undefined;

/** A slip that people make in a line: what is said of it, and the line without it, where it has that slip. */
type Slip = {
  readonly message: string;
  readonly hint: string;
  readonly fix: (line: string, above: string) => string | undefined;
};

/** Each try parses the text again: longer texts, and texts with more faults, are left to the writer. */
const mostTries = 20;
const longestText = 4000;

/** Tries repairs on `text`, of which `yaml` is what a parser made. A repair counts where the line has no fault any more. */
export const findRepairs = (yaml: Document, text: string): FindRepair => {
  const faults = yaml.errors.length + yaml.warnings.length;
  const lines = text.split('\n');
  let tries = 0;
  const faultsWith = (index: number, corrected: string): number | undefined => {
    if (tries >= mostTries || text.length > longestText) return undefined;
    tries += 1;
    const { errors, warnings } = parseDocument(lines.with(index, corrected).join('\n'), { stringKeys: true });
    const after = [...errors, ...warnings];
    const start = startOf(lines, index);
    const isOnLine = (at: number): boolean => at >= start && at <= start + corrected.length;
    return after.length < faults && !after.some(({ pos }) => isOnLine(pos[0])) ? after.length : undefined;
  };
  return (fault, isQuoting = false) => {
    const found = text.slice(0, fault).split('\n').length - 1;
    for (const { fix, message, hint } of isQuoting ? [quotedValue] : usualSlips)
      for (const index of isQuoting ? [found] : [found, found + 1, found - 1]) {
        const line = lines[index];
        const corrected = line === undefined ? undefined : fix(line, lines[index - 1] ?? '');
        if (line === undefined || corrected === undefined || corrected === line) continue;
        const left = faultsWith(index, corrected);
        if (left === undefined) continue;
        const start = startOf(lines, index) + line.search(/\S/);
        return { start, message, hint, corrected, healsAll: left === 0 };
      }
    return undefined;
  };
};

const startOf = (lines: readonly string[], index: number): number =>
  lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);

const replaced =
  (form: RegExp, instead: string) =>
  (line: string): string | undefined =>
    form.test(line) ? line.replace(form, instead) : undefined;

/** The likeliest first; each is tried on the line alone that has its form. */
const usualSlips: readonly Slip[] = [
  {
    message: 'Unexpected "," behind the value, expected the end of the line',
    hint: 'Remove it.',
    fix: replaced(/^(\s*(?:"[^"]*"|[\w-]+)\s*:\s*(?:"[^"\\]*"|'[^']*'|\[[^[\]]*\]|\{[^{}]*\})),\s*$/, '$1'),
  },
  {
    message: 'Unexpected ":" without a blank after it',
    hint: 'Put a blank after the ":".',
    fix: replaced(/^(\s*(?:- +)?[\w-]+):(?=[^\s:])/, '$1: '),
  },
  {
    message: 'Unexpected "=" behind the name of a field, expected ":"',
    hint: 'Write a colon and a blank behind the name.',
    fix: replaced(/^(\s*(?:"[\w-]+"|[\w-]+))\s*=\s*/, '$1: '),
  },
  {
    message: 'Unexpected "-" without a blank after it',
    hint: 'Put a blank after the "-".',
    fix: replaced(/^(\s*)-(?=[^\s-])/, '$1- '),
  },
  {
    message: 'Unexpected "//", expected "#" before a comment',
    hint: 'Begin the comment with "# ".',
    fix: replaced(/^(\s*)\/\/\s*/, '$1# '),
  },
  {
    message: 'Unexpected comment of another language, expected "#" before it',
    hint: 'Begin the comment with "# ".',
    fix: replaced(/^(\s*)(?:<!--+|\/\*+)\s*(.*?)\s*(?:--+>|\*\/)?\s*$/, '$1# $2'),
  },
  {
    message: 'Unexpected "*" before the name of a field, expected the name at the beginning of the line',
    hint: 'Remove the asterisk.',
    fix: replaced(/^\s*\* +(?=[\w-]+:(?:\s|$))/, ''),
  },
  {
    message: 'Unexpected quote within a text between quotes of the same kind',
    hint: 'Put the text between quotes of the other kind.',
    fix: (line) => {
      const [, name, quote, text] = /^(\s*(?:- +)?[\w-]+: +)(["'])(.*\S)\2\s*$/.exec(line) ?? [];
      if (name === undefined || text === undefined || !text.replaceAll(/\\./g, '').includes(quote ?? ''))
        return undefined;
      return `${name}${inOtherQuotes(text)}`;
    },
  },
  {
    message: 'Unexpected end of the text, expected the quote that closes it',
    hint: 'Put the same quote behind the text.',
    fix: replaced(/^(\s*(?:- +)?(?:[\w-]+: +)?)(["'])((?:(?!\2).)*\S)\s*$/, '$1$2$3$2'),
  },
  {
    message: 'Unexpected end of the list, expected "]"',
    hint: 'Put ] behind the last value.',
    fix: replaced(/^(\s*(?:- +)?[\w-]+: +\[[^\]]*[^\]\s,])[\s,]*$/, '$1]'),
  },
  {
    message: 'Unexpected end of the group, expected "}"',
    hint: 'Put } behind the last value.',
    fix: replaced(/^(\s*(?:- +)?[\w-]+: +\{[^}]*[^}\s,])[\s,]*$/, '$1}'),
  },
  {
    message: 'Unexpected second "," in a list, expected a value between the two',
    hint: 'Remove one of them.',
    fix: replaced(/,(?:\s*,)+/g, ','),
  },
  {
    message: 'Unexpected value right behind another in a list, expected "," between the two',
    hint: 'Put a comma between them.',
    fix: replaced(/(["'])\s+(?=["'])/g, '$1, '),
  },
  {
    message: 'Unexpected "#" in a list, where it begins a comment, expected the words alone',
    hint: 'Write the words without "#".',
    fix: (line) => (/^\s*[\w-]+: +\[[^\]"']*\]\s*$/.test(line) ? line.replace(/(?<=[[,]\s*)#+/g, '') : undefined),
  },
  {
    message: 'Unexpected backslash between double quotes, expected one of those that YAML knows, such as \\n',
    hint: 'Write two backslashes for one.',
    fix: replaced(/(?<!\\)\\(?![\\"])/g, '\\\\'),
  },
  {
    message: 'Unexpected blanks before the name of a field, expected all fields of a group in the same column',
    hint: 'Begin the line where the other fields begin.',
    fix: replaced(/^[ \t]+(?=[\w-]+:(?:\s|$))/, ''),
  },
  {
    message: 'Unexpected blanks before the name of a field, expected all fields of a group in the same column',
    hint: 'Begin the line where the one above begins.',
    fix: (line, above) => {
      const [, blanks] = /^( *)[\w-]+:(?:\s|$)/.exec(above) ?? [];
      return blanks === undefined || !/^[ \t]*[\w-]+:(?:\s|$)/.test(line) ? undefined : `${blanks}${line.trimStart()}`;
    },
  },
  {
    message: 'Unexpected text, expected the name of a field and ":"',
    hint: 'Write name: value, or indent text that goes on.',
    // Behind a time, a yes or no or an address, text that goes on would spoil the value.
    fix: (line, above) =>
      /^\s*(?:title|label|author|description|location|organiser): +[^\s"'[{]/.test(above) && /^[^\s:#][^:]*$/.test(line)
        ? `  ${line}`
        : undefined,
  },
];

/** A text in the quotes that it does not hold, else in double ones. */
const inOtherQuotes = (text: string): string => {
  const plain = text.replaceAll("''", "'").replaceAll('\\"', '"');
  return plain.includes('"') && !plain.includes("'") && !plain.includes('\\')
    ? `'${plain}'`
    : stringify(plain, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd();
};

/** A value in quotes, for whatever YAML takes for a sign of its own. */
const quotedValue: Slip = {
  message: 'Unexpected sign of YAML in a value without quotes',
  hint: 'Put the whole value in quotes.',
  fix: (line) => {
    const [, name, value] = /^(\s*(?:- +)*[\w-]+: +)(.*\S)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined || /^["'[].*["'\]]$|^\{\s*[\w-]+\s*:| #/.test(value))
      return undefined;
    return `${name}${stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd()}`;
  },
};
