import { expect, it } from 'vitest';
import { busy, noiseOf } from './busy.ts';

/** A picture of 1,920 × 1,440 pixels whose values come from their number. */
const picture = (value: (at: number) => number, height = 1440) => {
  const [width, channels] = [1920, 3] as const;
  const data = new Uint8Array(width * height * channels);
  for (let at = 0; at < data.length; at += 1) data[at] = value(at);
  return { data, width, height, channels };
};

/** The same at every run, from 0 to 255. */
const noise = (at: number): number => Math.imul(at + 1, 2_654_435_761) >>> 24;

it('a picture of noise is above the limits, in one channel, too, and one with the grain of a sensor is below', () => {
  expect(noiseOf(picture(noise))).toBeGreaterThan(busy.opaque);
  expect(noiseOf(picture((at) => (at % 3 === 2 ? noise(at) : 128)))).toBeGreaterThan(busy.opaque);
  expect(noiseOf(picture((at) => 100 + (noise(at) >> 4)))).toBeLessThan(busy.transparent);
  expect(noiseOf(picture((at) => 100 + (noise(at) >> 3)))).toBeLessThan(busy.opaque);
  expect(noiseOf(picture(() => 7))).toBe(0);
});

it('a small picture of noise is below: it takes no time', () => {
  expect(noiseOf(picture(noise, 100))).toBeLessThan(busy.transparent);
});
