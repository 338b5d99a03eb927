import { describe, expect, it } from 'vitest';
import type { DisplayPlace } from './ladder.ts';
import type { Measured } from './measured.ts';
import { planPicture, variantsOf } from './plan.ts';

const photo: Measured = {
  kind: 'photo',
  hash: '0123456789abcdef',
  width: 4000,
  height: 3000,
  pixels: 4000,
  fallback: 'jpeg',
};

/** The ends of the names of what is published. */
const filesOf = (measured: Partial<Measured>, ...places: readonly DisplayPlace[]): string[] =>
  variantsOf(planPicture('gala/a.jpg', { ...photo, ...measured }, new Set(places))).map(({ name }) =>
    name.replace(/^a-0123456789-/, ''),
  );

describe('a photo', () => {
  it('in a text is published in the widths of screens, in new formats and in one that all know', () => {
    expect(filesOf({}, 'text')).toEqual([
      ...['400.avif', '650.avif', '960.avif', '1300.avif'],
      ...['400.webp', '650.webp', '960.webp', '1300.webp'],
      '960.jpg',
    ]);
  });

  it('at the top of an event is published wider', () => {
    expect(filesOf({}, 'text', 'hero').filter((name) => name.endsWith('.avif'))).toEqual([
      '400.avif',
      '650.avif',
      '960.avif',
      '1300.avif',
      '1600.avif',
    ]);
  });

  it('that is looked at closely has a large file besides', () => {
    expect(filesOf({}, 'text', 'large').slice(-2)).toEqual(['960.jpg', '1920.jpg']);
    expect(filesOf({}, 'large')).toEqual(['960.jpg', '1920.jpg']);
  });

  it('in front of a video is one file', () => expect(filesOf({}, 'poster')).toEqual(['960.jpg']));

  it.each([
    [300, ['300.avif', '300.webp', '300.jpg']],
    [440, ['440.avif', '440.webp', '440.jpg']],
    [700, ['400.avif', '700.avif', '400.webp', '700.webp', '700.jpg']],
  ])('that is %i pixels wide is never enlarged, and has no two files of nearly one width', (pixels, files) => {
    expect(filesOf({ pixels, width: pixels }, 'text', 'hero', 'large')).toEqual(files);
  });
});

it('a drawing is published once, pixel by pixel', () => {
  expect(filesOf({ kind: 'crisp', pixels: 1280, fallback: 'png' }, 'text', 'hero', 'large')).toEqual([
    '1280.webp',
    '1280.png',
  ]);
});

it('an animation is published in two widths, with a still picture before it', () => {
  const measured = { ...photo, kind: 'moving', fallback: 'gif' } as const;
  const plan = planPicture('gala/a.gif', measured, new Set(['text']));
  expect(plan.groups.map(({ media, variants }) => [media, ...variants.map(({ name }) => name)])).toEqual([
    ['(prefers-reduced-motion: reduce)', 'a-0123456789-still-960.webp'],
    [undefined, 'a-0123456789-650.webp', 'a-0123456789-1300.webp'],
  ]);
  expect(plan.fallback.name).toBe('a-0123456789-960.gif');
});

describe('the name of a published file', () => {
  const nameOf = (source: string): string => planPicture(source, photo, new Set(['poster'])).fallback.name;

  it.each([
    ['gala/Wool Runners.PNG', 'wool-runners'],
    ['gala/IMG_2019.11.11  (1).png', 'img-2019-11-11-1'],
    ['gala/双十一 夜.png', '双十一-夜'],
    ['gala/Straße.png', 'straße'],
    ['gala/Cafe\u0301.png', 'caf\u00e9'],
    ['gala/हिन्दी.png', 'हिन्दी'],
    ['gala/a&b?c#d%e"f<g>.png', 'a-b-c-d-e-f-g'],
    ['gala/archive.tar.png', 'archive-tar'],
    ['gala/no-ending', 'no-ending'],
    ['gala/(1).png', '1'],
  ])('can stand in an address: of %s it is %s', (source, stem) => {
    expect(nameOf(source)).toBe(`${stem}-0123456789-960.jpg`);
  });

  it('is the content alone where the file has neither letters nor digits in its name', () => {
    expect(nameOf('gala/🎆.png')).toBe('0123456789-960.jpg');
    expect(nameOf('gala/.png')).toBe('0123456789-960.jpg');
  });

  it('keeps little of a long one, because it stands in a page many times', () => {
    expect(nameOf(`gala/${'双'.repeat(83)}.png`)).toBe(`${'双'.repeat(24)}-0123456789-960.jpg`);
  });
});
