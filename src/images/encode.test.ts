import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePicture, measurePicture } from './encode.ts';
import { planPicture } from './plan.ts';

type Colour = 'red' | 'lime' | 'blue' | 'yellow';

const width = 48;
const height = 32;

/** A picture of four fields: top left, top right, bottom left, bottom right. */
const fields = ([topLeft, topRight, bottomLeft, bottomRight]: readonly Colour[]) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
        <rect width="24" height="16" fill="${topLeft}"/><rect x="24" width="24" height="16" fill="${topRight}"/>
        <rect y="16" width="24" height="16" fill="${bottomLeft}"/><rect x="24" y="16" width="24" height="16" fill="${bottomRight}"/>
      </svg>`,
    ),
  ).flatten();

const upright = ['red', 'lime', 'blue', 'yellow'] as const;

/** The colours at the corners of a picture, in the same order. */
const cornersOf = async (bytes: Uint8Array): Promise<Colour[]> => {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): Colour => {
    const [r = 0, g = 0, b = 0] = data.subarray((y * info.width + x) * info.channels);
    return r > 128 ? (g > 128 ? 'yellow' : 'red') : g > 128 ? 'lime' : b > 128 ? 'blue' : expect.unreachable();
  };
  const [right, bottom] = [info.width - 5, info.height - 5];
  return [at(4, 4), at(right, 4), at(4, bottom), at(right, bottom)];
};

const publish = async (bytes: Uint8Array): Promise<Uint8Array> => encodePicture(bytes, await measurePicture(bytes));

const metadataOf = (bytes: Uint8Array) => sharp(bytes).metadata();

describe('a photo', () => {
  // What a camera stores so that, turned by its orientation (Exif 2.32, tag 0x0112), the picture stands upright.
  const stored: readonly (readonly [number, readonly Colour[]])[] = [
    [1, ['red', 'lime', 'blue', 'yellow']],
    [2, ['lime', 'red', 'yellow', 'blue']],
    [3, ['yellow', 'blue', 'lime', 'red']],
    [4, ['blue', 'yellow', 'red', 'lime']],
    [5, ['red', 'blue', 'lime', 'yellow']],
    [6, ['lime', 'yellow', 'red', 'blue']],
    [7, ['yellow', 'lime', 'blue', 'red']],
    [8, ['blue', 'red', 'yellow', 'lime']],
  ];

  it.each(stored)(
    'of orientation %i is published upright, in the size that was measured',
    async (orientation, colours) => {
      const photo = await fields(colours).jpeg({ chromaSubsampling: '4:4:4' }).withMetadata({ orientation }).toBuffer();
      expect((await metadataOf(photo)).orientation).toBe(orientation);
      const swapped = orientation >= 5;
      const measured = await measurePicture(photo);
      expect(measured).toEqual({
        format: 'jpeg',
        width: swapped ? height : width,
        height: swapped ? width : height,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      const published = await publish(photo);
      expect(await cornersOf(published)).toEqual(upright);
      const { width: publishedWidth, height: publishedHeight, orientation: left } = await metadataOf(published);
      expect({ width: publishedWidth, height: publishedHeight }).toEqual({
        width: measured.width,
        height: measured.height,
      });
      expect(left).toBeUndefined();
    },
  );

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'published as %s says nothing of where and with what it was taken',
    async (format) => {
      const photo = await fields(upright)
        .withExif({
          IFD0: { Make: 'Camera-Maker', Artist: 'Somebody' },
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: '30/1 16/1 0/1',
            GPSLongitudeRef: 'E',
            GPSLongitude: '120/1 4/1 0/1',
          },
        })
        .withXmp(
          '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
        )
        .withIccProfile('p3')
        .toFormat(format)
        .toBuffer();
      const before = await metadataOf(photo);
      expect(Object.keys(before)).toEqual(expect.arrayContaining(['exif', 'xmp', 'icc']));
      expect(before.exif?.includes('Camera-Maker')).toBe(true);
      const published = Buffer.from(await publish(photo));
      const after = await metadataOf(published);
      expect([after.exif, after.xmp, after.iptc, after.icc, after.comments]).toEqual(Array(5).fill(undefined));
      for (const trace of ['Camera-Maker', 'Somebody', 'GPS', 'Exif', 'xmpmeta'])
        expect(published.includes(trace)).toBe(false);
    },
  );

  it('in colours for print is published in those of screens', async () => {
    const photo = await fields(upright).toColourspace('cmyk').jpeg().toBuffer();
    expect((await metadataOf(photo)).space).toBe('cmyk');
    const published = await publish(photo);
    expect(await metadataOf(published)).toMatchObject({ space: 'srgb', channels: 3, width, height });
    expect((await cornersOf(published))[0]).toBe('red');
  });
});

describe('the formats', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s stays what it is', async (format) => {
    const picture = await fields(upright).toFormat(format).toBuffer();
    expect(await measurePicture(picture)).toMatchObject({ format, width, height });
    const published = await publish(picture);
    expect(await cornersOf(published)).toEqual(upright);
    expect(await measurePicture(published)).toMatchObject({ format, width, height });
  });

  it('keep their transparency', async () => {
    const clear = sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
    });
    for (const format of ['png', 'webp', 'avif'] as const) {
      const published = await publish(await clear.clone().toFormat(format).toBuffer());
      expect(await metadataOf(published)).toMatchObject({ hasAlpha: true, channels: 4 });
    }
  });

  it('that browsers do not show are refused', async () => {
    const picture = await fields(upright).tiff().toBuffer();
    await expect(measurePicture(picture)).rejects.toThrow('pictures of the format tiff cannot be published');
  });
});

describe('a drawing', () => {
  const svg = (inside: string, size = 'width="48" height="32"') =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inside}</svg>`,
    );

  it('becomes a picture that can run nothing', async () => {
    const drawing = svg(
      '<script>alert(1)</script><rect width="48" height="32" fill="red" onload="alert(1)"/><image xlink:href="file:///etc/hostname"/>',
    );
    expect(await measurePicture(drawing)).toMatchObject({ format: 'png', width, height });
    const published = Buffer.from(await publish(drawing));
    expect(published.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    expect(published.includes('alert')).toBe(false);
    expect(await cornersOf(published)).toEqual(['red', 'red', 'red', 'red']);
  });

  it('without a size has that of its view box', async () => {
    expect(await measurePicture(svg('<rect width="9" height="9"/>', 'viewBox="0 0 120 80"'))).toMatchObject({
      width: 120,
      height: 80,
    });
  });
});

