/**
 * Raised when the way of encoding changes, or the version of sharp: the names of published pictures must change with their
 * bytes.
 */
export const encoding = 'sharp 0.35.5, 2';

/** More pixels than any camera gives; an animation may have as many in all its pictures together. */
export const mostPixels = 150_000_000;

/** More pictures than an animation of a minute has; each takes time and memory, however small it is. */
export const mostFrames = 1000;

/** What a drawing may have of bytes, elements, and uses of filters, each of which takes as long as drawing all of it again. */
export const mostDrawn = { bytes: 4_000_000, elements: 20_000, filters: 100, levels: 200 } as const;

/** The widest that is ever published. */
export const widestMaster = 1920;

/** A drawing up to this width that is small without loss is published so, pixel by pixel: screenshots, charts, icons. */
export const widestCrisp = 1300;
export const widestIcon = 64;

/** WebP holds 16,383 pixels in a column, and no page is made for strips. */
export const steepest = 10;
