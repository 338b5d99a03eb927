import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkSize, withShownSize } from './drawing-size.ts';
import { measurePicture, pictureHash } from './measure.ts';
import { publishPicture } from './testing.ts';

const svg = (attributes: string, prolog = ''): Buffer =>
  Buffer.from(
    `${prolog}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9999999" height="99999"/></svg>`,
  );

const sizeOf = async (attributes: string, prolog = ''): Promise<string> => {
  const { width, height } = await measurePicture(svg(attributes, prolog));
  return `${width} × ${height}`;
};

describe('a drawing is shown', () => {
  it.each([
    ['viewBox="0 0 400 200"', '400 × 200'],
    ['viewBox="0,0,400,200"', '400 × 200'],
    ["viewBox = ' -200 -100 400 200 '", '400 × 200'],
    ['width="100%" height="100%" viewBox="0 0 400 200"', '400 × 200'],
    ['width="100%" style="max-width: 912px" viewBox="0 0 400 200"', '400 × 200'],
    ['width="auto" viewBox="0 0 400 200"', '400 × 200'],
    ['width="50vw" height="20vh" viewBox="0 0 400 200"', '400 × 200'],
    ['width="-5" height="-5" viewBox="0 0 400 200"', '400 × 200'],
    ['viewBox="0 0 24 24"', '24 × 24'],
    ['viewBox="0 0 1 0.5"', '640 × 320'],
    ['viewBox="0 0 0.002 0.001"', '640 × 320'],
    ['viewBox="0 0 48000 24000"', '4096 × 2048'],
    ['viewBox="0 0 1e7 5e6"', '4096 × 2048'],
    ['viewBox="0 0 100 10000"', '41 × 4096'],
  ])('at the ratio of its viewBox: %s', async (attributes, size) => {
    expect(await sizeOf(attributes)).toBe(size);
  });

  it.each([
    ['width="300" height="100"', '300 × 100'],
    ['width="300px" height="100px" viewBox="0 0 24000 12000"', '300 × 100'],
    ['width="300" viewBox="0 0 24000 12000"', '300 × 150'],
    ['height="300" viewBox="0 0 24000 12000"', '600 × 300'],
    ['width="10em" height="5rem"', '160 × 80'],
    ['width="101.6mm" height="5.08cm"', '384 × 192'],
    ['width="4in" height="72pt"', '384 × 96'],
    ['style="width: 300px; height: 100px" width="9" viewBox="0 0 9 9"', '300 × 100'],
    ['width="300" height="300" viewBox="0 0 200 100" preserveAspectRatio="none"', '300 × 300'],
    ['width="40000" height="40000"', '4096 × 4096'],
  ])('at the size that it says: %s', async (attributes, size) => {
    expect(await sizeOf(attributes)).toBe(size);
  });

  it('whatever stands before its root', async () => {
    const prolog = `\uFEFF<?xml version="1.0"?>\n<!-- <svg width="9"> -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n`;
    expect(await sizeOf('viewBox="0 0 48000 24000"', prolog)).toBe('4096 × 2048');
  });

  it('with the same picture in it, however large its units are', async () => {
    const half = '<rect width="50%" height="100%" fill="red"/></svg>';
    const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48000 24000">${half}`);
    const { plan, files } = await publishPicture(bytes);
    const file = files.get(plan.fallback.name) ?? Buffer.alloc(0);
    const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const alphaAt = (share: number): number => data[4 * Math.floor(share * info.width) + 3] ?? -1;
    expect([alphaAt(0.1), alphaAt(0.9)]).toEqual([255, 0]);
    expect(info.width / info.height).toBe(2);
  });
});

describe('a drawing is refused', () => {
  it.each([
    ['', 'the drawing does not say how large it is'],
    ['width="100%" height="100%"', 'how large it is, only width="100%" height="100%"'],
    ['width="300"', 'how large it is, only width="300"'],
    ['viewBox="0 0 200"', 'how large it is, only viewBox="0 0 200"'],
    ['viewBox="0 0 -10 10"', 'how large it is, only viewBox="0 0 -10 10"'],
    ['viewBox="0 0 0 10"', 'how large it is, only viewBox="0 0 0 10"'],
    ['width="0" viewBox="0 0 9 9"', 'how large it is, only width="0" viewBox="0 0 9 9"'],
    ['viewBox="0 0 1e400 1"', 'how large it is, only viewBox="0 0 1e400 1"'],
    ['viewBox="0 0 10000 1"', 'the drawing is more than 1,000 times as wide as high'],
    ['width="2" height="9000"', 'the drawing is more than 1,000 times as high as wide'],
  ])('that no page can show: %s', async (attributes, reason) => {
    expect(() => checkSize(svg(attributes).toString())).toThrow(reason);
    await expect(measurePicture(svg(attributes))).rejects.toThrow(reason);
  });
});

describe('the bytes of a drawing', () => {
  it('stay as they are where they say its size in pixels', () => {
    for (const attributes of [
      'viewBox="0 0 400 200"',
      'width="400" height="2e2px"',
      'width="100%" viewBox="0 0 99 99"',
    ]) {
      const bytes = svg(attributes);
      expect(withShownSize(bytes)).toBe(bytes);
    }
  });

  it('change in the size alone, whatever their encoding is', () => {
    const latin = Buffer.concat([svg('style="width:50em;color:red" viewBox="0 0 2 1"'), Buffer.from([0xe9])]);
    const sized = Buffer.from(withShownSize(latin)).toString('latin1');
    expect(sized).toBe(
      latin.toString('latin1').replace('<svg', '<svg width="800" height="400"').replace('width:50em;', ''),
    );
  });

  it('tell it from others', () => {
    expect(pictureHash(svg('width="9mm" height="9mm"'))).not.toBe(pictureHash(svg('width="9" height="9"')));
  });
});
