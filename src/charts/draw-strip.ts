import type { Event, MilestoneEntry } from '../core/archive.ts';
import { framesFor } from './frames.ts';
import { namePoint } from './name-point.ts';
import { percent } from './percent.ts';
import { timeSpan } from './time-span.ts';
import { type TimeTick, timeTicks } from './time-ticks.ts';

/** Milestones along the time of their event, for those that count nothing. Places are in percent of its width. */
export type Strip = {
  readonly points: readonly { readonly entry: MilestoneEntry; readonly x: number; readonly name: string }[];
  readonly timeTicks: readonly TimeTick[];
};

/** How many milestones a strip shows at most: more would be one thick line. */
const mostPoints = 100;

/** Draws a strip of milestones (oldest first), or none where there are too few or too many of them to say anything. */
export const drawStrip = (event: Event, milestones: readonly MilestoneEntry[]): Strip | undefined => {
  if (milestones.length < 2 || milestones.length > mostPoints) return undefined;
  const instants = milestones.map(({ demandedInstant }) => demandedInstant).toSorted((a, b) => a - b);
  const span = timeSpan(event, instants);
  const [from, until] = span;
  return {
    points: milestones.map((entry) => ({
      entry,
      x: percent((entry.demandedInstant - from) / (until - from)),
      name: namePoint(entry, event.language),
    })),
    timeTicks: timeTicks({ span, zone: event.timezone, language: event.language }, framesFor.full, 0),
  };
};
