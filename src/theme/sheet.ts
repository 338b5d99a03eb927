import type { Colours, Palette } from '../core/look.ts';
import type { ThemeFonts } from './fonts.ts';
import type { PublishedLogo } from './pictures.ts';

/** What the style sheet of a theme is made of. */
type SheetParts = {
  readonly palette: Palette | undefined;
  readonly fonts: Pick<ThemeFonts, 'faces' | 'properties'>;
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
      'inline-size': `${Math.min(Math.round(ratio * 225) / 100, 14)}rem`,
      'max-inline-size': 'none',
      flex: 'none',
      ...(hasPlate && { 'border-radius': '0.2rem', padding: '0.25rem' }),
    }),
    rule('.masthead:has(.logo), .masthead:has(.logo) ol', { 'align-items': 'center' }),
  ];
};

const rule = (selector: string, declarations: Readonly<Record<string, string>>): string => {
  const all = Object.entries(declarations).map(([name, value]) => `${name}: ${value};`);
  return all.length === 0 ? '' : `${selector} { ${all.join(' ')} }\n`;
};
