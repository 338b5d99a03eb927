import { expect, it } from 'vitest';
import { isBusy } from './busy.ts';

/** A picture of 1,920 × 1,440 pixels whose values come from their number. */
const picture = (value: (at: number) => number, height = 1440) => {
  const [width, channels] = [1920, 3] as const;
  return {
    data: Uint8Array.from({ length: width * height * channels }, (_, at) => value(at)),
    width,
    height,
    channels,
  };
};

/** The same at every run, from 0 to 255. */
const noise = (at: number): number => Math.imul(at + 1, 2_654_435_761) >>> 24;

it('a picture of noise is busy, in one channel, too, and one with the grain of a sensor is not', () => {
  expect(isBusy(picture(noise))).toBe(true);
  expect(isBusy(picture((at) => (at % 3 === 2 ? noise(at) : 128)))).toBe(true);
  expect(isBusy(picture((at) => 100 + (noise(at) >> 3)))).toBe(false);
  expect(isBusy(picture(() => 7))).toBe(false);
});

it('a small picture of noise is not busy: it takes no time', () => {
  expect(isBusy(picture(noise, 100))).toBe(false);
});
