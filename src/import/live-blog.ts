/** What is imported: its text, and where it came from. */
export type ImportSource = {
  /** Decoded text, line breaks as they were. */
  readonly text: string;
  /** Its address on the web, where it has been downloaded from there. */
  readonly url?: string;
  /** Its path on disk, where it is a file. */
  readonly file?: string;
  /** When it was copied, by the clocks of the event: `2024-11-05T20:34`. Times such as `5 minutes ago` count from there. */
  readonly savedAt?: string;
};

/** A kind of live blog: whether a source is of it, and how it is read. */
export type ImportFormat = {
  /** What the report calls it, such as `WordPress export`. */
  readonly name: string;
  /** Whether sites often put only the beginnings of texts there. */
  readonly mayBeCut?: boolean;
  /** Quick, and never throws. */
  readonly recognises: (source: ImportSource) => boolean;
  /** Throws `ImportRefused` where the source cannot be read as what it says it is. */
  readonly read: (source: ImportSource) => LiveBlog | Promise<LiveBlog>;
};

/** A live blog as another system keeps it: its texts and times as they stand there, with nothing added. */
export type LiveBlog = {
  readonly title?: string;
  readonly description?: string;
  readonly introduction?: UpdateContent;
  /** The page that it was published on. */
  readonly url?: string;
  /** A language tag of BCP 47. */
  readonly language?: string;
  /** An abbreviation behind its times that can mean several zones, one of which the event should have. */
  readonly ambiguousZone?: string;
  /** When its coverage started and ended, in the form of `time`. */
  readonly starts?: string;
  readonly ends?: string;
  /** How its readers saw it, where that can be known. */
  readonly order?: 'newest-first' | 'oldest-first';
  /** Oldest first; of those with the same time, first what happened first, as far as the source tells. */
  readonly updates: readonly Update[];
  /** What is in the source and is not imported. */
  readonly skipped: readonly Skipped[];
  /** What a person should know about this source, in whole sentences. */
  readonly notes: readonly string[];
  /** What was probably not read as it was meant, in whole sentences: a person has to look at it. */
  readonly doubts?: readonly string[];
};

/** One thing that was reported. */
export type Update = {
  /**
   * As `time` of an entry is written: `2019-11-11T10:18`, with `:SS` where seconds are known, with an offset or `Z` where
   * the source has one, 24:00 for a midnight that ends a day, or a date alone. No other form.
   */
  readonly time: string;
  /** What readers saw instead of the time, such as `Midnight`. */
  readonly label?: string;
  /** Where one without a time stands in its day. */
  readonly untimed?: 'first' | 'last';
  /** Its own address on the web, which no other update has. */
  readonly source?: string;
  readonly headline?: string;
  readonly content: UpdateContent;
  /** Pictures that are not part of the content; they come below it. */
  readonly pictures: readonly UpdatePicture[];
  readonly author?: string;
  /** As they are written there; not slugs yet. */
  readonly topics: readonly string[];
  /** Whether the source marks it as a key event. */
  readonly key: boolean;
  readonly pinned: boolean;
  /** Why it must not be published before a person has looked at it, where that is so. */
  readonly doubt?: string;
};

/** A text: HTML as it was found (nothing about it is safe), plain text with blank lines between paragraphs. */
export type UpdateContent = { readonly kind: 'html' | 'text'; readonly value: string };

/** A picture by its address, absolute or relative to the source. */
export type UpdatePicture = {
  readonly address: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
};

/** Something that is not imported: how a person finds it in the source, and why. */
export type Skipped = {
  readonly what: string;
  readonly why: string;
  /** How many updates it is, where that is not one: 0 for a part of an update, or for what is none. */
  readonly updates?: number;
};

/** A source that cannot be imported. The message says what was found, what was expected, and what to do. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}
