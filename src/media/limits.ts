/**
 * Raised when the way of encoding changes, or the version of sharp: the names of published pictures must change with their
 * bytes.
 */
export const encoding = 'sharp 0.35.5, 2';

/** More pixels than any camera gives. */
export const mostPixels = 150_000_000;

/**
 * Of these, decoding takes so much time or memory for each pixel that fewer must be enough: AVIF, WebP, and what is refined step
 * by step (progressive, interlaced).
 */
export const fewerPixels = { avif: 12_500_000, webp: 32_000_000, refined: 37_000_000 } as const;

/**
 * What an animation may have: the pixels of all its pictures together, and the bytes of its file, which tell noise from what is
 * drawn or filmed. Up to `light` every format and width of it takes at most about four seconds of a processor, and up to `most` one
 * WebP that is encoded quickly.
 */
export const movingLimits = {
  gif: { light: { pixels: 8_000_000, bytes: 4_000_000 }, most: { pixels: 40_000_000, bytes: 40_000_000 } },
  webp: { light: { pixels: 16_000_000, bytes: 4_000_000 }, most: { pixels: 40_000_000, bytes: 12_000_000 } },
} as const;

/** In a file with more bytes than these there is so much to decode that it takes seconds, however few its pixels are. */
export const mostBytes = { avif: 8_000_000, webp: 60_000_000, others: 100_000_000 } as const;

/** More pictures than an animation of a minute has; each takes time and memory, however small it is. */
export const mostFrames = 1000;

/** What a drawing may have of bytes, elements, letters, and uses of filters, each of which takes as long as drawing all of it again. */
export const mostDrawn = { bytes: 1_800_000, elements: 18_000, letters: 20_000, filters: 100, levels: 200 } as const;

/** The widest that is ever published. */
export const widestMaster = 1920;

/** More pixels than this are not published of a photograph: those of one that is upright, as a phone takes it. */
export const largestMaster = 1920 * 3420;

/** A drawing up to this width that is small without loss is published so, pixel by pixel: screenshots, charts, icons. */
export const widestCrisp = 1300;
export const widestIcon = 64;

/** WebP holds 16,383 pixels in a column, and no page is made for strips. */
export const steepest = 10;
