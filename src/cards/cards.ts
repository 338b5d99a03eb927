import type { Cache } from '../core/cache.ts';
import type { CardPlan } from './plan-card.ts';

/** What draws cards; somebody may keep what came of it between builds. */
export type Cards = {
  /** A card as PNG; `readPicture` gives the picture that it shows. */
  readonly draw: (plan: CardPlan, readPicture?: () => Promise<Uint8Array>) => Promise<Uint8Array>;
};

/** Draws every card, without a cache. What draws is loaded with the first: most builds have none to draw. */
export const freshCards: Cards = {
  draw: async ({ card }, readPicture) => {
    const { drawCard } = await import('./draw-card.ts');
    return drawCard(card, await readPicture?.());
  },
};

/** Draws each card once: it is kept by the hash of what it says, of its picture, and of how it is drawn. */
export const cachedCards = (cache: Cache, cards: Cards = freshCards): Cards => ({
  draw: async (plan, readPicture) => {
    const kept = await cache.get(keyOfCard(plan));
    if (kept) return kept;
    const drawn = await cards.draw(plan, readPicture);
    await cache.set(keyOfCard(plan), drawn);
    return drawn;
  },
});

const keyOfCard = ({ hash }: Pick<CardPlan, 'hash'>): string => `${hash}/card.png`;
