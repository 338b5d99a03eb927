import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { byName, filesOf, pagesOf } from '../scripts/testing/built-site.ts';

const files = filesOf(inject('site'));
const pages = pagesOf(files);
const withPictures = [...pages].filter(([, tree]) => byName(tree, 'img').length > 0);
const media = [...files].filter(([path]) => path.includes('/media/'));

describe('pictures on pages', () => {
  test('say how large they are, so that nothing moves when they come', () => {
    expect(withPictures.length).toBeGreaterThan(15);
    for (const [path, tree] of withPictures)
      for (const { properties } of byName(tree, 'img'))
        expect([Number(properties['width']) > 0, Number(properties['height']) > 0], path).toEqual([true, true]);
  });

  test('wait until they are near, except for one that stands where a page begins', () => {
    for (const [path, tree] of withPictures) {
      const [first, ...others] = byName(tree, 'img').map(({ properties }) =>
        properties['loading'] === 'lazy' ? 'near' : properties['fetchPriority'] === 'high' ? 'first' : 'neither',
      );
      expect(
        others.filter((one) => one !== 'near'),
        path,
      ).toEqual([]);
      const isList = /\/(topics\/|\d{4}-\d\d-\d\d\/)/.test(path);
      if (isList) expect(['near', 'first'], path).toContain(first);
      else expect(first, path).toBe('first');
    }
  });

  test('come as AVIF, as WebP, and as what every program knows, in several widths', () => {
    for (const [path, tree] of withPictures) {
      for (const [index, picture] of byName(tree, 'picture').entries()) {
        // On the home page all but the first stand beside their events.
        const isBeside = path === 'index.html' && index > 0;
        const sources = byName(picture, 'source').map(({ properties }) => properties);
        expect(
          sources.map(({ type }) => type),
          path,
        ).toEqual(['image/avif', 'image/webp']);
        for (const { sizes, srcSet } of sources) {
          expect(String(sizes), path).toMatch(isBeside ? /^\(min-width: 46rem\) 20\.5rem, min\(/ : /^min\(/);
          expect(String(srcSet).match(/\.(avif|webp) \d+w/g)?.length, path).toBeGreaterThanOrEqual(4);
        }
        expect(byName(picture, 'img').map(({ properties }) => properties['src'])).toEqual([
          expect.stringMatching(/\.jpg$/),
        ]);
      }
    }
  });

  test('are stood in for by a colour of the style sheet', () => {
    const styles = [...files]
      .filter(([path]) => path.endsWith('.css'))
      .map(([, bytes]) => bytes.toString())
      .join('');
    for (const [path, tree] of withPictures)
      for (const { properties } of byName(tree, 'img')) {
        const names = [properties['className'] ?? []].flat().map(String);
        expect(names[0], path).toBe('tone');
        for (const name of names) expect(styles, name).toContain(`.${name}{`);
      }
  });
});

describe('published pictures', () => {
  test('are all shown on some page, or named by one', () => {
    const html = [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([, bytes]) => bytes.toString())
      .join('');
    expect(media.length).toBeGreaterThan(80);
    expect(media.map(([path]) => path).filter((path) => !html.includes(`/${path}`))).toEqual([]);
  });

  test('carry nothing but pixels', async () => {
    for (const [path, bytes] of media) {
      const { exif, icc, iptc, xmp, comments, orientation, width } = await sharp(bytes).metadata();
      expect([exif, icc, iptc, xmp, comments, orientation], path).toEqual(Array(6).fill(undefined));
      expect(path.includes('/card-') ? '-1200.' : path).toContain(`-${width}.`);
    }
  });

  test('of the sample drawings are light: at most 65 KB for a dense screen, 25 KB for a phone', () => {
    for (const [path, bytes] of media) {
      if (path.endsWith('-1300.avif')) expect(bytes.length, path).toBeLessThan(65_000);
      if (path.endsWith('-650.avif')) expect(bytes.length, path).toBeLessThan(25_000);
    }
  });
});
