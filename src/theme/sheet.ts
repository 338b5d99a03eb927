import type { Colours, Palette } from '../core/look.ts';
import type { ThemeFonts } from './fonts.ts';
import type { PublishedLogo } from './pictures.ts';

/** What the style sheet of a theme is made of. */
type SheetParts = {
  readonly palette: Palette | undefined;
  readonly fonts: Pick<ThemeFonts, 'faces' | 'properties' | 'hasBoldTitlesAlone'>;
  readonly logo: PublishedLogo | undefined;
};

/**
 * The style sheet of a theme: values of custom properties, and fonts. It stands in no layer, so that it comes before the styles of
 * pages, which are in layers, wherever a page loads it. Empty where the theme changes none of them.
 */
export const sheetOf = ({ palette, fonts, logo }: SheetParts): string =>
  [
    fonts.faces,
    rule(':root', { ...(palette && properties(palette)), ...fonts.properties }),
    ...(palette
      ? [palette.isDark ? `@media screen { ${rule(':root', { 'color-scheme': 'dark' }).trim()} }\n` : '']
      : []),
    ...(palette ? [rule('.prose mark', { background: schemes(palette, 'mark') })] : []),
    ...(fonts.hasBoldTitlesAlone ? [rule(openingTexts, { 'font-family': 'var(--sans)' })] : []),
    ...(logo ? logoRules(logo) : []),
  ].join('');

const properties = (palette: Palette): Record<string, string> =>
  Object.fromEntries(
    (['paper', 'paper-deep', 'ink', 'ink-soft', 'rule', 'accent', 'good'] as const).map((name) => [
      `--${name}`,
      schemes(palette, name),
    ]),
  );

const schemes = ({ light, dark }: Palette, name: keyof Colours): string => `light-dark(${light[name]}, ${dark[name]})`;

/** What stands below the title of an event, and below that of the archive. */
const openingTexts = ':root .about > .standfirst, :root h1 + p';

const logoRules = ({ part: { width, height }, plates }: PublishedLogo): readonly string[] => {
  const ratio = Math.round((100 * width) / height) / 100;
  const plate = { background: `light-dark(${plates.light}, ${plates.dark})` };
  const hasPlate = plates.light !== 'transparent' || plates.dark !== 'transparent';
  return [
    rule('.masthead li .brand', { 'align-items': 'center', display: 'flex', gap: '0.7rem', overflow: 'visible' }),
    rule('.masthead .logo', {
      ...plate,
      'aspect-ratio': `${ratio}`,
      'block-size': 'auto',
      'inline-size': inlineSizeOf(ratio),
      'max-inline-size': 'none',
      flex: 'none',
      ...(hasPlate && { 'border-radius': '0.2rem', padding: '0.25rem' }),
    }),
    rule('.masthead:has(.logo), .masthead:has(.logo) ol', { 'align-items': 'center', 'row-gap': '0.4rem' }),
  ];
};

/** As high as two lines of text, and higher where it is narrow; one that is very wide has as much room as the page leaves it. */
const inlineSizeOf = (ratio: number): string => {
  const rems = Math.round(ratio * (ratio < 0.7 ? 325 : 225)) / 100;
  return rems > 14 ? `min(${Math.min(rems, 20)}rem, 60vi)` : `${rems}rem`;
};

const rule = (selector: string, declarations: Readonly<Record<string, string>>): string => {
  const all = Object.entries(declarations).map(([name, value]) => `${name}: ${value};`);
  return all.length === 0 ? '' : `${selector} { ${all.join(' ')} }\n`;
};
