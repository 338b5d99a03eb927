import { clampChroma, converter, formatHex, type Oklch, wcagContrast } from 'culori';
import type { Colours, Palette } from '../core/look.ts';

/** The colours of a brand, as `#rrggbb`. */
export type BrandColours = Partial<Readonly<Record<BrandColour, string>>>;
export type BrandColour = 'accent' | 'accent-dark' | 'paper' | 'ink';

/** A colour of a brand that cannot be read on a ground, and the nearest one that can. */
export type WeakColour = {
  readonly field: BrandColour;
  readonly ground: string;
  readonly contrast: number;
  readonly nearest: string;
};

/** Which text stands on which ground somewhere in the styles. */
export const textPairs: readonly (readonly [text: keyof Colours, ground: keyof Colours])[] = [
  ['ink', 'paper'],
  ['ink', 'paper-deep'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'paper-deep'],
  ['accent', 'paper'],
  ['accent', 'paper-deep'],
  ['good', 'paper'],
  ['good', 'paper-deep'],
  ['paper', 'ink'],
  ['paper', 'accent'],
  ['ink', 'mark'],
];

/** The least contrast of text (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** Thin lines are seen from this contrast on. */
const leastOfRule = 1.4;

/** On paper that leaves less contrast to black and to white, no text could have a softer colour than the other. */
const leastOfPaper = 8;

const toOklch = converter('oklch');

/**
 * Makes a palette from the colours of a brand: what is missing is derived from what there is, in the hue of the accent. Every
 * text in it can be read. A colour of the brand that cannot be read is replaced by the nearest one, and comes back as weak.
 */
export const paletteOf = (brand: BrandColours): { readonly palette: Palette; readonly weak: readonly WeakColour[] } => {
  const weak: WeakColour[] = [];
  const paper = brand.paper === undefined ? undefined : checkedPaper(brand.paper, weak);
  const isDark = paper !== undefined && isDarkGround(paper);
  const hue = hueOf(brand);
  const own = { hue, ...(paper !== undefined && { paper }), ...(brand.ink !== undefined && { ink: brand.ink }) };
  const accent: Accent =
    brand.accent === undefined ? { colour: usualAccent } : { colour: brand.accent, field: 'accent' };
  const dark = brand['accent-dark'];
  const accentDark: Accent =
    dark !== undefined ? { colour: dark, field: 'accent-dark' } : isDark ? accent : { colour: accent.colour };
  const palette = {
    light: isDark ? colours('light', { hue }, { colour: accent.colour }, weak) : colours('light', own, accent, weak),
    dark: colours('dark', isDark ? own : { hue }, accentDark, weak),
    isDark,
  };
  return { palette, weak };
};

/** The accent of archives without a theme. */
const usualAccent = '#a62f17';

type Scheme = 'light' | 'dark';
type Given = { readonly hue: Hue; readonly paper?: string; readonly ink?: string };
type Accent = { readonly colour: string; readonly field?: BrandColour };
type Hue = { readonly h: number; readonly c: number };

const colours = (scheme: Scheme, given: Given, accent: Accent, weak: WeakColour[]): Colours => {
  const isLight = scheme === 'light';
  const { hue, ink: ownInk } = given;
  // An accent that the brand names is kept as it is, if any of the grounds allows it; one that is derived is made to be read.
  const wanted = accent.field === undefined ? lively(accent.colour, isLight) : accent.colour;
  const all = groundsFor(scheme, given);
  // One that none allows is measured on those that leave it most, so that the nearest that can be read is offered.
  const grounds = all.find((pair) => isReadable(wanted, pair)) ??
    all.at(accent.field === undefined ? 0 : -1) ?? ['#ffffff', '#ffffff'];
  const [paper, deep] = grounds;
  const ink = checkedInk(ownInk, tinted(isLight ? 0.22 : 0.92, 0.012, hue), grounds, weak);
  const [onInk, onPaper] = [toOklch(ink)?.l ?? 0, toOklch(paper)?.l ?? 1];
  const between = (share: number): string => tinted(onInk + (onPaper - onInk) * share, 0.014, hue);
  return {
    paper,
    'paper-deep': deep,
    ink,
    'ink-soft': nearestReadable(between(0.32), grounds, 5),
    rule: nearestReadable(between(0.82), [paper], leastOfRule),
    accent:
      accent.field === undefined ? nearestReadable(wanted, grounds) : checked(wanted, accent.field, grounds, weak),
    good: nearestReadable(hexOf({ l: isLight ? 0.45 : 0.77, c: 0.09, h: 158 }), grounds),
    mark: nearestReadable(hexOf({ l: isLight ? 0.91 : 0.41, c: isLight ? 0.09 : 0.07, h: 90 }), [ink], 7),
  };
};

