/** The size of every card, in pixels: what Open Graph and X show in full. */
export const cardWidth = 1200;
export const cardHeight = 630;

/** What a card says, in the words that are drawn; nothing else goes into it. */
export type Card = ArchiveCard | EventCard | MilestoneCard;

type OfCard = {
  /** The language of its words (BCP 47). */
  readonly language: string;
  /** The direction of its script, where it is not left to right. */
  readonly direction?: 'rtl';
  readonly title: string;
  /** Absent where the archive names no colour of its own. */
  readonly colours?: CardColours;
  /** The icon of the archive as a `data:` address, where it has one of its own. */
  readonly sign?: string;
};

export type CardColours = Readonly<Record<'paper' | 'ink' | 'soft' | 'rule' | 'accent', string>>;

export type ArchiveCard = OfCard & {
  readonly kind: 'archive';
  readonly description: string;
  /** Where it is published, as people write it: `recaps.example.org`. */
  readonly address: string;
};

export type EventCard = OfCard & {
  readonly kind: 'event';
  readonly archive: string;
  readonly dates: string;
  readonly location?: string;
  /** The hash of the picture that it shows beside its words. */
  readonly picture?: string;
};

export type MilestoneCard = OfCard & {
  readonly kind: 'milestone';
  readonly archive: string;
  readonly event: string;
  /** What is set large; absent where there is nothing but the title. */
  readonly figure?: string;
  /** Whether the figure is data of the event, and not only the time since its start. */
  readonly isRecord: boolean;
  /** The metric, other units, what was passed. */
  readonly notes: readonly string[];
  /** The local time, or the label instead of it; its date, and how far its clocks were from UTC. */
  readonly time?: string;
  readonly date: string;
  readonly offset?: string;
};
