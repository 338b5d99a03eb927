import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { measurePicture } from './measure.ts';
import { animation, cornersOf, fields, fieldsHeight, fieldsWidth, grain, publishPicture, upright } from './testing.ts';

const metadataOf = (bytes: Uint8Array) => sharp(bytes).metadata();

/** The colour of the pixel in the middle. */
const middleOf = async (bytes: Uint8Array): Promise<number[]> => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
};

describe('a photo', () => {
  // What a camera stores so that, turned by its orientation (Exif 2.32, tag 0x0112), the picture stands upright.
  const stored: readonly (readonly [number, Parameters<typeof fields>[0]])[] = [
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
    'of orientation %i stands upright in every file, in the size that was measured',
    async (orientation, colours) => {
      const photo = await fields(colours).jpeg({ chromaSubsampling: '4:4:4' }).withMetadata({ orientation }).toBuffer();
      expect((await metadataOf(photo)).orientation).toBe(orientation);
      const turned = orientation >= 5;
      const { plan, files } = await publishPicture(photo);
      const { width, height } = plan.measured;
      expect({ width, height }).toEqual({
        width: turned ? fieldsHeight : fieldsWidth,
        height: turned ? fieldsWidth : fieldsHeight,
      });
      expect([...files.keys()].map((name) => name.split('.').at(-1)).sort()).toEqual(['avif', 'jpg', 'webp']);
      for (const [name, bytes] of files) {
        expect(await cornersOf(bytes), name).toEqual(upright);
        const metadata = await metadataOf(bytes);
        expect([metadata.width, metadata.height, metadata.orientation], name).toEqual([width, height, undefined]);
      }
    },
  );

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'taken as %s says in no file where, with what and by whom it was taken',
    async (format) => {
      const photo = await fields(upright)
        .withExif({
          IFD0: { Make: 'Camera-Maker', Artist: 'Somebody', Copyright: 'Owner-Name' },
          IFD2: { BodySerialNumber: 'Serial-4711', CameraOwnerName: 'Owner-Name' },
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
      const { files } = await publishPicture(photo, 'text', 'hero', 'large', 'poster');
      expect(files.size).toBeGreaterThanOrEqual(2);
      for (const [name, bytes] of files) {
        const after = await metadataOf(bytes);
        expect([after.exif, after.xmp, after.iptc, after.icc, after.comments], name).toEqual(Array(5).fill(undefined));
        for (const trace of ['Camera-Maker', 'Somebody', 'Owner-Name', 'Serial-4711', 'GPS', 'Exif', 'xmpmeta'])
          expect(bytes.includes(trace), `${trace} in ${name}`).toBe(false);
      }
    },
  );

  it('in the colours of a wide screen looks the same on any other', async () => {
    const red = { width: 300, height: 200, channels: 3, background: 'red' } as const;
    const wide = await sharp({ create: red }).withIccProfile('p3').jpeg({ chromaSubsampling: '4:4:4' }).toBuffer();
    // In Display P3 (SMPTE EG 432-1) the red of sRGB is (234, 51, 35).
    const stored = await middleOf(await sharp(wide, { ignoreIcc: true }).png().toBuffer());
    expect(stored.map((value, channel) => Math.abs(value - ([234, 51, 35][channel] ?? 0)) < 4)).toEqual([
      true,
      true,
      true,
    ]);
    for (const [name, bytes] of (await publishPicture(wide)).files) {
      const [r = 0, g = 255, b = 255] = await middleOf(bytes);
      expect([r > 250, g < 6, b < 6], `${name}: ${[r, g, b]}`).toEqual([true, true, true]);
    }
  });

  it('in colours for print is published in those of screens', async () => {
    const photo = await fields(upright).toColourspace('cmyk').jpeg().toBuffer();
    expect((await metadataOf(photo)).space).toBe('cmyk');
    for (const bytes of (await publishPicture(photo)).files.values()) {
      expect(await metadataOf(bytes)).toMatchObject({ space: 'srgb', channels: 3 });
      expect((await cornersOf(bytes))[0]).toBe('red');
    }
  });

  it('in grey, and one of 16 bits for each colour, are published like others', async () => {
    const grey = await grain(300, 200).toColourspace('b-w').jpeg().toBuffer();
    const deep = await grain(300, 200).toColourspace('rgb16').png().toBuffer();
    expect([(await metadataOf(grey)).space, (await metadataOf(deep)).depth]).toEqual(['b-w', 'ushort']);
    for (const photo of [grey, deep]) {
      const { plan, files } = await publishPicture(photo);
      expect(plan.measured.kind).toBe('photo');
      expect(files.size).toBe(3);
    }
  });

  it('of noise that can be seen through is written without choosing 256 colours, which takes seconds', async () => {
    const noise = (width: number) =>
      sharp({
        create: {
          width,
          height: 600,
          channels: 4,
          background: '#0000',
          noise: { type: 'gaussian', mean: 128, sigma: 90 },
        },
      })
        .png()
        .toBuffer();
    const isPalette = async (picture: Buffer) => {
      const { files } = await publishPicture(picture, 'poster');
      return Promise.all([...files.values()].map(async (bytes) => (await metadataOf(bytes)).isPalette ?? false));
    };
    expect([await isPalette(await noise(900)), await isPalette(await noise(200))]).toEqual([[false], [true]]);
  });

  it('with places that can be seen through keeps them, without a colour that stands in', async () => {
    const veil = await grain(200, 100, 4).png().toBuffer();
    const { plan, files } = await publishPicture(veil);
    expect(plan.measured).toMatchObject({ kind: 'photo', fallback: 'png' });
    expect(plan.measured.tone).toBeUndefined();
    for (const [name, bytes] of files) expect((await metadataOf(bytes)).hasAlpha, name).toBe(true);
  });
});

describe('a drawing', () => {
  const svg = (inside: string, size = 'width="48" height="32"') =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inside}</svg>`,
    );

  it('in vectors becomes pixels, twice as many as it is shown with, which can run nothing', async () => {
    const drawing = svg(
      '<script>alert(1)</script><rect width="240" height="160" style="fill: red; filter: none" onload="alert(1)"/><style>rect { stroke: none }</style>',
      'width="240" height="160"',
    );
    const { plan, files } = await publishPicture(drawing);
    expect(plan.measured).toMatchObject({ kind: 'crisp', width: 240, height: 160, pixels: 480 });
    expect([...files.keys()].map((name) => name.split('-').at(-1))).toEqual(['480.webp', '480.png']);
    for (const bytes of files.values()) {
      expect(await metadataOf(bytes)).toMatchObject({ width: 480, height: 320 });
      expect(bytes.includes('alert')).toBe(false);
      expect(await cornersOf(bytes)).toEqual(['red', 'red', 'red', 'red']);
    }
  });

  it('without a size has that of its view box', async () => {
    expect(await measurePicture(svg('<rect width="9" height="9"/>', 'viewBox="0 0 120 80"'))).toMatchObject({
      width: 120,
      height: 80,
    });
  });

  it('of few colours is kept pixel by pixel, and one that is rich in them is not', async () => {
    const few = await fields(upright).png().toBuffer();
    const { plan, files } = await publishPicture(few);
    expect(plan.measured.kind).toBe('crisp');
    const [webp] = files.values();
    expect(await sharp(webp).raw().toBuffer()).toEqual(await sharp(few).raw().toBuffer());
    expect((await measurePicture(await grain(300, 200).png().toBuffer())).kind).toBe('photo');
  });

  it('of the size of an icon stays one small file', async () => {
    const icon = await grain(32, 32).jpeg().toBuffer();
    const { plan, files } = await publishPicture(icon, 'text', 'large');
    expect(plan.measured.kind).toBe('crisp');
    expect([...files.keys()].map((name) => name.split('-').at(-1))).toEqual(['32.webp', '32.png']);
  });
});

describe('an animation', () => {
  it.each(['gif', 'webp'] as const)(
    'in %s keeps its pictures and their pace, and has a still one for who wants no motion',
    async (format) => {
      const bytes = await animation(format);
      const { plan, files } = await publishPicture(bytes);
      expect(plan.measured).toMatchObject({ kind: 'moving', width: 80, height: 40, fallback: format });
      const still = [...files].filter(([name]) => name.includes('-still-'));
      const moving = [...files].filter(([name]) => !name.includes('-still-'));
      expect(still).toHaveLength(1);
      for (const [, one] of still) expect((await metadataOf(one)).pages ?? 1).toBe(1);
      expect(moving).toHaveLength(format === 'gif' ? 2 : 1);
      for (const [name, one] of moving)
        expect(await metadataOf(one), name).toMatchObject({
          pages: 3,
          delay: [100, 200, 300],
          loop: 2,
          width: 80,
          height: 40,
        });
    },
  );

  it('whose file or pixels are many becomes one WebP and a still one, named otherwise than by careful encoding', async () => {
    const light = await publishPicture(await animation('gif', 2, 1000, 500));
    const heavy = await publishPicture(Buffer.concat([await animation('gif', 2, 1000, 500), Buffer.alloc(4_000_000)]));
    const large = await publishPicture(await animation('gif', 9, 1000, 1000));
    const endings = ({ files }: typeof light) => [...files.keys()].map((name) => name.split('-').slice(2).join('-'));
    expect([light, heavy, large].map(endings)).toEqual([
      ['still-960.webp', '650.webp', '1000.webp', '960.gif'],
      ['still-960.webp', '960.webp'],
      ['still-960.webp', '960.webp'],
    ]);
    for (const { plan, files } of [heavy, large]) {
      expect(plan.measured).toMatchObject({ kind: 'moving', fallback: 'webp', isHeavy: true });
      expect(plan.fallback.name).toBe([...files.keys()].at(-1));
    }
    expect((await metadataOf([...large.files.values()].at(-1) ?? Buffer.of())).pages).toBe(9);
  });

  it('is made narrower picture by picture', async () => {
    const { files } = await publishPicture(await animation('gif', 2, 1000, 500));
    const sizes = [];
    for (const [name, bytes] of files) {
      const { width, height, pages = 1 } = await metadataOf(bytes);
      sizes.push([name.split('-').slice(2).join('-'), width, height, pages]);
    }
    expect(sizes).toEqual([
      ['still-960.webp', 960, 480, 1],
      ['650.webp', 650, 325, 2],
      ['1000.webp', 1000, 500, 2],
      ['960.gif', 960, 480, 2],
    ]);
  });
});

describe('every file', () => {
  it('is as wide as its name says, and never wider than the picture', async () => {
    for (const width of [120, 401, 700, 1000, 2200]) {
      const { files } = await publishPicture(
        await grain(width, 60).jpeg({ quality: 50 }).toBuffer(),
        'text',
        'hero',
        'large',
      );
      for (const [name, bytes] of files) {
        const named = Number(/-(\d+)\.\w+$/.exec(name)?.[1]);
        expect((await metadataOf(bytes)).width, name).toBe(named);
        expect(named).toBeLessThanOrEqual(width);
      }
    }
  });

  it('has the same bytes whatever else is made with it, and whenever', async () => {
    const photo = await grain(1500, 400).jpeg().toBuffer();
    const text = await publishPicture(photo);
    const all = await publishPicture(new Uint8Array(photo), 'hero', 'large');
    for (const [name, bytes] of text.files) if (all.files.has(name)) expect(all.files.get(name), name).toEqual(bytes);
    expect([...text.files.keys()].filter((name) => all.files.has(name)).length).toBeGreaterThan(6);
  });
});
