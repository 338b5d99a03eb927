import { type DisplayPlace, largeWidth, movingWidthsFor, plainWidth, widthsFor } from './ladder.ts';
import type { Measured } from './measured.ts';

/** The formats in which pictures are published; a vector drawing is published as pixels, which can run nothing. */
type PictureFormat = 'avif' | 'webp' | 'jpeg' | 'png' | 'gif';

/** One file of a picture. */
export type Variant = {
  /** The name of the published file; it changes with the content, so that it can be cached for ever. */
  readonly name: string;
  readonly format: PictureFormat;
  readonly width: number;
  /** The first picture of an animation. */
  readonly isStill?: boolean;
};

/** Files of one format, between which a browser chooses by width. */
export type VariantGroup = {
  readonly format: PictureFormat;
  readonly media?: string;
  readonly variants: readonly Variant[];
};

/** A picture as it will be published. */
export type PicturePlan = {
  readonly kind: 'picture';
  /** Path below the content folder. */
  readonly source: string;
  /** SHA-512 of the file itself, in hexadecimal digits; not there for pictures of the theme. */
  readonly sha512?: string;
  readonly measured: Measured;
  /** The best first. */
  readonly groups: readonly VariantGroup[];
  readonly fallback: Variant;
  readonly large: Variant;
};

/** Plans how the picture at `source` is published for all the places that show it. */
export const planPicture = (source: string, measured: Measured, places: ReadonlySet<DisplayPlace>): PicturePlan => {
  const { kind, pixels, fallback: format } = measured;
  const variant = (format: PictureFormat, width: number): Variant => {
    const name = `${stemOf(source)}${measured.hash.slice(0, 10)}-${width}.${endingOf(format)}`;
    return { name, format, width };
  };
  const place = places.has('hero') ? 'hero' : places.has('text') ? 'text' : undefined;
  const fallback = variant(format, kind === 'crisp' ? pixels : plainWidth(pixels));
  const large = kind === 'photo' && places.has('large') ? variant(format, largeWidth(pixels)) : fallback;
  const own = { kind: 'picture', source, measured, fallback, large } as const;
  if (place === undefined) return { ...own, groups: [] };
  if (kind === 'crisp') return { ...own, groups: [{ format: 'webp', variants: [variant('webp', pixels)] }] };
  const group = (format: PictureFormat, widths: readonly number[]): VariantGroup => ({
    format,
    variants: widths.map((width) => variant(format, width)),
  });
  if (kind === 'moving') {
    const still = stillOf(variant('webp', plainWidth(pixels)));
    const moving = group('webp', measured.isHeavy ? [plainWidth(pixels)] : movingWidthsFor(pixels));
    return {
      ...own,
      groups: [{ format: 'webp', media: '(prefers-reduced-motion: reduce)', variants: [still] }, moving],
    };
  }
  const widths = widthsFor(pixels, place);
  return { ...own, groups: [group('avif', widths), group('webp', widths)] };
};

/** Every file of a picture, each once. */
export const variantsOf = ({ groups, fallback, large }: PicturePlan): readonly Variant[] => {
  const all = [...groups.flatMap(({ variants }) => variants), fallback, large];
  return [...new Map(all.map((variant) => [variant.name, variant])).values()];
};

/** What tells a variant from the others of the same picture: the end of its name. */
export const variantKey = ({ format, width, isStill }: Variant): string =>
  `${isStill ? 'still-' : ''}${width}.${endingOf(format)}`;

/** How much of a file's name its published names keep, in characters: each stands in a page many times. */
const stemLength = 24;

/** The beginning of the names under which a file is published: letters and digits of any script. */
export const stemOf = (source: string): string => {
  const letters = source
    .slice(source.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  const stem = [...letters].slice(0, stemLength).join('').replace(/-$/, '');
  return stem && `${stem}-`;
};

const stillOf = (variant: Variant): Variant => ({
  ...variant,
  name: variant.name.replace(/(\d+\.webp)$/, 'still-$1'),
  isStill: true,
});

const endingOf = (format: PictureFormat): string => (format === 'jpeg' ? 'jpg' : format);
