import type { ShownPicture } from '../core/shown-media.ts';

/**
 * How wide a picture is shown, for the `sizes` of its files: as wide as the text (38rem of a page whose letters are 1.0625
 * times the browser's, in which `sizes` counts), never wider than a phone leaves room for, nor than it is, nor than the 85%
 * of the window's height allow. In a gallery it fills a tile of 4:3, of which there are two or three in a row.
 */
export const sizesFor = (
  { width, height }: Pick<ShownPicture, 'width' | 'height'>,
  place: 'text' | 'gallery',
): string => {
  if (place === 'gallery') {
    // What is wider than its tile is cut at the sides.
    const share = Math.max(1, width / height / (4 / 3));
    return `min(${rounded(20.2 * share)}rem, ${rounded(45 * share)}vw)`;
  }
  const own = width < 960 ? [`${width}px`] : [];
  const tall = height > width ? [`${rounded((85 * width) / height)}vh`] : [];
  return `min(${['40.375rem', '90vw', ...own, ...tall].join(', ')})`;
};

const rounded = (value: number): number => Math.round(value * 10) / 10;
