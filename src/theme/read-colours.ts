import { clampChroma, colorsNamed, converter, formatHex, parse } from 'culori';
import type { Palette } from '../core/look.ts';
import { nearest } from '../core/nearest.ts';
import type { ThemeFields } from '../core/schema/site.ts';
import {
  type BrandColour,
  type BrandColours,
  contrastOf,
  leastContrast,
  paletteOf,
  type WeakColour,
} from './palette.ts';
import type { ThemeReport } from './theme-report.ts';

const fields: readonly BrandColour[] = ['accent', 'accent-dark', 'paper', 'ink'];

/** A colour as it is written, as `#rrggbb`; what screens cannot show becomes the nearest of its hue. */
type ReadColour = { readonly field: BrandColour; readonly hex: string; readonly isClear: boolean };

/** The palette of a theme that names a colour. Colours that are none, or cannot be read, are reported with one that can. */
export const readColours = (theme: ThemeFields, at: ThemeReport): Palette | undefined => {
  const read = fields.flatMap((field) => readColour(field, theme[field], at) ?? []);
  if (read.length === 0) return undefined;
  const brand: BrandColours = Object.fromEntries(read.map(({ field, hex }) => [field, hex]));
  const { palette, weak } = paletteOf(brand);
  for (const { field, hex, isClear } of read) {
    const found = weak.find((one) => one.field === field);
    if (isClear) reportClear(field, theme[field], found?.nearest ?? hex, at);
    else if (found) reportWeak(found, theme[field], at);
  }
  return palette;
};

const reportWeak = ({ field, ground, contrast, nearest: readable }: WeakColour, written = '', at: ThemeReport): void =>
  at.report([field], {
    rule: 'weak-contrast',
    message: `Unexpected ${field} "${written}", expected one of more contrast: ${wordsOf(field, ground, contrast)}`,
    hint: `Write "${readable}", the nearest one that can be read.${adviceFor(field, ground)}`,
    meant: readable,
  });

const reportClear = (field: BrandColour, written = '', solid: string | undefined, at: ThemeReport): void =>
  at.report([field], {
    rule: 'invalid-value',
    message: `Unexpected colour "${written}" in "theme.${field}" that can be seen through, expected a solid one`,
    hint:
      solid === undefined
        ? 'Write a colour such as "#a32d18".'
        : `Write "${solid}", or what it looks like on your paper.`,
    meant: solid,
  });

/** A contrast is cut, not rounded: 4.497 is not enough. */
const wordsOf = (field: BrandColour, ground: string, contrast: number): string => {
  const found = Math.floor(contrast * 100) / 100;
  return field === 'paper'
    ? `${ground === '#ffffff' ? 'white' : 'black'} text on it has ${found}, and soft text needs room`
    : `text in it has ${found} on ${ground}, and needs ${leastContrast}`;
};

const adviceFor = (field: BrandColour, ground: string): string =>
  field === 'ink' && contrastOf(ground, '#000000') > contrastOf(ground, '#ffffff')
    ? ' For light text, name a dark "paper", too.'
    : '';

const readColour = (field: BrandColour, written: string | undefined, at: ThemeReport): ReadColour | undefined => {
  if (written === undefined) return undefined;
  const colour = /^[a-z]+$/i.test(written) && !isNamed(written) ? undefined : parse(written);
  if (!colour) {
    const meant = meantColour(written);
    at.report([field], {
      rule: 'invalid-value',
      message: `Unexpected text "${written}" in "theme.${field}", expected a colour such as "#a32d18"`,
      hint: meant === undefined ? 'Write # and six digits from 0 to f, in quotes.' : `Did you mean "${meant}"?`,
      meant,
    });
    return undefined;
  }
  const { alpha = 1, ...solid } = colour;
  const hex = solid.mode === 'rgb' ? formatHex(solid) : formatHex(clampChroma(toOklch(solid), 'oklch'));
  if (alpha > 0) return { field, hex, isClear: alpha < 1 };
  reportClear(field, written, undefined, at);
  return undefined;
};

const toOklch = converter('oklch');

const isNamed = (name: string): boolean =>
  /^transparent$/i.test(name) || Object.hasOwn(colorsNamed, name.toLowerCase());

const meantColour = (written: string): string | undefined => {
  if (/^(?:[\da-f]{3}){1,2}$/i.test(written)) return `#${written}`;
  return /^[a-z]+$/i.test(written) ? nearest(written, Object.keys(colorsNamed)) : undefined;
};
