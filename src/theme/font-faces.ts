/** What fonts are for: titles and figures, or everything else. */
export type FontUse = 'titles' | 'text';

/** What is known of a font; lengths are in sizes of a letter. */
export type Measures = {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly hasLatin: boolean;
  /** The mean width of the letters of an English text. */
  readonly letterWidth: number;
  /** One, or the first and the last of a variable font, as CSS writes it. */
  readonly weight: string;
  readonly isItalic: boolean;
  /** Absent where the font does not say it. */
  readonly hasSerifs?: boolean;
  /** The code points of its letters. */
  readonly characters: readonly number[];
};

/** A file of a font: the name that it is published with, and where it lies in the content. */
export type FontFile = { readonly name: string; readonly source: string; readonly measures: Measures };

/** Fonts that machines have, with those of the same widths, and the mean width of their letters in the same text. */
const fallbacks = {
  serif: [
    { name: 'Georgia', fonts: ['Georgia', 'Gelasio'], letterWidth: 0.4416 },
    { name: 'Times', fonts: ['Times New Roman', 'Tinos', 'Liberation Serif'], letterWidth: 0.4059 },
    { name: 'DejaVu', fonts: ['DejaVu Serif'], letterWidth: 0.5166 },
  ],
  sans: [
    { name: 'Arial', fonts: ['Arial', 'Arimo', 'Liberation Sans'], letterWidth: 0.4499 },
    { name: 'DejaVu', fonts: ['DejaVu Sans'], letterWidth: 0.513 },
  ],
} as const;

/** What stands behind a font of the theme: characters that it has not, and what generic family it is of. */
const last = {
  serif: '"Songti SC", "Noto Serif CJK SC", serif',
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", sans-serif',
};

const kindOf = (role: FontUse, hasSerifs = role === 'titles'): 'serif' | 'sans' => (hasSerifs ? 'serif' : 'sans');

/** The families in which a role is set, as CSS: fonts of the system where `measures` are those of no font. */
export const stackOf = (role: FontUse, measures?: Measures): string => {
  if (!measures) return last.sans;
  const kind = kindOf(role, measures.hasSerifs);
  const measured = measures.hasLatin ? fallbacks[kind].map(({ name }) => `"theme ${role} ${name}"`) : [];
  return [`"theme ${role}"`, ...measured, last[kind]].join(', ');
};

/** The measures of a role's font: of several files, those of the first that has Latin letters. */
export const measuredOf = (files: readonly FontFile[]): Measures | undefined =>
  (files.find(({ measures }) => measures.hasLatin) ?? files[0])?.measures;

/**
 * The `@font-face` rules of a role. A font that comes late is not shown before the next page (`optional`), and the one that
 * stands in for it has its measures, so that no line moves.
 */
export const facesOf = (role: FontUse, files: readonly FontFile[]): string => {
  const measures = measuredOf(files);
  const own = files.map((file) =>
    face(`theme ${role}`, {
      'font-style': styleOf(file),
      'font-weight': file.measures.weight,
      'font-display': 'optional',
      src: `url("${encodeURIComponent(file.name)}") format("woff2")`,
      ...(files.some((other) => other !== file && isOneFont(other, file)) && { 'unicode-range': rangesOf(file) }),
    }),
  );
  return [...own, ...(measures?.hasLatin ? standIns(role, measures) : [])].join('');
};

const styleOf = ({ measures }: FontFile): string => (measures.isItalic ? 'italic' : 'normal');

/** Whether two files are parts of one font, such as its Latin and its Thai letters; a browser loads those that a page needs. */
const isOneFont = (one: FontFile, other: FontFile): boolean =>
  styleOf(one) === styleOf(other) && one.measures.weight === other.measures.weight;

const rangesOf = ({ measures }: FontFile): string => {
  const points = measures.characters.toSorted((a, b) => a - b);
  const starts = points.filter((point, index) => points[index - 1] !== point - 1);
  const ends = points.filter((point, index) => points[index + 1] !== point + 1);
  const hex = (point = 0): string => point.toString(16).toUpperCase();
  return starts
    .map((start, index) => (ends[index] === start ? `U+${hex(start)}` : `U+${hex(start)}-${hex(ends[index])}`))
    .join(', ');
};

const standIns = (role: FontUse, { ascent, descent, lineGap, letterWidth, hasSerifs }: Measures): readonly string[] =>
  fallbacks[kindOf(role, hasSerifs)].map(({ name, fonts, letterWidth: width }) => {
    const size = letterWidth / width;
    return face(`theme ${role} ${name}`, {
      src: fonts.map((font) => `local("${font}")`).join(', '),
      'size-adjust': percent(size),
      'ascent-override': percent(ascent / size),
      'descent-override': percent(descent / size),
      'line-gap-override': percent(lineGap / size),
    });
  });

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

const face = (family: string, descriptors: Readonly<Record<string, string>>): string =>
  `@font-face { font-family: "${family}"; ${Object.entries(descriptors)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')} }\n`;
