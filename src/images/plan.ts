/** What is known of a picture before it is encoded: sizes in pixels, with its orientation applied. */
export type Measured = {
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
  readonly hash: string;
};

/** The formats in which pictures are published; a vector drawing is published as PNG, which can run nothing. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** A picture as it will be published. */
export type PicturePlan = Measured & {
  /** Path below the content folder. */
  readonly source: string;
  /** The name of the published file; it changes with the content, so that it can be cached for ever. */
  readonly name: string;
};

/** How much of a file's name its published name keeps, in characters: no disk takes more than 255 bytes. */
const stemLength = 50;

/** Plans how the picture at `source` is published. */
export const planPicture = (source: string, measured: Measured): PicturePlan => {
  const letters = source
    .slice(source.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  const stem = [...letters].slice(0, stemLength).join('').replace(/-$/, '');
  return {
    ...measured,
    source,
    name: `${stem && `${stem}-`}${measured.hash.slice(0, 10)}.${measured.format === 'jpeg' ? 'jpg' : measured.format}`,
  };
};
