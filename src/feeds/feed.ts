/** A feed, in terms that every format shares. */
export type Feed = {
  readonly title: string;
  readonly description: string;
  /** The page that the feed follows, with its host: its identity. The files of the feed lie beside it. */
  readonly page: string;
  readonly language: string;
  /** Who stands for items that name nobody: Atom wants somebody. */
  readonly author: string;
  /** Milliseconds since 1970 of a feed without items. */
  readonly since: number;
  /** Newest first. */
  readonly items: readonly FeedItem[];
  /** The newest document with older items, with its host (RFC 5005). */
  readonly older?: string;
};

export type FeedItem = {
  readonly title: string;
  /** The permanent address, which is the item's identity. */
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** Milliseconds since 1970 of the last correction, or of the publication. */
  readonly updated: number;
  /** HTML with absolute addresses. */
  readonly content: string;
  /** The beginning of it as text, in one line. */
  readonly summary: string;
  readonly creator?: string;
  readonly categories: readonly string[];
};

/** When something in a feed changed last, in milliseconds since 1970. */
export const changeOf = ({ items, since }: Pick<Feed, 'items' | 'since'>): number =>
  items.length === 0
    ? since
    : items.reduce((latest, { updated }) => Math.max(latest, updated), Number.NEGATIVE_INFINITY);

/** A time in milliseconds as RFC 3339 has it, in UTC. */
export const timestamp = (milliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: 'second' });