describe('an animation', () => {
  const frames = 3;
  const animation = (format: 'gif' | 'webp') => {
    const pictures = Array.from({ length: frames }, (_, frame) => Buffer.alloc(20 * 10 * 3, frame * 100));
    const raw = { width: 20, height: 10 * frames, channels: 3, pageHeight: 10 } as const;
    return sharp(Buffer.concat(pictures), { raw })
      [format]({ delay: [100, 200, 300], loop: 2 })
      .toBuffer();
  };

  it.each(['gif', 'webp'] as const)('in %s keeps its pictures, their pace and the size of one', async (format) => {
    const bytes = await animation(format);
    expect(await metadataOf(bytes)).toMatchObject({ pages: frames });
    expect(await measurePicture(bytes)).toMatchObject({ format, width: 20, height: 10 });
    const published = await publish(bytes);
    expect(await metadataOf(published)).toMatchObject({
      format,
      pages: frames,
      delay: [100, 200, 300],
      loop: 2,
      width: 20,
      height: 10,
    });
  });
});

describe('the same bytes', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'give the same bytes and the same name: %s',
    async (format) => {
      const picture = await fields(upright).toFormat(format).toBuffer();
      const copy = new Uint8Array(picture);
      expect(await publish(copy)).toEqual(await publish(picture));
      expect(planPicture('a/stage.png', await measurePicture(copy))).toEqual(
        planPicture('a/stage.png', await measurePicture(picture)),
      );
    },
  );

  it('are told from others that look alike', async () => {
    const picture = await fields(upright).png({ compressionLevel: 9 }).toBuffer();
    const other = await fields(upright).png({ compressionLevel: 0 }).toBuffer();
    expect((await measurePicture(other)).hash).not.toBe((await measurePicture(picture)).hash);
  });
});

describe('broken bytes', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a picture')],
    ['the pointer of a large file', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n')],
    ['a page', Buffer.from('<!doctype html><title>404</title>')],
    ['the first bytes of a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a drawing that ends early', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect')],
  ])('are refused when they are measured: %s', async (_, bytes) => {
    await expect(measurePicture(bytes)).rejects.toThrow();
  });

  it.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    'are refused at the latest when they are encoded: half a %s',
    async (format) => {
      const noise = sharp({
        create: {
          width: 200,
          height: 200,
          channels: 3,
          background: 'grey',
          noise: { type: 'gaussian', mean: 128, sigma: 40 },
        },
      });
      const bytes = await noise.toFormat(format).toBuffer();
      await expect(publish(bytes.subarray(0, bytes.length / 2))).rejects.toThrow();
    },
  );
});
