import type { Finding } from './diagnostics.ts';
import type { License } from './license.ts';
import type { Look } from './look.ts';
import type { Moment } from './moment.ts';
import type { Placed } from './order.ts';
import type { Reached } from './reached.ts';
import type { EntryFields } from './schema/entry.ts';
import type { EventFields } from './schema/event.ts';
import type { ThemeFields } from './schema/site.ts';

/** Everything that one site publishes. Frozen. */
export type Archive = {
  readonly site: Site;
  /** Newest first, by the end of their coverage. */
  readonly events: readonly Event[];
  /** Its own pages, such as its imprint, in the order of the links to them. */
  readonly pages: readonly OwnPage[];
  /** The files that are copied as they are, by path below `public/`, sorted. */
  readonly copies: readonly string[];
};

/** A page of the archive's own. */
export type OwnPage = {
  readonly slug: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly description?: string;
  readonly language: string;
  /** Which part of every page links to it, and in which place. */
  readonly linkedIn: 'header' | 'footer' | 'none';
  readonly order: number;
  readonly body: Text;
};

/** A link with its title; one within the site has the place where it is named. */
export type TitledLink = { readonly title: string; readonly url: string; readonly place?: Place };

/** What an owner adds to the head of every page. */
export type Head = {
  /** Attributes of each script, by their names; `place` is where a file of the site is named. */
  readonly scripts: readonly { readonly attributes: Readonly<Record<string, string | true>>; readonly place?: Place }[];
  readonly meta: readonly { readonly name: string; readonly content: string }[];
};

export type Site = {
  readonly title: string;
  readonly description: string;
  /** The address of the archive without a slash at its end. */
  readonly url: string;
  /** The addresses that it had before, in the same form, the first one first. */
  readonly formerUrls: readonly string[];
  /** The first address that it ever had, of which ids are made: it does not change with the host that it is built for. */
  readonly firstUrl: string;
  /** The hub that is told of what is new in its feeds (WebSub). */
  readonly hub?: string;
  readonly language: string;
  readonly publisher?: { readonly name: string; readonly url?: string };
  readonly license?: License;
  readonly links: readonly TitledLink[];
  /** A line at the foot of each page. */
  readonly footer?: Text;
  readonly head: Head;
  /** The theme as it was written, and what it has become, once its files have been read. */
  readonly theme?: ThemeFields;
  readonly look?: Look;
};

/** Markdown, and where it stands in its file. `inline` says that it is one line without blocks, such as a caption. */
export type Text = {
  readonly file: string;
  readonly line: number;
  readonly markdown: string;
  readonly inline?: true;
};

export type Picture = {
  /** Path below the content folder. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: Text;
  readonly credit?: Text;
  /** Where the settings name it. */
  readonly place: Place;
};

/** A place in a file of the content. */
export type Place = Pick<Finding, 'file' | 'line' | 'column'>;

/**
 * A picture, video, sound or other file that a document shows, by its path below the content folder, and where it shows it: in
 * the text unless it is said otherwise. `large` is a link to it, or a gallery that has one. `text` is what it shows, or the
 * words that lead to it.
 */
export type PictureUse = {
  readonly picture: string;
  readonly place: Place;
  readonly as?: 'hero' | 'large';
  readonly text?: string;
};

/** How readers see entries. */
export type Order = 'newest-first' | 'oldest-first';

export type Event = Reached & {
  readonly slug: string;
  /** Its folder, as the disk spells it. */
  readonly folder: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly standfirst: Text;
  /** IANA name. */
  readonly timezone: string;
  readonly starts: Moment;
  readonly ends: Moment;
  /**
   * When it was first published, where its settings say so. None of its entries was published before; those that were then
   * are one item in the feeds of the archive.
   */
  readonly published?: Moment;
  /** Milliseconds since 1970 from which "since the start" counts. */
  readonly countsFrom: number;
  readonly order: Order;
  readonly language: string;
  readonly location?: string;
  readonly organiser?: string;
  /** Its own, or that of the archive. */
  readonly license?: License;
  readonly hero?: Picture;
  readonly links: readonly TitledLink[];
  readonly live: boolean;
  readonly results: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Oldest first; withdrawn entries keep their place. */
  readonly entries: readonly Entry[];
  /** Its settings as they were written. */
  readonly fields: EventFields;
  /** The files of drafts that are left out. */
  readonly leftOut: readonly string[];
  /** The event days that have entries, oldest first. */
  readonly days: readonly EventDay[];
  /** Topics that have entries, by title. */
  readonly topics: readonly Topic[];
};

