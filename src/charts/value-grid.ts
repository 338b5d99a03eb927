import { scaleLinear } from 'd3-scale';

/** Where the marks of an axis stand: the ends of a domain moved out to the next of them, and all of them in a domain. */
export type ValueGrid = {
  readonly nice: (domain: Domain, count: number) => Domain;
  readonly ticks: (domain: Domain, count: number) => readonly number[];
};

export type Domain = readonly [start: number, end: number];

/** At multiples of 1, 2 and 5 with noughts. */
export const decimalGrid: ValueGrid = {
  nice: (domain, count) => {
    const [start = 0, end = 1] = scaleLinear(domain, [0, 1]).nice(count).domain();
    return [start, end];
  },
  ticks: (domain, count) => scaleLinear(domain, [0, 1]).ticks(count),
};

/** At full and half minutes, hours and days, and their parts as clocks have them; parts of a second are decimal. */
export const durationGrid = (secondsPerUnit: number): ValueGrid => {
  const gridFor = ([start, end]: Domain, count: number): ValueGrid | number => {
    const wanted = ((end - start) * secondsPerUnit) / count;
    const step = steps.find((one) => one >= wanted * 0.75);
    return wanted < 1 || step === undefined ? decimalGrid : step / secondsPerUnit;
  };
  return {
    nice: (domain, count) => {
      const grid = gridFor(domain, count);
      if (typeof grid !== 'number') return grid.nice(domain, count);
      return [Math.floor(domain[0] / grid) * grid, Math.ceil(domain[1] / grid) * grid];
    },
    ticks: (domain, count) => {
      const grid = gridFor(domain, count);
      if (typeof grid !== 'number') return grid.ticks(domain, count);
      const [first, last] = [Math.ceil(domain[0] / grid), Math.floor(domain[1] / grid)];
      return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * grid));
    },
  };
};

const [minute, hour, day] = [60, 3600, 86_400];

const steps = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 5, 10, 20, 50, 100].map((count) => count * day),
];

const clean = (number: number): number => Number(number.toPrecision(12));
