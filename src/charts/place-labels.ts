import { type Box, boxAround, touch } from './boxes.ts';
import { type Step, steps } from './frames.ts';
import type { LinePlace } from './line-path.ts';
import { textWidth } from './text-width.ts';

/**
 * Where a label stands to its place: which end of it is there, and how far it is away, in ems. `x` and `y` are another
 * place, in percent of the plot, for a label that finds no room at its own.
 */
export type Side = {
  readonly anchor: 'start' | 'end';
  readonly dx: number;
  readonly dy: number;
  readonly x?: number;
  readonly y?: number;
};

/** A label that would like to be shown. */
export type LabelWish = {
  readonly kind: 'main' | 'value' | 'reference';
  /** In percent of the plot. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** What follows it where there is room. */
  readonly more?: string;
  /** Pixels of its font. */
  readonly size: Readonly<Record<Step, number>>;
  /** Where it may stand, the best first. */
  readonly sides: readonly Side[];
  /** True where it must be shown: over a line rather than not at all. */
  readonly needed?: boolean;
  /** True where it may be cut to fit, and stand over a line, but over no other label. */
  readonly flexible?: boolean;
};

/** A label where it is shown. */
export type PlacedLabel = Pick<LabelWish, 'kind' | 'x' | 'y' | 'text' | 'more'> &
  Omit<Side, 'x' | 'y'> & {
    readonly shown: readonly Step[];
  };

/**
 * What there is at a step: the size of its plot in pixels, the lines and the texts that labels must not touch, and the
 * lines that they had better not cross.
 */
export type Room = {
  readonly step: Step;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Box[];
  readonly faint?: readonly Box[];
  readonly texts: readonly Box[];
};

/**
 * Places labels, the first wishes first, so that none touches another or what is taken: at each step a label stands on
 * the first of its sides that is free, or is left out. Beside another of the `points` than its own it would seem to be that
 * one's. Labels of a kind say more where that costs none of them its place.
 */
export const placeLabels = (
  wishes: readonly LabelWish[],
  points: readonly LinePlace[],
  rooms: Readonly<Record<Step, Room>>,
): readonly PlacedLabel[] => {
  const placed = new Map<string, PlacedLabel & { shown: Step[] }>();
  // The widest first: it is the one that most programs see which look at a page.
  for (const step of steps.toReversed()) {
    for (const { box: _, ...label } of placeIn({ ...rooms[step], points }, wishes)) {
      const key = JSON.stringify(label);
      const known = placed.get(key) ?? { ...label, shown: [] };
      known.shown.unshift(step);
      placed.set(key, known);
    }
  }
  return [...placed.values()];
};

type Found = Omit<PlacedLabel, 'shown'> & { readonly box: Box };

type Surroundings = Room & { readonly points: readonly LinePlace[] };

const placeIn = (room: Surroundings, wishes: readonly LabelWish[]): readonly Found[] => {
  const found: Found[] = [];
  for (const ofKind of Map.groupBy(wishes, ({ kind }) => kind).values()) {
    const short = placeAll(
      ofKind.map(({ more: _, ...wish }) => wish),
      room,
      found,
    );
    const stiff = ofKind.map(({ flexible: _, ...wish }) => wish);
    const long = ofKind.some(({ more }) => more !== undefined) ? placeAll(stiff, room, found) : short;
    found.push(...(long.length < short.length ? short : long));
  }
  return found;
};

/** Those labels that find a place beside others. */
const placeAll = (wishes: readonly LabelWish[], room: Surroundings, others: readonly Found[]): readonly Found[] => {
  const found: Found[] = [];
  for (const wish of wishes) {
    const taken = [...room.texts, ...[...others, ...found].map(({ box }) => box)];
    const forms = wish.flexible ? [...new Set([0.95, 0.8, 0.6].map((share) => cutToFit(wish, room, share)))] : [wish];
    const placed = forms.map((form) => placeFree(form, room, taken)).find((one) => one !== undefined);
    if (placed) found.push(placed);
    else if (!wish.flexible || !join(wish, found, room, taken))
      found.push(...placeAtNeed(forms[0] ?? wish, room, taken));
  }
  return found;
};

/** On the first side where a label touches nothing; better on one where it crosses no faint line either. */
const placeFree = (wish: LabelWish, room: Surroundings, taken: readonly Box[]): Found | undefined => {
  const open = placesOf(wish, room).filter(
    ({ box }) => isInside(box, room) && isFree(box, wish, room) && !taken.some((one) => touch(box, one)),
  );
  return open.find(({ box }) => !(room.faint ?? []).some((one) => touch(box, one))) ?? open[0];
};

