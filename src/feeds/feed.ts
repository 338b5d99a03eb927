import { isRightToLeft } from '../words/locale.ts';
import type { ItemMedia } from './item-media.ts';
import { xmlEscape } from './xml-text.ts';

/** A feed, in terms that every format shares. */
export type Feed = {
  /** The address that its page had first. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page that the feed follows, with its host. The files of the feed lie beside it. */
  readonly page: string;
  readonly language: string;
  /** Who stands for items that name nobody: Atom wants somebody. */
  readonly author: string;
  /** The icon and the logo of the archive, with their host, where it has some. */
  readonly icon?: string;
  readonly logo?: string;
  /** Who has which rights in it. */
  readonly rights?: string;
  /** The hub that is told of what is new (WebSub). */
  readonly hub?: string;
  /** The path of the style sheet for people who open the feed itself. */
  readonly sheet: string;
  /** Milliseconds since 1970 of a feed in which nothing has been published. */
  readonly since: number;
  /** Newest first. */
  readonly items: readonly FeedItem[];
  /** The newest document with older items, with its host (RFC 5005). */
  readonly older?: string;
};

/** An item as the history of the archive has it: without its whole text. */
export type FeedOutline = {
  /** The address that its page had first: it stays when the page moves. */
  readonly id: string;
  readonly title: string;
  /** The address of its page. */
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** What it is placed by among others: when it was first seen, or else published (milliseconds since 1970). */
  readonly placed: number;
  /** The time of publication is yet to come: it places the item, and is not published. */
  readonly isAhead?: true;
  /** Milliseconds since 1970 of its withdrawal: it is news once more then. */
  readonly withdrawn?: number;
  /** Milliseconds since 1970 of its last change, or of the publication; 0 where nothing of its event has come yet. */
  readonly updated: number;
  /** The language of its texts (BCP 47). */
  readonly language: string;
  /** The beginning of its text, in one line. */
  readonly summary: string;
  readonly creator?: string;
  readonly categories: readonly string[];
};

export type FeedItem = FeedOutline & {
  /** HTML with absolute addresses. */
  readonly content: string;
  /** The pictures, videos and sounds in it, in their order. */
  readonly media: readonly ItemMedia[];
};

/** An item without its whole text. */
export const feedOutlineOf = ({ content: _content, media: _media, ...outline }: FeedItem): FeedOutline => outline;

/** When something in a feed changed last, in milliseconds since 1970. */
export const changeOf = (items: readonly FeedOutline[], since: number): number => {
  const known = items.flatMap(({ isAhead, updated }) => (isAhead ? [] : updated));
  return latestChange(known) ?? since;
};

/** The latest of some changes, of those that are known. */
export const latestChange = (changes: readonly (number | undefined)[]): number | undefined =>
  changes.reduce((one, other) => (one === undefined || (other !== undefined && other > one) ? other : one), undefined);

/** HTML as whoever shows it needs it: where it is read from right to left, it says so. */
export const readable = (html: string, language: string): string =>
  isRightToLeft(language) && html !== '' ? `<div lang="${xmlEscape(language)}" dir="rtl">${html}</div>` : html;

/** A time in milliseconds as RFC 3339 has it, in UTC. */
export const timestamp = (milliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: 'second' });
