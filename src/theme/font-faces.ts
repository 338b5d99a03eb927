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
  readonly has: (character: string) => boolean;
};

type FontFile = { readonly name: string; readonly measures: Measures };

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

/**
 * The `@font-face` rules of a role. A font that comes late is not shown before the next page (`optional`), and the one that
 * stands in for it has its measures, so that no line moves.
 */
export const facesOf = (role: FontUse, files: readonly FontFile[]): string => {
  const [first] = files;
  if (!first) return '';
  const own = files.map(({ name, measures: { weight, isItalic } }) =>
    face(`theme ${role}`, {
      'font-style': isItalic ? 'italic' : 'normal',
      'font-weight': weight,
      'font-display': 'optional',
      src: `url("${encodeURIComponent(name)}") format("woff2")`,
    }),
  );
  return [...own, ...(first.measures.hasLatin ? standIns(role, first.measures) : [])].join('');
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
