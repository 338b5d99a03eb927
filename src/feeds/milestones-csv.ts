import { milestoneRecords, type RecordContext } from './milestone-data.ts';

/**
 * The milestones of an event as CSV (RFC 4180): UTF-8 without a byte order mark, a header, lines that end in CRLF. Values
 * have a column for each unit. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
export const milestonesCsv = (context: RecordContext): string => {
  const records = milestoneRecords(context);
  const units = [...new Set(records.flatMap(({ value = {} }) => Object.keys(value)))];
  const header = [...fields.map(([name]) => name), ...units.map((unit) => `value ${unit}`)];
  const rows = records.map((record) => [
    ...fields.map(([, read]) => read(record)),
    ...units.map((unit) => (record.value && Object.hasOwn(record.value, unit) ? record.value[unit] : undefined)),
  ]);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};

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
  ['elapsed milliseconds', ({ elapsedMilliseconds }) => elapsedMilliseconds],
  ['metric', ({ metric }) => metric],
  ['unit', ({ unit }) => unit],
  ['amount', ({ amount }) => amount],
  ['converted', ({ converted }) => converted],
  ['share of final', ({ shareOfFinal }) => shareOfFinal],
  ['final', ({ final }) => final],
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
  typeof value === 'number' && /e/.test(String(value))
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : String(value);

/** What spreadsheets run (OWASP, CSV injection): these signs, also in full width, and what hides before them. */
const isFormula = (text: string): boolean => /^\s*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text);
