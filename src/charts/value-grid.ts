import { scaleLinear } from 'd3-scale';

/** Where the marks of an axis stand: the ends of a domain moved out to the next of them, and all of them in a domain. */
export type ValueGrid = {
  readonly nice: (domain: Domain, count: number) => Domain;
  readonly ticks: (domain: Domain, count: number) => readonly number[];
};

export type Domain = readonly [start: number, end: number];

/** At multiples of 1, 2 and 5 with zeros behind them. */
export const decimalGrid: ValueGrid = {
  nice: (domain, count) => {
    const [start = 0, end = 1] = scaleLinear(domain, [0, 1]).nice(count).domain();
    return [start, end];
  },
  ticks: (domain, count) => scaleLinear(domain, [0, 1]).ticks(count),
};

/** At full and half minutes, hours and days, and their parts as clocks have them; parts of a second are decimal. */
export const durationGrid = (secondsPerUnit: number): ValueGrid => {
  const inSeconds = ([start, end]: Domain): Domain => [clean(start * secondsPerUnit), clean(end * secondsPerUnit)];
  const back = (seconds: number): number => clean(seconds / secondsPerUnit);
  return {
    nice: (domain, count) => {
      const [start, end] = inSeconds(domain);
      const step = stepFor(end - start, count);
      const [first, last] =
        step === undefined
          ? decimalGrid.nice([start, end], count)
          : [Math.floor(start / step) * step, Math.ceil(end / step) * step];
      return [back(first), back(last)];
    },
    ticks: (domain, count) => {
      const [start, end] = inSeconds(domain);
      const step = stepFor(end - start, count);
      if (step === undefined) return decimalGrid.ticks([start, end], count).map(back);
      const first = Math.ceil(start / step);
      return Array.from({ length: Math.floor(end / step) - first + 1 }, (_, index) => back((first + index) * step));
    },
  };
};

/** None where marks would be less than a second apart, or more than any of the steps. */
const stepFor = (seconds: number, count: number): number | undefined => {
  const wanted = seconds / count;
  return wanted < 1 ? undefined : steps.find((one) => one >= wanted * 0.75);
};

const [minute, hour, day] = [60, 3600, 86_400];

const steps = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 5, 10, 20, 50, 100].map((count) => count * day),
];

const clean = (number: number): number => Number(number.toPrecision(12));
