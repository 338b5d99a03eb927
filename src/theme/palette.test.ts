import { describe, expect, it } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import type { Palette } from '../core/look.ts';
import { contrastOf, leastContrast, paletteOf, textPairs } from './palette.ts';

/** The text that can be read worst, as a line; nothing where all can be read. */
const unreadable = ({ light, dark }: Palette): readonly string[] =>
  Object.entries({ light, dark }).flatMap(([scheme, colours]) =>
    textPairs
      .filter(([text, ground]) => contrastOf(colours[text], colours[ground]) < leastContrast)
      .map(([text, ground]) => `${scheme}: ${text} ${colours[text]} on ${ground} ${colours[ground]}`),
  );

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('a palette', () => {
  it('can be read in every text, whatever the accent', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { palette, weak } = paletteOf({ accent });
        expect(unreadable(palette)).toEqual([]);
        // What is kept is what the brand said, and what is offered instead is taken.
        expect(palette.light.accent).toBe(weak[0]?.nearest ?? accent);
        expect(paletteOf({ accent: palette.light.accent }).weak).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('offers the nearest accent that any of its grounds allows', () => {
    for (const [accent, nearest] of [
      ['#018749', '#008648'],
      ['#46962b', '#348514'],
    ] as const)
      expect(paletteOf({ accent }).palette.light.accent).toBe(nearest);
  });

  it('has a second ground and lines that can be seen, on black paper, too', () => {
    fc.assert(
      fc.property(fc.oneof(colour, fc.constantFrom('#000000', '#ffffff', '#010203')), (paper) => {
        for (const { paper: own, 'paper-deep': deep, rule } of Object.values(paletteOf({ paper }).palette).filter(
          (one) => typeof one === 'object',
        )) {
          expect(deep).not.toBe(own);
          expect(contrastOf(rule, own)).toBeGreaterThan(1.39);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('can be read in every text, whatever all four colours are', () => {
    fc.assert(
      fc.property(
        fc.record({ accent: colour, 'accent-dark': colour, paper: colour, ink: colour }, { requiredKeys: [] }),
        (brand) => void expect(unreadable(paletteOf(brand).palette)).toEqual([]),
      ),
      { numRuns: 300 },
    );
  });
});
