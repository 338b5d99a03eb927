/** What is known of a picture before it is encoded. */
export type Measured = {
  /** A photograph or painting; a small drawing that is best kept as it is, pixel by pixel; or one that moves. */
  readonly kind: 'photo' | 'crisp' | 'moving';
  /** Says what is in it, and how it is encoded. Hexadecimal. */
  readonly hash: string;
  /** As large as a page ever shows it, in pixels, with its orientation applied. */
  readonly width: number;
  readonly height: number;
  /** How many pixels wide it can be published: a vector drawing is drawn twice as large as it is shown. */
  readonly pixels: number;
  /** What is published for browsers that know no newer format. */
  readonly fallback: 'jpeg' | 'png' | 'gif' | 'webp';
  /** The class names of the colour that stands in for it, unless it can be seen through. */
  readonly tone?: string;
  /** True for a drawing with text, which looks as the fonts of the machine let it. */
  readonly hasText?: true;
};
