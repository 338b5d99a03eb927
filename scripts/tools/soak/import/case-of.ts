import { cyclic, randomOf } from '../random.ts';
import type { Hostile } from './hostile.ts';
import { slugsAndZones } from './kinds/arguments.ts';
import { bombs } from './kinds/bombs.ts';
import { controls } from './kinds/controls.ts';
import { damaged } from './kinds/damaged.ts';
import { encodings } from './kinds/encodings.ts';
import type { Kind } from './kinds/kind.ts';
import { large } from './kinds/large.ts';
import { names } from './kinds/names.ts';
import { naughty } from './kinds/naughty.ts';
import { nesting } from './kinds/nesting.ts';
import { otherFiles } from './kinds/other-files.ts';
import { outward } from './kinds/outward.ts';
import { pictures } from './kinds/pictures.ts';
import { places } from './kinds/places.ts';
import { runs } from './kinds/runs.ts';
import { shapes } from './kinds/shapes.ts';
import { times } from './kinds/times.ts';
import { truncated } from './kinds/truncated.ts';

/** The kinds in the order in which cases take them, again and again; those that have more to try come more often. */
const wheel: readonly Kind[] = [
  truncated,
  encodings,
  nesting,
  bombs,
  outward,
  names,
  controls,
  naughty,
  times,
  shapes,
  damaged,
  runs,
  large,
  pictures,
  places,
  slugsAndZones,
  otherFiles,
  truncated,
  naughty,
  nesting,
  encodings,
  naughty,
  names,
  runs,
  damaged,
  naughty,
  shapes,
  outward,
];

/** The hostile input of a number, from 1, and a seed: always the same. */
export const hostileOf = (number: number, seed: number): Hostile => {
  const index = number - 1;
  const kind = cyclic(wheel, index);
  return kind(roundOf(kind, index), randomOf(seed, number));
};

/** How many cases before this one are of its kind. */
const roundOf = (kind: Kind, index: number): number => {
  const of = (some: readonly Kind[]): number => some.filter((one) => one === kind).length;
  return Math.floor(index / wheel.length) * of(wheel) + of(wheel.slice(0, index % wheel.length));
};
