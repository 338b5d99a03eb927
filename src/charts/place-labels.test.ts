import { describe, expect, test } from 'vitest';
import { steps } from './frames.ts';
import { type LabelWish, type PlacedLabel, placeLabels, type Room, type Side } from './place-labels.ts';

const above: Side = { anchor: 'end', dx: -0.6, dy: -0.5 };
const below: Side = { anchor: 'start', dx: 0.6, dy: 1.3 };
const wish = (more: Partial<LabelWish>): LabelWish => ({
  kind: 'value',
  x: 50,
  y: 50,
  text: '0000000000',
  size: { narrow: 10, medium: 10, wide: 10 },
  sides: [above, below],
  ...more,
});
const rooms = (lines: Room['lines'] = []) => {
  const room = (step: Room['step'], width: number): Room => ({ step, width, height: 200, lines, texts: [] });
  return { narrow: room('narrow', 100), medium: room('medium', 200), wide: room('wide', 400) };
};
const reported = (
  wishes: readonly LabelWish[],
  lines?: Room['lines'],
  points: readonly { x: number; y: number }[] = [],
) =>
  placeLabels(wishes, points, rooms(lines))
    // The widest come first, and here they are easier to read the other way.
    .toSorted((a, b) => narrowest(a) - narrowest(b))
    .map(({ text, more, dy, shown }) => [more === undefined ? text : `${text} ${more}`, dy, shown.join(' ')]);
const narrowest = ({ shown: [first = 'wide'] }: PlacedLabel): number => steps.indexOf(first);

describe('a label', () => {
  test('is on the first of its sides that is free, at each width', () => {
    // Ten digits are 64 pixels wide: more than half of a narrow plot.
    expect(reported([wish({})])).toEqual([['0000000000', -0.5, 'medium wide']]);
    expect(reported([wish({ x: 30 })])).toEqual([
      ['0000000000', 1.3, 'narrow medium'],
      ['0000000000', -0.5, 'wide'],
    ]);
  });

  test('keeps clear of lines, and is left out where nothing is free', () => {
    const lines = [{ left: 0, right: 400, top: 80, bottom: 99 }];
    expect(reported([wish({ x: 60 })], lines)).toEqual([['0000000000', 1.3, 'medium wide']]);
    expect(reported([wish({})], [{ left: 0, right: 400, top: 0, bottom: 200 }])).toEqual([]);
  });

  test('would rather not cross a faint line, but does so before it is left out', () => {
    const faint = (box: Room['lines'][number]) =>
      placeLabels([wish({})], [], { ...rooms(), wide: { ...rooms().wide, faint: [box] } })
        .filter(({ shown }) => shown.includes('wide'))
        .map(({ dy }) => dy);
    expect(faint({ left: 0, right: 400, top: 80, bottom: 95 })).toEqual([1.3]);
    expect(faint({ left: 0, right: 400, top: 0, bottom: 200 })).toEqual([-0.5]);
  });

  test('that is flexible is cut shorter where the rest of it would stand over a line', () => {
    const long = wish({ x: 100, text: 'a name of very many letters', sides: [{ ...above, dx: 0 }], flexible: true });
    expect(reported([long], [{ left: 0, right: 30, top: 0, bottom: 200 }])[0]).toEqual(['a name o…', -0.5, 'narrow']);
  });

  test('of a line that has no room of its own follows that of a line close to it', () => {
    const name = (text: string, y: number) => wish({ x: 100, y, text, sides: [{ ...above, dx: 0 }], flexible: true });
    const lines = [
      { left: 0, right: 400, top: 97, bottom: 99 },
      { left: 0, right: 400, top: 101, bottom: 103 },
    ];
    expect(reported([name('B', 49), name('A', 51)], lines)).toEqual([['B · A', -0.5, 'narrow medium wide']]);
    expect(
      reported([name('B', 49), name('A', 80)], [...lines, { left: 0, right: 400, top: 150, bottom: 162 }]),
    ).toEqual([
      ['B', -0.5, 'narrow medium wide'],
      ['A', -0.5, 'narrow medium wide'],
    ]);
  });

  test('that is flexible is cut to fit, and stands over a line rather than not at all, but over no other label', () => {
    const sides: readonly Side[] = [{ anchor: 'end', dx: -0.4, dy: -0.5 }];
    const long = wish({ x: 100, text: 'a name of many letters', sides, flexible: true });
    const lines = [{ left: 0, right: 400, top: 0, bottom: 200 }];
    expect(reported([long], lines)).toEqual([
      ['a name of man…', -0.5, 'narrow'],
      ['a name of many letters', -0.5, 'medium wide'],
    ]);
    expect(reported([long, { ...long, text: 'another' }], lines).map(([text]) => text)).not.toContain('another');
  });

  test('gives way to those before it', () => {
    expect(reported([wish({ kind: 'main' }), wish({ text: '1111111111' })]).map(([text, dy]) => [text, dy])).toEqual([
      ['0000000000', -0.5],
      ['1111111111', 1.3],
    ]);
  });

  test('that is needed is shown even over a line', () => {
    expect(reported([wish({ needed: true })], [{ left: 0, right: 400, top: 0, bottom: 200 }])).toEqual([
      ['0000000000', -0.5, 'narrow medium wide'],
    ]);
  });

  test('that is needed and fits nowhere stands where the least of it is cut off', () => {
    const wide = wish({ kind: 'main', text: '0'.repeat(15), needed: true, x: 70, sides: [below, above] });
    // Ninety-six pixels on a plot of a hundred: to the left of its point more of it stays than to the right.
    expect(reported([wide])[0]).toEqual(['000000000000000', -0.5, 'narrow medium']);
  });

  test('says more where that costs none of its kind a place', () => {
    const wishes = [wish({ y: 20, more: '11111' }), wish({ y: 80, more: '11111' })];
    expect(reported(wishes)).toEqual([
      ['0000000000', -0.5, 'medium'],
      ['0000000000', -0.5, 'medium'],
      ['0000000000 11111', -0.5, 'wide'],
      ['0000000000 11111', -0.5, 'wide'],
    ]);
  });

  test('keeps away from points that are not its own', () => {
    const own = { x: 50, y: 50 };
    expect(reported([wish({})], [], [own])).toEqual([['0000000000', -0.5, 'medium wide']]);
    expect(reported([wish({})], [], [own, { x: 49, y: 45 }]).map(([, dy]) => dy)).toEqual([1.3]);
  });
});