/** Paper and the deeper one beside it, as they look best, and then those that leave more contrast to an accent. */
const groundsFor = (scheme: Scheme, { hue, paper }: Given): readonly (readonly [string, string])[] => {
  const isLight = scheme === 'light';
  const papers =
    paper === undefined ? (isLight ? [0.98, 0.99, 1] : [0.2, 0.17]).map((l) => tinted(l, 0.01, hue)) : [paper];
  return papers.flatMap((one) =>
    [0.028, 0.018, 0.01].map((step) => {
      const { l, c, h = hue.h } = toOklch(one) ?? { l: 1, c: 0 };
      // Away from white and from black, neither of which can be any deeper; what is nearly black looks the same.
      return [
        one,
        hexOf({ l: isLight ? l - step : Math.max(l, 0.12) + step * 1.3, c: Math.max(c, Math.min(hue.c, 0.012)), h }),
      ] as const;
    }),
  );
};

/** An accent for a scheme for which the brand names none. */
const lively = (accent: string, isLight: boolean): string => {
  const { l, c, h = 0 } = toOklch(accent) ?? { l: 0.5, c: 0 };
  return hexOf({ l: isLight ? Math.min(l, 0.5) : Math.max(l, 0.74), c, h });
};

const checkedPaper = (paper: string, weak: WeakColour[]): string => {
  const ground = isDarkGround(paper) ? '#ffffff' : '#000000';
  const contrast = contrastOf(paper, ground);
  if (contrast >= leastOfPaper) return paper;
  const nearest = nearestReadable(paper, [ground], leastOfPaper);
  weak.push({ field: 'paper', ground, contrast, nearest });
  return nearest;
};

const checkedInk = (ink: string | undefined, usual: string, grounds: readonly string[], weak: WeakColour[]): string =>
  ink === undefined ? nearestReadable(usual, grounds, 9) : checked(ink, 'ink', grounds, weak);

const checked = (colour: string, field: BrandColour, grounds: readonly string[], weak: WeakColour[]): string => {
  const [ground = ''] = grounds.toSorted((a, b) => contrastOf(colour, a) - contrastOf(colour, b));
  const contrast = contrastOf(colour, ground);
  if (contrast >= leastContrast) return colour;
  const nearest = nearestReadable(colour, grounds);
  weak.push({ field, ground, contrast, nearest });
  return nearest;
};

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export const contrastOf = (one: string, other: string): number => wcagContrast(one, other);

const isDarkGround = (colour: string): boolean => contrastOf(colour, '#ffffff') > contrastOf(colour, '#000000');

const isReadable = (colour: string, grounds: readonly string[], least = leastContrast): boolean =>
  grounds.every((ground) => contrastOf(colour, ground) >= least);

/** The colour of the same hue that is nearest in lightness and can be read on all grounds; black or white where none has so much contrast. */
const nearestReadable = (colour: string, grounds: readonly string[], least = leastContrast): string => {
  if (isReadable(colour, grounds, least)) return colour;
  const { l, c, h = 0 } = toOklch(colour) ?? { l: 0, c: 0 };
  for (let step = 0.004; step <= 1; step += 0.004)
    for (const lightness of [l - step, l + step]) {
      const candidate = hexOf({ l: Math.min(1, Math.max(0, lightness)), c, h });
      if (isReadable(candidate, grounds, least)) return candidate;
    }
  return isReadable('#000000', grounds) ? '#000000' : '#ffffff';
};

/** The hue of grounds and inks. Beside a warm accent it is that of old paper: red would make it pink. */
const hueOf = ({ accent, paper }: BrandColours): Hue => {
  const { c = 0, h = 0 } = toOklch(paper ?? accent ?? usualAccent) ?? {};
  return { h: h < 110 || h > 330 ? 85 : h, c };
};

/** Nearly grey, with a little of a hue where that has any colour. */
const tinted = (l: number, c: number, hue: Hue): string => hexOf({ l, c: Math.min(c, hue.c / 8), h: hue.h });

/** As screens show it: of what is beyond their colours, the nearest of the same hue and lightness. */
const hexOf = (colour: Omit<Oklch, 'mode'>): string => formatHex(clampChroma({ mode: 'oklch', ...colour }, 'oklch'));
