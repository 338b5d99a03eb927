import { cardHeight, cardWidth } from '../cards/card.ts';
import type { CardPlan } from '../cards/plan-card.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { ShownCard } from '../core/shown-media.ts';

/** A card as the metadata of pages name it; one of an event lies among the files of that. */
export const shownCard = ({ name, alt }: CardPlan, to: Permalinks, event?: string): ShownCard => ({
  src: to.absolute(to.media(event, name)),
  width: cardWidth,
  height: cardHeight,
  alt,
});
