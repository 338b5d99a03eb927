/** Numbers that look like chance and are the same for the same seed. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  readonly integer: (least: number, most: number) => number;
  /** One of a list. */
  readonly pick: <Item>(list: readonly Item[]) => Item;
};

/** Chance of a seed and a number. The generator is Mulberry32 by Tommy Ettinger, public domain, 32 bits. */
export const randomOf = (seed: number, number: number): Random => {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { integer, pick: (list) => cyclic(list, integer(0, list.length - 1)) };
};

/** The item of a list at an index, which begins anew at its end. */
export const cyclic = <Item>(list: readonly Item[], index: number): Item => {
  if (list.length === 0) throw new RangeError('Unexpected empty list, expected one to choose from');
  return list[index % list.length] as Item;
};
