import type { LinkTargets } from '../core/link-targets.ts';
import type { MediaItem, ShownMedia } from '../core/shown-media.ts';

/** A body, finished: what pages print and feeds transform. */
export type Body = {
  /** HTML for the entry's own page, whose title is an `h1`. */
  readonly html: string;
  /** HTML of each block for lists, where the title is an `h3`. */
  readonly blocks: readonly string[];
  /** The same without the marks of notes, for lists that leave out the end, where the notes stand. */
  readonly cutBlocks: readonly string[];
  /** HTML that can be read away from its page: every address has its host. */
  readonly absoluteHtml: string;
  /** All its words without any markup, in one line. */
  readonly text: string;
  /** Its sentences in one line; empty where it has none. Descriptions begin with them. */
  readonly summary: string;
  /** What it shows and hands out, each once, in its order: pictures, videos, sounds and documents. */
  readonly media: readonly MediaItem[];
  /** Its addresses within the archive as the text has them, and the paths to which they lead. */
  readonly links: readonly (readonly [address: string, href: string])[];
};

/** What is left of a text that has been withdrawn. */
export const emptyBody: Body = {
  ...{ html: '', blocks: [], cutBlocks: [], absoluteHtml: '', text: '', summary: '' },
  ...{ media: [], links: [] },
};

/** What a body is finished with. */
export type BodyContext = {
  /** What makes its ids its own on a page with many bodies: the entry's slug. */
  readonly idPrefix: string;
  /** The address of its own page, with its host. */
  readonly page: string;
  /** The language of its event, in which cards and notes speak; English where it is not said. */
  readonly language?: string;
  readonly targets: LinkTargets;
  /** What is published of a picture or video, by its path below the content folder. */
  readonly mediaAt: (path: string) => ShownMedia | undefined;
};
