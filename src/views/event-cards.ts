import { cardHeight, cardWidth } from '../cards/card.ts';
import type { Cards } from '../cards/cards.ts';
import { type CardPlan, planEventCards } from '../cards/plan-card.ts';
import { publishCard } from '../cards/publish-card.ts';
import type { Entry, Event, Site } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { ShownCard } from '../core/shown-media.ts';
import type { FinishedEvent } from '../inspect/inspect-event.ts';
import type { MediaSource } from '../media/plan-media.ts';
import type { PublishedMedia } from '../media/publish-media.ts';

/** The social cards of an event, planned and ready to be published. */
type EventCards = {
  /** The card of an entry: its own where it is a milestone, else that of the event. */
  readonly planFor: (entry?: Entry) => CardPlan;
  readonly files: readonly PublishedMedia[];
};

/** What the cards of an event are made with. */
type CardParts = { readonly site: Site; readonly source: MediaSource; readonly cards: Cards };

/** Plans the cards of an event; its own shows the picture at its top. */
export const eventCards = (
  event: Event,
  { plans }: Pick<FinishedEvent, 'plans'>,
  { site, source, cards }: CardParts,
): EventCards => {
  const { hero } = event;
  const [picture] = plans.filter((plan) => plan.kind === 'picture' && plan.source === hero?.file);
  const hash = picture?.kind === 'picture' ? picture.measured.hash : undefined;
  const { own, ofMilestones } = planEventCards(event, site, hash);
  const readPicture = hero && hash !== undefined ? () => source.readBytes(hero.file) : undefined;
  return {
    planFor: (entry) => (entry && ofMilestones.get(entry)) ?? own,
    files: [
      publishCard(own, event.folder, cards, readPicture),
      ...[...ofMilestones].map(([{ file }, plan]) => publishCard(plan, file, cards)),
    ],
  };
};

/** A card as the metadata of pages name it; one of an event lies among the files of that. */
export const shownCard = ({ name, alt }: CardPlan, to: Permalinks, event?: string): ShownCard => ({
  src: to.absolute(to.media(event, name)),
  type: 'image/png',
  width: cardWidth,
  height: cardHeight,
  alt,
});
