import type { MilestoneEntry } from '../core/archive.ts';
import { describeMilestone } from '../words/describe-milestone.ts';
import { type Box, boxAround, lineBoxes } from './boxes.ts';
import type { Chart } from './chart.ts';
import { type ChartSize, framesFor, labelSize, rem, type Step } from './frames.ts';
import { type LabelWish, placeLabels, type Room, type Side } from './place-labels.ts';
import type { PlottedReference, PlottedValue } from './plot-references.ts';
import type { Plot } from './plot-series.ts';
import { textWidth } from './text-width.ts';

/** Where a chart stands, and the milestone that it points out. */
type Drawing = { readonly size: ChartSize; readonly language: string; readonly about?: MilestoneEntry };

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
    ...(size === 'small' ? [] : crowdsOf(references.toReversed(), size)).map(
      (crowd): LabelWish => referenceWish(crowd, size),
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

/** One name, or those of a crowd one after another, above the highest of them or below the lowest. */
const referenceWish = (crowd: readonly PlottedReference[], size: ChartSize): LabelWish => {
  const byHeight = crowd.toSorted((a, b) => a.y - b.y);
  const [highest, lowest] = [byHeight[0]?.y ?? 0, byHeight.at(-1)?.y ?? 0];
  const passed = crowd.length === 1 && size === 'full' ? crowd[0]?.passed : undefined;
  const sides = alongside.map((side) => (crowd.length > 1 ? { ...side, y: side.dy < 0 ? highest : lowest } : side));
  return {
    kind: 'reference',
    x: 100,
    y: highest,
    text: byHeight.map(({ name }) => name).join(' · '),
    ...(passed !== undefined && { more: passed }),
    size: labelSizes,
    sides,
    flexible: true,
  };
};

/**
 * References in groups: three or more that lie closer together than a label is high have one label, because those
 * between others would be struck through by their lines.
 */
const crowdsOf = (references: readonly PlottedReference[], size: ChartSize): readonly PlottedReference[][] => {
  const near = (1.6 * labelSize * 100) / framesFor[size].narrow.height;
  const groups: PlottedReference[][] = [];
  for (const reference of references.toSorted((a, b) => a.y - b.y)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && reference.y - before.y < near) last.push(reference);
    else groups.push([reference]);
  }
  const parted = groups.flatMap((group) => (group.length > 2 ? [group] : group.map((one) => [one])));
  // In the order of the references: the label of the first gets the best place.
  return parted.toSorted(([a], [b]) => (a && b ? references.indexOf(a) - references.indexOf(b) : 0));
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
  { anchor: 'start', dx: 0.5, dy },
]);

/** In the top corner, above everything: for points that are not far below it, in percent. */
const corner: Side = { anchor: 'end', dx: 0, dy: -0.35, x: 100, y: 0 };
const nearTop = 25;

/** Along a line across the plot, above or below: at its end, or at its beginning, or else somewhere between. */
const alongside: readonly Side[] = [
  { anchor: 'end', dx: -0.4, dy: -0.5 },
  { anchor: 'end', dx: -0.4, dy: 1.25 },
  { anchor: 'start', dx: 0.4, dy: -0.5, x: 0 },
  { anchor: 'start', dx: 0.4, dy: 1.25, x: 0 },
  ...[90, 80, 70, 60, 50, 40].flatMap((x): readonly Side[] => [
    { anchor: 'end', dx: 0, dy: -0.5, x },
    { anchor: 'end', dx: 0, dy: 1.25, x },
  ]),
];

/** What is in the way of labels. Where a reference has been passed its line is faint, and a label stands over it at need. */
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
    faint: references.filter(({ crossedAt }) => crossedAt !== undefined).map(({ y }) => across(y)),
    texts: top ? [{ ...across(top.y), right: textWidth(top.text) * labelSize, top: -22 }] : [],
  };
};
