import { z } from 'zod';

/** What is known of a picture before it is encoded. */
export const measuredSchema = z.strictObject({
  /** A photograph or painting; a small drawing that is best kept as it is, pixel by pixel; or one that moves. */
  kind: z.enum(['photo', 'crisp', 'moving']),
  /** Says what is in it, and how it is encoded. Hexadecimal. */
  hash: z.string(),
  /** As large as a page ever shows it, in pixels, with its orientation applied. */
  width: z.number(),
  height: z.number(),
  /** How many pixels wide it can be published: a vector drawing is drawn twice as large as it is shown. */
  pixels: z.number(),
  /** What is published for browsers that know no newer format. */
  fallback: z.enum(['jpeg', 'png', 'gif', 'webp']),
  /** The class names of the colour that stands in for it, unless it can be seen through. */
  tone: z.string().exactOptional(),
  /** True for an animation of which only one quickly encoded WebP is published: all else would take too long. */
  isHeavy: z.literal(true).exactOptional(),
  /** True for a drawing with text, which looks as the fonts of the machine let it. */
  hasText: z.literal(true).exactOptional(),
});

export type Measured = Readonly<z.infer<typeof measuredSchema>>;
