/** Widths of kinds of characters, in ems. */
type Widths = {
  readonly wide: number;
  readonly capital: number;
  readonly digit: number;
  readonly thin: number;
  readonly other: number;
};

/** Those of DejaVu Sans, the widest of the usual fonts for labels, and those of the serif for figures. */
const fonts: Readonly<Record<'sans' | 'serif', Widths>> = {
  sans: { wide: 1, capital: 0.76, digit: 0.64, thin: 0.4, other: 0.64 },
  serif: { wide: 1, capital: 0.72, digit: 0.6, thin: 0.33, other: 0.5 },
};

/** About how wide a text is, in ems of its font: there is no browser to ask when pages are made, and readers have fonts of their own. */
export const textWidth = (text: string, font: 'sans' | 'serif' = 'sans'): number =>
  [...text].reduce((sum, sign) => sum + widthOf(sign, fonts[font]), 0);

const widthOf = (sign: string, { wide, capital, digit, thin, other }: Widths): number => {
  if (/[\p{M}\u200b-\u200f]/u.test(sign)) return 0;
  if (/[\u2e80-\u{3ffff}]/u.test(sign)) return 1.05;
  if (/[ .,:;'’|!()[\]\u00a0\u2009\u202fijl·/]/.test(sign)) return thin;
  if (/[mwMW%@]/.test(sign)) return wide;
  if (/\d/.test(sign)) return digit;
  return /\p{Lu}|\p{Sc}/u.test(sign) ? capital : other;
};
