import type { MilestoneEntry } from '../core/archive.ts';
import { numberFormat } from '../core/formatters.ts';
import type { MilestonePlace, Neighbour } from '../core/milestone-place.ts';
import { describeMilestone } from './describe-milestone.ts';
import { nameReference } from './describe-series.ts';
import { formatElapsed } from './format-elapsed.ts';
import { interfaceTexts } from './languages/interface-texts.ts';
import { localeOf } from './locale.ts';

/** Another milestone in words, and the entry they lead to. */
type PlaceLink = { readonly entry: MilestoneEntry; readonly before: string; readonly name: string };

/** The place of a milestone in the words of its event's language. */
type PlaceWords = {
  /** Among all milestones: `4 of 12`. */
  readonly position: string;
  /** `26% of the final US$38.4 billion`, and while the event is live `26% of the US$38.4 billion so far` */
  readonly share?: { readonly percent: string; readonly of: string };
  /** `30 min 15 s after` US$10 billion, `5 h 28 min before` US$20 billion */
  readonly distances: readonly PlaceLink[];
  /** The references that it passed, each with its figure where that is known: `2018 (CN¥213.5 billion)`. */
  readonly passed: readonly string[];
};

/** Puts the place of a milestone among the others into words. */
export const describePlace = (
  { milestone }: MilestoneEntry,
  { position, of, share, valueBefore, valueAfter }: MilestonePlace,
  language: string,
): PlaceWords => {
  const texts = interfaceTexts(language);
  const distance = (neighbour: Neighbour | undefined, after: boolean): PlaceLink[] => {
    if (neighbour?.span === undefined) return [];
    const { headline = neighbour.entry.title } = describeMilestone(neighbour.entry, language);
    const span = formatElapsed(neighbour.span, neighbour.precision, texts);
    return [{ entry: neighbour.entry, before: after ? texts.spanAfter(span) : texts.spanBefore(span), name: headline }];
  };
  const last = share && describeMilestone(share.of, language).headline;
  const ofLast = share?.of.milestone.standing === 'so far' ? texts.ofSoFar : texts.ofFinal;
  return {
    position: texts.position(position, of),
    ...(share && last !== undefined && { share: { percent: formatShare(share.ratio, language), of: ofLast(last) } }),
    distances: [...distance(valueBefore, true), ...distance(valueAfter, false)],
    passed: milestone.surpasses.map((reference) => nameReference(reference, milestone.metric, language)),
  };
};

/**
 * A share in percent, with one decimal at most: `26%`. Never `0%` for a part that is something, and never `100%` for one
 * that is not all: `less than 0.1%`, `more than 99.9%`.
 */
export const formatShare = (share: number, language: string): string => {
  const { lessThan, moreThan } = interfaceTexts(language);
  const percent = numberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 });
  if (share > 0 && share < 0.001) return lessThan(percent.format(0.001));
  if (share < 1 && share > 0.999) return moreThan(percent.format(0.999));
  return percent.format(share).replace('-', '−');
};
