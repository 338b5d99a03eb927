import { isRightToLeft } from '../words/locale.ts';
import { xmlEscape } from './xml-text.ts';

/** A feed, in terms that every format shares. */
export type Feed = {
  readonly title: string;
  readonly description: string;
  /** The page that the feed follows, with its host: its identity. The files of the feed lie beside it. */
  readonly page: string;
  readonly language: string;
  /** Who stands for items that name nobody: Atom wants somebody. */
  readonly author: string;
  /** The icon and the logo of the archive, with their host, where it has some. */
  readonly icon?: string;
  readonly logo?: string;
  /** Milliseconds since 1970 of a feed in which nothing has been published. */
  readonly since: number;
  /** Milliseconds since 1970 of the last change, where items that are gone since tell of a later one than those that are left. */
  readonly changed?: number | undefined;
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
  /** The time of publication is yet to come: it places the item, and is not published. */
  readonly isAhead?: true;
  /** Milliseconds since 1970 of the last correction, or of the publication; 0 where nothing of its event has come yet. */
  readonly updated: number;
  /** The language of its texts (BCP 47). */
  readonly language: string;
  /** HTML with absolute addresses. */
  readonly content: string;
  /** The beginning of it as text, in one line. */
  readonly summary: string;
  readonly creator?: string;
  readonly categories: readonly string[];
};

/** When something in a feed changed last, in milliseconds since 1970. */
export const changeOf = ({ items, since, changed }: Pick<Feed, 'items' | 'since' | 'changed'>): number => {
  if (changed !== undefined) return changed;
  const known = items.flatMap(({ isAhead, updated }) => (isAhead ? [] : updated));
  return known.length === 0 ? since : Math.max(...known);
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