/** What pages of the whole archive say of an event: its settings, without its entries. */
export type EventSummary = Pick<
  Event,
  | 'slug'
  | 'folder'
  | 'aliases'
  | 'title'
  | 'description'
  | 'language'
  | 'timezone'
  | 'starts'
  | 'ends'
  | 'location'
  | 'organiser'
  | 'hero'
  | 'live'
  | 'results'
> & {
  /** Its slugs in other languages, by language. */
  readonly translations?: Readonly<Record<string, string>>;
};

export type EventDay = { readonly date: string; readonly entries: readonly Entry[] };

export type Topic = { readonly slug: string; readonly title: string; readonly entries: readonly Entry[] };

/** Values by unit, in the order in which they were written. */
export type Figure = Readonly<Record<string, number>>;

/** How many digits of each value stood behind its point, by unit, where they were written out: 3 of `81.900`. */
export type WrittenDecimals = Readonly<Record<string, number>>;

export type Reference = { readonly name: string; readonly value?: Figure; readonly decimals?: WrittenDecimals };

export type Metric = {
  readonly slug: string;
  readonly title: string;
  readonly unit: string;
  /** Its values may not fall. */
  readonly cumulative: boolean;
  /** Which of two values is the better one: a reference is passed by what is as good. */
  readonly better: 'higher' | 'lower';
  /** How many digits stand behind the point at least, in values of the main unit. */
  readonly decimals: number;
  /** How values of the main unit are shown: a `duration`, whose unit is s, min or h, as `1:21.900`. */
  readonly format: 'number' | 'duration';
  /** How much of another unit is one of the main unit. */
  readonly rates: Readonly<Record<string, number>>;
  readonly ratesNote?: string;
  readonly references: readonly Reference[];
};

export type Milestone = {
  readonly metric?: Metric;
  readonly value?: Figure;
  readonly decimals?: WrittenDecimals;
  /** The value in the metric's main unit, converted by its rates where it was given in another unit only. */
  readonly amount?: number;
  readonly surpasses: readonly Reference[];
  /** Milliseconds from the event's `countsFrom`; absent where no time is known. */
  readonly elapsed?: number;
  /** Of the last valued milestone of a cumulative metric: nothing is final while the event is live. */
  readonly standing?: 'final' | 'so far';
};

export type Correction = { readonly moment: Moment; readonly note: string };

export type Entry = Placed & {
  readonly file: string;
  readonly title: string;
  readonly label?: string;
  /** Milliseconds since 1970: its own instant, or for an untimed entry that of the timed entry beside it. */
  readonly demandedInstant: number;
  /** When it was first published: as it says, else at its time, and not before its event. */
  readonly published: Moment;
  /** The same in milliseconds since 1970. */
  readonly publishedAt: number;
  /** Milliseconds since 1970 at which its text was changed last, by the history of its file, where no correction says so. */
  readonly edited?: number;
  /**
   * Milliseconds since 1970 of its last change: published, corrected or withdrawn. Never later than the newest time of the
   * event that had come when it was read; absent where none had.
   */
  readonly changed?: number;
  readonly topics: readonly string[];
  readonly author?: string;
  readonly pinned: boolean;
  readonly draft: boolean;
  readonly source?: string;
  readonly corrections: readonly Correction[];
  readonly withdrawn?: { readonly moment: Moment; readonly reason: string };
  readonly aliases: readonly string[];
  /** Its earlier addresses in other events, such as `/fair/first/`. */
  readonly formerAddresses: readonly string[];
  readonly milestone?: Milestone;
  /** Its front matter as it was written. */
  readonly fields: EntryFields;
  readonly body: Text;
};

/** Entries that can be read: those that have not been withdrawn. */
export const standing = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ withdrawn }) => !withdrawn);

/** An entry that is a milestone. */
export type MilestoneEntry = Entry & { readonly milestone: Milestone };

/** Whether an entry is a milestone that can be read. */
export const isMilestone = (entry: Entry): entry is MilestoneEntry => entry.milestone !== undefined && !entry.withdrawn;

/** The milestones of an event that can be read, oldest first. */
export const milestonesOf = (event: Event): readonly MilestoneEntry[] => event.entries.filter(isMilestone);
