import type { UpdateContent } from '../live-blog.ts';

/** What the kinds of feeds have in common, as far as a live blog needs it. */
export type ReadFeed = {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly items: readonly SourceItem[];
  /** How many items there are, with those that have not the form of one and are not in `items`. */
  readonly count: number;
  /** Addresses of documents with older items. */
  readonly older: readonly string[];
};

export type SourceItem = {
  /** Addresses and ids that may be its own, the likeliest first. */
  readonly addresses: readonly (string | undefined)[];
  readonly title: string | undefined;
  readonly content: UpdateContent | undefined;
  /** As it is written there. */
  readonly time: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly topics: readonly (string | undefined)[];
  readonly enclosures: readonly Enclosure[];
};

/** A file that goes with an item. */
export type Enclosure = {
  readonly address: string | undefined;
  /** Its media type, or the first part of one, where that is known. */
  readonly type: string | undefined;
  readonly alt?: string | undefined;
  readonly credit?: string | undefined;
};

/** Whether a file is a picture: as its type says, else as its name ends. */
export const isPictureType = ({ address = '', type }: Enclosure): boolean =>
  type ? /^image\b/i.test(type) : /\.(jpe?g|png|gif|webp|avif|svg)(\?[^?]*)?$/i.test(address.slice(-200));
