import type { Text } from './archive.ts';

/** A picture as pages show it: plain data, so that it can be kept between builds. Addresses are ready to print. */
export type ShownPicture = {
  readonly kind: 'picture';
  /** For everything that knows no better format: feeds, previews, old browsers. */
  readonly src: string;
  /** As large as it is ever shown, in pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** What browsers choose from, the best first. */
  readonly sources: readonly ShownSource[];
  /** The largest file, to look at closely. */
  readonly large: string;
  /** The class names of the colour that stands in until it is there; none where it can be seen through. */
  readonly tone?: string;
  /** True for a drawing, of which no part may be cut off. */
  readonly isDrawn?: true;
};

/** One `<source>` of a picture. */
export type ShownSource = {
  readonly type: string;
  readonly srcset: string;
  /** Whether `srcset` has several widths, between which `sizes` decides. */
  readonly isFluid: boolean;
  readonly media?: string;
};

/** A video as pages show it. */
export type ShownVideo = {
  readonly kind: 'video';
  readonly src: string;
  readonly type: string;
  /** How many bytes it has. */
  readonly size: number;
  readonly poster?: ShownPicture;
  readonly tracks: readonly { readonly src: string; readonly language?: string }[];
};

/** A social card, or the picture in its place, as the metadata of a page name it. */
export type ShownCard = {
  /** Its address, with the host. */
  readonly src: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** What it says. */
  readonly alt: string;
};

/** A file that is handed out as it is. */
type ShownFile = {
  readonly src: string;
  /** Its media type, as headers and feeds have it. */
  readonly type: string;
  /** Its name beside the entry, under which readers save it. */
  readonly name: string;
  /** How many bytes it has. */
  readonly size: number;
};

export type ShownDocument = ShownFile & { readonly kind: 'document' };

/** A sound, with how long it is where its file says so, and what is heard in it. */
export type ShownAudio = ShownFile & {
  readonly kind: 'audio';
  readonly seconds?: number;
  readonly transcript?: Transcript;
};

/** What is heard in a sound: a Markdown text, or what is said from which second on. */
export type Transcript = Text | { readonly cues: readonly { readonly at: number; readonly text: string }[] };

export type ShownMedia = ShownPicture | ShownVideo | ShownAudio | ShownDocument;

/** What a text shows or hands out, as feeds and metadata name it. `src` is its path on the host of the archive. */
export type MediaItem = {
  readonly kind: ShownMedia['kind'];
  readonly src: string;
  readonly type: string;
  /** What it shows, or the words that lead to it. */
  readonly text: string;
  readonly size?: number;
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
};
