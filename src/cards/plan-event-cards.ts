import { type Entry, type Event, milestonesOf, type Site } from '../core/archive.ts';
import { naming } from '../core/unexpected-fault.ts';
import { describeEventCard, describeMilestoneCard } from './describe-card.ts';
import { type CardPlan, planCard } from './plan-card.ts';

/** The cards of an event: its own, and those of its milestones that can be read. */
export type EventCardPlans = { readonly own: CardPlan; readonly ofMilestones: ReadonlyMap<Entry, CardPlan> };

/** Plans the cards of an event; `picture` is the hash of the picture at its top. */
export const planEventCards = (event: Event, site: Pick<Site, 'title'>, picture?: string): EventCardPlans => ({
  own: planCard(describeEventCard(event, site, picture), event.hero?.alt),
  ofMilestones: new Map(
    milestonesOf(event).map((entry) => [
      entry,
      naming(`The social card of ${entry.file}`, () => planCard(describeMilestoneCard(entry, event, site))),
    ]),
  ),
});
