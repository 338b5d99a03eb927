import sharp from 'sharp';
import { expect, test } from 'vitest';
import { photoSize, takePhotograph } from './photographs.ts';

const size = { width: 400, height: 300 };

test('a photograph of nothing has as much in it as a real one: some two bits for each pixel', async () => {
  const photo = await takePhotograph(1, size);
  expect(await sharp(photo).metadata()).toMatchObject({ ...size, format: 'jpeg' });
  const bits = (8 * photo.length) / (size.width * size.height);
  expect(bits).toBeGreaterThan(1.5);
  expect(bits).toBeLessThan(5);
});

test('the same number gives the same photograph, and another another', async () => {
  const [first, again, other] = [
    await takePhotograph(1, size),
    await takePhotograph(1, size),
    await takePhotograph(2, size),
  ];
  expect(first.equals(again)).toBe(true);
  expect(first.equals(other)).toBe(false);
});

test('it has 12 megapixels', () => expect(photoSize.width * photoSize.height).toBeGreaterThanOrEqual(12e6));
