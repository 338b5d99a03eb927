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
