import { milestoneRecords, type RecordContext } from './milestone-data.ts';

/**
 * The milestones of an event as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel reads it in the machine's own
 * encoding, a header, lines that end in CRLF. Columns have the names that the fields of the JSON have; values have one for each
 * unit. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
export const milestonesCsv = (context: RecordContext): string => {
  const records = milestoneRecords(context);
  const units = [...new Set(records.flatMap(({ value = {} }) => Object.keys(value)))];
  const header = [...fields.map(([name]) => name), ...units.map((unit) => `value ${unit}`)];
  const rows = records.map((record) => [
    ...fields.map(([, read]) => read(record)),
    ...units.map((unit) => (record.value && Object.hasOwn(record.value, unit) ? record.value[unit] : undefined)),
  ]);
  return byteOrderMark + [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};

const byteOrderMark = '\ufeff';

type Cell = string | number | boolean | undefined;

const fields: readonly (readonly [
  name: string,
  read: (record: ReturnType<typeof milestoneRecords>[number]) => Cell,
])[] = [
  ['slug', ({ slug }) => slug],
  ['title', ({ title }) => title],
  ['day', ({ day }) => day],
  ['datetime', ({ datetime }) => datetime],
  ['precision', ({ precision }) => precision],
  ['label', ({ label }) => label],
  ['elapsedMilliseconds', ({ elapsedMilliseconds }) => elapsedMilliseconds],
  ['metric', ({ metric }) => metric],
  ['unit', ({ unit }) => unit],
  ['amount', ({ amount }) => amount],
  ['converted', ({ converted }) => converted],
  ['shareOfLast', ({ shareOfLast }) => shareOfLast],
  ['standing', ({ standing }) => standing],
  ['surpasses', ({ surpasses }) => surpasses.join('; ')],
  ['url', ({ url }) => url],
];

const cell = (value: Cell): string => {
  if (typeof value !== 'string') return value === undefined ? '' : plain(value);
  const text = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Without an exponent: `1e+21` is text to some spreadsheets. */
const plain = (value: number | boolean): string =>
  typeof value === 'number' ? withoutExponent(String(value)) : String(value);

const withoutExponent = (number: string): string => {
  const [, sign = '', whole = '', fraction = '', power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(number) ?? [];
  if (power === undefined) return number;
  const digits = whole + fraction;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
};

/** What spreadsheets run (OWASP, CSV injection): these signs, also in full width, and what hides before them. */
const isFormula = (text: string): boolean => /^\s*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text);
