import { createHash } from 'node:crypto';
import { type Entry, type Event, milestonesOf } from '../core/archive.ts';
import { naming } from '../core/unexpected-fault.ts';
import type { Card } from './card.ts';
import { type CardSite, describeEventCard, describeMilestoneCard } from './describe-card.ts';

/**
 * What the bytes of a card depend on beside what it says: the way of drawing, whose number is raised when it changes, and
 * the packages that draw, with all fonts. The names of published cards must change with their bytes.
 */
export const drawing = [
  3,
  'node 26.9.0',
  'sharp 0.35.5',
  '@takumi-rs/core 2.16.3',
  '@fontsource/newsreader 5.3.0',
  '@fontsource-variable/noto-emoji 5.3.1',
  '@fontsource-variable/noto-naskh-arabic 5.3.0',
  '@fontsource-variable/noto-sans 5.3.0',
  '@fontsource-variable/noto-serif 5.3.0',
  '@fontsource-variable/noto-serif-hebrew 5.3.0',
  '@fontsource-variable/noto-serif-jp 5.3.1',
  '@fontsource-variable/noto-serif-kr 5.3.1',
  '@fontsource-variable/noto-serif-sc 5.3.1',
  '@fontsource-variable/noto-serif-thai 5.3.0',
] as const;

/** A card as it will be published. */
export type CardPlan = {
  readonly card: Card;
  /** Of what it says and of how that is drawn; hexadecimal. */
  readonly hash: string;
  /** The name of the published file. */
  readonly name: string;
  /** What it says, for those who cannot see it. */
  readonly alt: string;
};

const drawn = JSON.stringify(drawing);

/** Plans how a card is published; `pictureAlt` says what its picture shows. */
export const planCard = (card: Card, pictureAlt?: string): CardPlan => {
  const hash = createHash('sha256').update(drawn).update(JSON.stringify(card)).digest('hex');
  return { card, hash, name: `card-${hash.slice(0, 12)}.png`, alt: altOf(card, pictureAlt) };
};

/** The cards of an event: its own, and those of its milestones that can be read. */
type EventCardPlans = { readonly own: CardPlan; readonly ofMilestones: ReadonlyMap<Entry, CardPlan> };

/** Plans the cards of an event; `picture` is the hash of the picture at its top. */
export const planEventCards = (event: Event, site: CardSite, picture?: string): EventCardPlans => ({
  own: planCard(describeEventCard(event, site, picture), event.hero?.alt),
  ofMilestones: new Map(
    milestonesOf(event).map((entry) => [
      entry,
      naming(`The social card of ${entry.file}`, () => planCard(describeMilestoneCard(entry, event, site))),
    ]),
  ),
});

const altOf = (card: Card, pictureAlt: string | undefined): string => {
  switch (card.kind) {
    case 'archive':
      return reported([card.title, card.description, card.address]);
    case 'event':
      return reported([
        card.title,
        listed([card.dates, card.location]),
        card.archive,
        ...(card.picture === undefined || pictureAlt === undefined ? [] : [pictureAlt]),
      ]);
    case 'milestone':
      return reported([
        listed([card.figure, ...card.notes]),
        card.title,
        listed([card.time, card.date, card.offset]),
        card.event,
        card.archive,
      ]);
  }
};

const listed = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** Sentences: a full stop stands behind each that has no end of its own. */
const reported = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (/[.!?…。！？؟।]$/u.test(part) ? part : `${part}.`))
    .join(' ');
