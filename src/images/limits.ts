/**
 * Raised when the way of encoding changes, or the version of sharp: the names of published pictures must change with their
 * bytes.
 */
export const encoding = 'sharp 0.35.5, 2';

/** More pixels than any camera gives; an animation may have as many in all its pictures together. */
export const mostPixels = 150_000_000;

/** The widest that is ever published. */
export const widestMaster = 1920;

/** A drawing up to this width that is small without loss is published so, pixel by pixel: screenshots, charts, icons. */
export const widestCrisp = 1300;
export const widestIcon = 64;

/** WebP holds 16,383 pixels in a column, and no page is made for strips. */
export const steepest = 10;
