import { expect, test } from 'vitest';
import { sizesFor } from './sizes.ts';

test.each([
  ['wide', 4000, 3000, 'min(40.375rem, 90vw)'],
  ['small', 300, 200, 'min(40.375rem, 90vw, 300px)'],
  ['tall', 3000, 4000, 'min(40.375rem, 90vw, 63.8vh)'],
  ['small and tall', 300, 600, 'min(40.375rem, 90vw, 300px, 42.5vh)'],
])(
  'a %s picture is as wide as the text, the phone, itself and the height of the window allow',
  (_, width, height, sizes) => expect(sizesFor({ width, height }, 'text')).toBe(sizes),
);

test('in a gallery it fills half of that, and more where its sides are cut', () => {
  expect(sizesFor({ width: 3000, height: 4000 }, 'gallery')).toBe('min(20.2rem, 45vw)');
  expect(sizesFor({ width: 4000, height: 1500 }, 'gallery')).toBe('min(40.4rem, 90vw)');
});