/** Puts the name of a line that has no room of its own behind that of a line close to it. Gives whether there is one. */
const join = (wish: LabelWish, found: Found[], room: Surroundings, taken: readonly Box[]): boolean =>
  found.some((near, index) => {
    const isNear = (Math.abs(near.y - wish.y) / 100) * room.height < 2 * wish.size[room.step];
    const joined = cutToFit({ ...wish, ...near, text: `${near.text} · ${wish.text}`, sides: [near] }, room, 0.95);
    const others = taken.filter((box) => box !== near.box);
    const place = isNear ? placeFree(joined, room, others) : undefined;
    if (place) found[index] = place;
    return place !== undefined;
  });

/** Over a line rather than not at all, and a label that is needed even where it is cut off. */
const placeAtNeed = (wish: LabelWish, room: Surroundings, taken: readonly Box[]): readonly Found[] => {
  if (!wish.flexible && !wish.needed) return [];
  const clear = placesOf(wish, room).filter(({ box }) => !taken.some((one) => touch(box, one)));
  const inside = clear.find(({ box }) => isInside(box, room));
  if (inside || !wish.needed) return inside ? [inside] : [];
  return [mostInside(clear, room) ?? placesOf(wish, room)[0]].filter((one) => one !== undefined);
};

const placesOf = (wish: LabelWish, room: Room): readonly Found[] =>
  wish.sides.map(({ anchor, dx, dy, x = wish.x, y = wish.y }) => {
    const side = { anchor, dx, dy, x, y };
    return { ...labelOf(wish), ...side, box: boxOf(wish, side, room) };
  });

/** A wish whose text takes at most a share of the width of the plot; what belongs to it elsewhere says all of it. */
const cutToFit = (wish: LabelWish, { step, width }: Room, share: number): LabelWish => {
  const widest = (share * width) / wish.size[step];
  const letters = [...new Intl.Segmenter('en').segment(wish.text)].map(({ segment }) => segment);
  const isFitting = (text: string): boolean => textWidth(text) <= widest;
  if (isFitting(wish.text)) return wish;
  const length = letters.findLastIndex((_, index) => isFitting(`${letters.slice(0, index).join('').trimEnd()}…`));
  return length < 4 ? wish : { ...wish, text: `${letters.slice(0, length).join('').trimEnd()}…` };
};

/** Of some places the one that leaves the least of a label beyond the edges, where a phone would cut it off. */
const mostInside = (places: readonly Found[], room: Room): Found | undefined => {
  const beyond = ({ box: { left, right } }: Found): number => Math.max(0, -left) + Math.max(0, right - room.width);
  return places.toSorted((a, b) => beyond(a) - beyond(b))[0];
};

const labelOf = ({ kind, x, y, text, more }: LabelWish) => ({ kind, x, y, text, ...(more !== undefined && { more }) });

const boxOf = (wish: LabelWish, side: Side, { step, width, height }: Room): Box => {
  const { kind, text, more, x, y } = { ...wish, ...side };
  const size = wish.size[step];
  const length = textWidth(more === undefined ? text : `${text} ${more}`, kind === 'main' ? 'serif' : 'sans') * size;
  const from = (x / 100) * width + side.dx * size - (side.anchor === 'end' ? length : 0);
  const baseline = (y / 100) * height + side.dy * size;
  return { left: from, right: from + length, top: baseline - 0.95 * size, bottom: baseline + 0.25 * size };
};

/** The name of a line may stand closer to a point than a figure, which would seem to be that one's. */
const isFree = (box: Box, { x, y, flexible }: LabelWish, room: Surroundings): boolean =>
  !room.lines.some((one) => touch(box, one)) &&
  !room.points.some((one) => touch(box, pointBox(one, flexible || (one.x === x && one.y === y) ? 5 : 10, room)));

/** Labels may stand above the plot, where the figure leaves them room, and nowhere else outside of it. */
const isInside = (box: Box, { width, height }: Room): boolean =>
  box.left >= 0 && box.right <= width && box.top >= -33 && box.bottom <= height;

const pointBox = (point: LinePlace, radius: number, { width, height }: Room): Box => {
  const at = [(point.x / 100) * width, (point.y / 100) * height] as const;
  return boxAround(at, at, radius);
};
