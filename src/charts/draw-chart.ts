import type { MilestoneEntry } from '../core/archive.ts';
import { describeMilestone } from '../words/describe-milestone.ts';
import { type Box, boxAround, lineBoxes } from './boxes.ts';
import type { Chart } from './chart.ts';
import { type ChartSize, framesFor, labelSize, rem, type Step } from './frames.ts';
import { type LabelWish, placeLabels, type Room, type Side } from './place-labels.ts';
import type { PlottedValue } from './plot-references.ts';
import type { Plot } from './plot-series.ts';
import { textWidth } from './text-width.ts';

/** Where a chart stands, and the milestone that it points out. */
export type Drawing = { readonly size: ChartSize; readonly language: string; readonly about?: MilestoneEntry };

/** Above how many values only one says its figure: there is no telling which others a reader wants to know. */
const mostLabelled = 16;

/** Draws a plot for its place on a page: what its labels say depends on the room there, which is that of its size. */
export const drawChart = (plot: Plot, { size, language, about }: Drawing, rooms = roomsFor(plot, size)): Chart => {
  const { margin, values, outline, pointOf, whenOf, ...chart } = plot;
  const own = values.find(({ entry }) => entry === about);
  const isMarked = chart.points.some(({ entry }) => entry === about);
  const points = own && !isMarked ? [...chart.points, pointOf(own)] : chart.points;
  return { ...chart, points, labels: placeLabels(wishesFor(plot, size, language, own), points, rooms) };
};

const wishesFor = (
  { values, references, whenOf }: Plot,
  size: ChartSize,
  language: string,
  about: PlottedValue | undefined,
): readonly LabelWish[] => {
  const textOf = ({ entry }: PlottedValue): string => describeMilestone(entry, language).headline ?? '';
  const main = about ?? values.at(-1);
  const others = size === 'full' && values.length <= mostLabelled ? values.slice(0, -1).toReversed() : [];
  const mains = main ? [{ x: main.x, y: main.y, text: textOf(main), size: figureSize[size] }] : [];
  return [
    ...mains.map(
      (one): LabelWish => ({
        ...one,
        kind: 'main',
        sides: [...around, ...(one.y < nearTop ? [corner] : []), ...further],
        needed: true,
      }),
    ),
    ...(size === 'small' ? [] : references.toReversed()).map(
      ({ name, y, passed }): LabelWish => ({
        kind: 'reference',
        x: 100,
        y,
        text: name,
        ...(passed !== undefined && size === 'full' && { more: passed }),
        size: labelSizes,
        sides: alongside,
        flexible: true,
      }),
    ),
    ...others.map(
      (value): LabelWish => ({
        kind: 'value',
        x: value.x,
        y: value.y,
        text: textOf(value),
        more: whenOf(value.entry),
        size: labelSizes,
        sides: around,
      }),
    ),
  ];
};

const sizes = (narrow: number, others: number) => ({ narrow: narrow * rem, medium: others * rem, wide: others * rem });

/** Pixels of type: of labels, and of the one figure that is set large. */
const labelSizes = sizes(labelSize / rem, labelSize / rem);
const figureSize = { full: sizes(1.2, 1.45), place: sizes(1.2, 1.45), small: sizes(1.05, 1.05) } as const;

/** Around a point: above and left of a rising line it is white. */
const around: readonly Side[] = [
  { anchor: 'end', dx: -0.5, dy: -0.5 },
  { anchor: 'end', dx: -0.7, dy: 0.36 },
  { anchor: 'start', dx: 0.5, dy: 1.3 },
  { anchor: 'start', dx: 0.5, dy: -0.5 },
  { anchor: 'end', dx: -0.5, dy: 1.3 },
];

/** A little further away, but still at its point: over a line that falls to it, and under one that rises from it. */
const further: readonly Side[] = [-0.9, -1.3, -1.8, 1.7, 2.2].flatMap((dy): readonly Side[] => [
  { anchor: 'end', dx: -0.5, dy },
  { anchor: 'end', dx: 0.5, dy },
  { anchor: 'start', dx: -0.5, dy },
]);

/** In the top corner, above everything: for points that are not far below it, in percent. */
const corner: Side = { anchor: 'end', dx: 0, dy: -0.35, x: 100, y: 0 };
const nearTop = 25;

/** Along a line across the plot, above or below: at its end, or else at its beginning. */
const alongside: readonly Side[] = [
  { anchor: 'end', dx: -0.4, dy: -0.5 },
  { anchor: 'end', dx: -0.4, dy: 1.25 },
  { anchor: 'start', dx: 0.4, dy: -0.5, x: 0 },
  { anchor: 'start', dx: 0.4, dy: 1.25, x: 0 },
];

/** What is in the way of labels. Where a reference has been passed its line is faint, and a label may stand over it. */
export const roomsFor = (plot: Plot, size: ChartSize): Readonly<Record<Step, Room>> => {
  const room = (step: Step): Room => roomIn(step, plot, size);
  return { narrow: room('narrow'), medium: room('medium'), wide: room('wide') };
};

const roomIn = (step: Step, { outline, shape, references, valueTicks, margin }: Plot, size: ChartSize): Room => {
  const { width: whole, height } = framesFor[size][step];
  const width = whole - (size === 'small' ? 0 : margin);
  const across = (y: number, until = 100): Box =>
    boxAround([0, (y / 100) * height], [(until / 100) * width, (y / 100) * height], 1.5);
  const top = size === 'small' ? undefined : valueTicks.find(({ kind }) => kind === 'top');
  return {
    step,
    width,
    height,
    lines: [
      ...lineBoxes(outline, shape, width, height),
      ...references.map(({ y, crossedAt }) => across(y, crossedAt)),
      ...(top ? [across(top.y)] : []),
    ],
    texts: top ? [{ ...across(top.y), right: textWidth(top.text) * labelSize, top: -22 }] : [],
  };
};
