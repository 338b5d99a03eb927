import { Document, isMap, isScalar, isSeq, type Node, Scalar, type ScalarTag, visit } from 'yaml';
import { withoutBlankLines } from './blank-lines.ts';

/**
 * A document of these fields, in their order, and this body: what `readDocument` reads back as the same data and, apart
 * from blank lines around it, the same body. Fields that are `undefined` are left out. The YAML is 1.2: no line is
 * folded, text is quoted only where it must be, lists of words and groups of numbers stand on one line.
 */
export const writeDocument = (fields: Readonly<Record<string, unknown>>, body: string): string => {
  const text = withoutBlankLines(body);
  return `---\n${writeFields(fields)}---\n${text === '' ? '' : `\n${text}\n`}`;
};

/** The fields alone, as YAML of whole lines, in the same style: what stands in `site.yml`, or between two lines `---`. */
export const writeFields = (fields: Readonly<Record<string, unknown>>): string => {
  if (Object.values(fields).every((value) => value === undefined)) return '';
  const yaml = new Document(fields, {
    version: '1.2',
    customTags: (tags) => [number, ...tags],
    aliasDuplicateObjects: false,
  });
  visit(yaml, {
    Collection: (key, node) => {
      if (key !== null && isOnOneLine(node)) node.flow = true;
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && needsEscapes(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return yaml.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  });
};

/** The characters that a list may take to stand on one line. */
const short = 100;

const isOnOneLine = (node: Node): boolean => {
  if (isMap(node)) return node.items.every(({ value }) => isScalar(value) && typeof value.value === 'number');
  if (!isSeq(node) || !node.items.every(isScalar)) return false;
  return node.items.reduce((length, { value }) => length + String(value).length + 2, 0) <= short;
};

// Control characters, line separators and half characters are not seen, and blanks at the end of a line do not last: a
// text that begins with a line break would be written with some.
const needsEscapes = (text: string): boolean => /(?!\n)[\p{Cc}\u2028\u2029\uFEFF\p{Cs}]|[ \t]\n|[ \t]$|^\n/u.test(text);

/** A number as people write it: `10e9`, `91.2e9`, but `1234567` where that says more. */
const number: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) >= 1e6,
  test: /^[-+]?\d+(\.\d+)?e\d+$/,
  resolve: Number,
  stringify: ({ value }) => shortNumber(Number(value)),
};

/** Digits before `e` are one to three, and the exponent is a multiple of three: thousands, millions, billions. */
const shortNumber = (value: number): string => {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  const [sign, whole = '', fraction = ''] = /^(-?)(\d)\.?(\d*)$/.exec(mantissa)?.slice(1) ?? [];
  const digits = `${whole}${fraction}`.padEnd(1 + (power % 3), '0');
  const [before, behind] = [digits.slice(0, 1 + (power % 3)), digits.slice(1 + (power % 3))];
  const written = `${sign}${before}${behind && `.${behind}`}e${power - (power % 3)}`;
  const plain = String(value);
  return plain.length <= written.length && !plain.includes('e') ? plain : written;
};
