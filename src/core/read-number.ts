/** A number as people write it: what it can mean in YAML, the likeliest first, and what stands before and behind it. */
type NumberInWords = {
  readonly before: string;
  readonly sign: '-' | '';
  /** The digits as they can be read, with a point for decimals: of `1,000` a thousand and one. */
  readonly readings: readonly string[];
  readonly behind: string;
};

/**
 * Reads a number in the spellings of many countries: `1,000` and `1.000`, `1 000`, `1'000`, `1_000`, `10,00,000`, `1,5`,
 * `−3`, `１０００`, `٣`; with other words around it. `undefined` where there is none, or more than one.
 */
export const readNumber = (text: string): NumberInWords | undefined => {
  const plain = withPlainDigits(text.normalize('NFKC').trim());
  const [, before = '', sign = '', digits, behind = ''] = form.exec(plain) ?? [];
  if (digits === undefined || /\d/.test(behind)) return undefined;
  const [, signed = '', name = ''] = /^([+-]?)\s*(.*?)\s*$/.exec(before) ?? [];
  const readings = readingsOf(digits);
  return readings.length === 0
    ? undefined
    : { before: name, sign: [sign, signed].includes('-') ? '-' : '', readings, behind: behind.trim() };
};

const form = /^([^\d]*?)\s*([+-]?)\s*(\d(?:[\d.,'\u2019_ ]*\d)?(?:e[+-]?\d+)?)(.*)$/iu;

/** Digits of Arabic and Persian in Latin ones, and every minus sign as YAML has it. */
const withPlainDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', "'")
    .replace(/[\u2212\u2013\ufe63]/g, '-');

/** What digits with separators can mean; none where they are no number in any spelling. */
const readingsOf = (digits: string): readonly string[] => {
  const [, mantissa = '', exponent = ''] = /^(.*?)(e[+-]?\d+)?$/i.exec(digits) ?? [];
  const whole = /^\d+(?:[ '\u2019_]\d{3})*(?![ '\u2019_])/.exec(mantissa)?.[0] ?? '';
  const rest = mantissa.slice(whole.length);
  // After blanks or apostrophes between thousands, a point or comma can only begin decimals.
  if (/\D/.test(whole)) return rest === '' || /^[.,]\d+$/.test(rest) ? [joined(whole, rest.slice(1)) + exponent] : [];
  if (/[ '\u2019_]/.test(mantissa)) return [];
  return readingsWithMarks(mantissa).map((reading) => reading + exponent);
};

/** The same where points and commas are the only separators. */
const readingsWithMarks = (digits: string): readonly string[] => {
  const marks = digits.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return [digits];
  const [head, tail] = [digits.slice(0, digits.lastIndexOf(last)), digits.slice(digits.lastIndexOf(last) + 1)];
  const thousands = isGrouped(digits) ? [joined(digits, '')] : [];
  if (marks.length > 1 && !marks.slice(0, -1).includes(last)) return isGrouped(head) ? [joined(head, tail)] : [];
  if (marks.length > 1) return thousands;
  return [...thousands, joined(head, tail)];
};

/** Whether digits stand in groups of thousands, or as in India of hundreds above a thousand, with one kind of mark. */
const isGrouped = (digits: string): boolean =>
  /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits) || /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(digits);

const joined = (whole: string, decimals: string): string =>
  `${whole.replace(/\D/g, '')}${decimals === '' ? '' : `.${decimals}`}`;
