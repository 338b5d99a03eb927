import { isUsageError, UsageError } from '../core/usage-error.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import type { Cards } from './cards.ts';
import type { CardPlan } from './plan-card.ts';

/** A card as a file that is published; `source` is what it is made of, and `readPicture` gives the picture that it shows. */
export const publishCard = (
  plan: CardPlan,
  source: string,
  cards: Cards,
  readPicture?: () => Promise<Uint8Array>,
): PublishedMedia => ({
  source,
  names: [plan.name],
  make: async () => {
    try {
      return new Map([[plan.name, await cards.draw(plan, readPicture)]]);
    } catch (fault) {
      if (isUsageError(fault)) throw new UsageError(`The social card of ${source} cannot be drawn: ${fault.message}`);
      throw new Error(`The social card of ${source} cannot be drawn: ${String(fault)}`, { cause: fault });
    }
  },
});
