import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../scripts/testing/processor-time.ts';
import { root } from '../io/settings.ts';
import { encoding } from './limits.ts';
import { measurePicture } from './measure.ts';
import { animation, fields, grain, upright } from './testing.ts';

/** A GIF that claims a size, with pictures of 10 × 10 pixels in it. */
const claimingGif = (width: number, height: number, frames: number): Buffer => {
  const head = Buffer.from('47494638396100000000800000ffffff000000', 'hex');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const frame = Buffer.from('21f904000a0000002c000000000a000a000002088c8fa9cbed0f632b00', 'hex');
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from(';')]);
};

/** A PNG whose header claims a size, and which has next to nothing in it. */
const claimingPng = (width: number, height: number, interlaced = 0): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, interlaced], 8);
  const header = chunk('IHDR', size);
  header.writeUInt32BE(crc32(header.subarray(4, -4)), header.length - 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    header,
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
  ]);
};

/** The checksum of PNG (ISO/IEC 15948, annex D). */
const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};

const svg = (inside: string, size = 'width="99" height="99"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);

describe('what is measured', () => {
  it('is the size, the kind, the colour that stands in, and a hash that tells it from others', async () => {
    const photo = await grain(640, 480).jpeg({ quality: 80 }).toBuffer();
    expect(await measurePicture(photo)).toEqual({
      kind: 'photo',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      width: 640,
      height: 480,
      pixels: 640,
      fallback: 'jpeg',
      tone: 'tone r2 g2 b2',
    });
    const again = await grain(640, 480).jpeg({ quality: 81 }).toBuffer();
    expect((await measurePicture(again)).hash).not.toBe((await measurePicture(photo)).hash);
    expect(await measurePicture(new Uint8Array(photo))).toEqual(await measurePicture(photo));
  });

  it('is colour, in each channel to the nearest of six', async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 90, height: 90, channels: 3, background } })
        .png()
        .toBuffer();
    expect((await measurePicture(await plain('#ff6600'))).tone).toBe('tone r5 g2 b0');
    expect((await measurePicture(await plain('#000'))).tone).toBe('tone r0 g0 b0');
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s is read', async (format) => {
    expect(await measurePicture(await fields(upright).toFormat(format).toBuffer())).toMatchObject({
      width: 120,
      height: 80,
    });
  });
});

describe('a picture that cannot be published', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a picture')],
    ['the pointer of a large file', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n')],
    ['a page', Buffer.from('<!doctype html><title>404</title>')],
    ['the first bytes of a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a drawing that ends early', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect')],
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n')],
    [
      'a picture behind a script',
      Buffer.concat([Buffer.from('<script>alert(1)</script>'), Buffer.from('\xff\xd8\xff\xe0', 'latin1')]),
    ],
  ])('is refused when it is measured: %s', async (_, bytes) => {
    await expect(measurePicture(bytes)).rejects.toThrow();
  });

  it.each([
    ['HTML', '<foreignObject width="9" height="9"><p>Sales</p></foreignObject>', /foreignObject/],
    ['another file', '<image xlink:href="a.jpg" width="9" height="9"/>', /another file/],
    ['one from elsewhere', '<image href="https://evil.example/x.png" width="9" height="9"/>', /another file/],
  ])('is refused as a drawing of which a part would be missing: %s', async (_, inside, why) => {
    const drawing = Buffer.from(
      svg(inside).toString().replace('<svg ', '<svg xmlns:xlink="http://www.w3.org/1999/xlink" '),
    );
    await expect(measurePicture(drawing)).rejects.toMatchObject({
      message: expect.stringMatching(why),
      cure: expect.stringContaining('PNG'),
    });
  });

  it('is refused as a drawing that does not say how large it is', async () => {
    await expect(measurePicture(svg('<rect width="9" height="9"/>', ''))).rejects.toThrow('how large it is');
  });

  it('may be a drawing with text, which is known, and with a picture in it', async () => {
    const dot = (await grain(4, 4).png().toBuffer()).toString('base64');
    expect(await measurePicture(svg('<text y="50">Sales</text>'))).toMatchObject({ hasText: true });
    expect(
      await measurePicture(svg(`<image href="data:image/png;base64,${dot}" width="9" height="9"/>`)),
    ).not.toHaveProperty('hasText');
  });

  it('is refused as a PNG that moves', async () => {
    const still = await grain(30, 20).png().toBuffer();
    const at = still.indexOf('IDAT') - 4;
    const control = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)]);
    const moving = Buffer.concat([still.subarray(0, at), control, still.subarray(at)]);
    await expect(measurePicture(moving)).rejects.toThrow('animated PNG');
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'is refused where it breaks off: half a %s',
    async (format) => {
      const bytes = await grain(300, 300).toFormat(format).toBuffer();
      await expect(measurePicture(bytes.subarray(0, bytes.length / 2))).rejects.toThrow();
    },
  );

  it('is refused where it breaks off in its last picture', async () => {
    const bytes = await animation('webp', 6, 200, 100);
    await expect(measurePicture(bytes.subarray(0, Math.floor(bytes.length * 0.7)))).rejects.toThrow();
  });

  it('is refused by its header alone where it claims to be huge', async () => {
    const started = processorTime();
    await expect(measurePicture(claimingPng(40_000, 40_000))).rejects.toThrow(
      '40,000 × 40,000 pixels are more than 150 million',
    );
    expect(processorTime() - started).toBeLessThan(soon(2000));
  });

  it('may have fewer pixels where each takes longer to decode', async () => {
    await expect(measurePicture(claimingPng(10_000, 4000, 1))).rejects.toThrow(
      '10,000 × 4,000 pixels are more than 37 million of a progressive or interlaced picture',
    );
    const large = sharp({ create: { width: 8100, height: 4000, channels: 3, background: 'red' } });
    await expect(measurePicture(await large.webp({ effort: 0 }).toBuffer())).rejects.toThrow(
      '8,100 × 4,000 pixels are more than 32 million of WebP',
    );
    const photo = sharp({ create: { width: 5000, height: 2600, channels: 3, background: 'red' } });
    await expect(measurePicture(await photo.avif({ effort: 0 }).toBuffer())).rejects.toThrow(
      '5,000 × 2,600 pixels are more than 12.5 million of AVIF',
    );
  });

  it('is an animation that would take seconds to encode, by its pixels, pictures or bytes, with the command for a video', async () => {
    const faultOf = (bytes: Uint8Array) => measurePicture(bytes).catch((fault: unknown) => fault);
    const made = (width: number) =>
      `Make a video of it with "ffmpeg -i {picture} -vf scale=${width}:-2 -pix_fmt yuv420p -movflags +faststart {video}", and show that.`;
    expect(await faultOf(claimingGif(2000, 2000, 11))).toMatchObject({
      message: '2,000 × 2,000 pixels in 11 pictures are more than 40 million',
      cure: made(1280),
    });
    expect(await faultOf(claimingGif(481, 10, 1001))).toMatchObject({
      message: 'an animation of more than 1,000 pictures',
      cure: made(480),
    });
    expect(await faultOf(Buffer.concat([claimingGif(10, 10, 2), Buffer.alloc(40_000_000)]))).toMatchObject({
      message: '41 MB are more than 40 of an animation',
      cure: made(10),
    });
    expect(await faultOf(Buffer.concat([await animation('webp'), Buffer.alloc(12_000_000)]))).toMatchObject({
      message: '13 MB are more than 12 of an animation',
      cure: 'Export it as a video, and show that.',
    });
  });

  it('is published less wide where it is so high that its files would take long', async () => {
    const widthOf = async (width: number, height: number) =>
      (
        await measurePicture(
          await sharp({ create: { width, height, channels: 3, background: 'red' } })
            .jpeg()
            .toBuffer(),
        )
      ).pixels;
    expect(await widthOf(1920, 3413)).toBe(1920);
    expect(await widthOf(1900, 9500)).toBe(1145);
    expect(await widthOf(3413, 1920)).toBe(3413);
  });

  it('is refused where its file holds more than takes some seconds to decode', async () => {
    const small = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
      .avif()
      .toBuffer();
    await expect(measurePicture(Buffer.concat([small, Buffer.alloc(9_000_000)]))).rejects.toThrow(
      '10 MB are more than 8 of AVIF',
    );
    const webp = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
      .webp()
      .toBuffer();
    await expect(measurePicture(Buffer.concat([webp, Buffer.alloc(60_000_000)]))).rejects.toThrow(
      '61 MB are more than 60 of WebP',
    );
  });

  it('is refused where it is a strip that no page can show', async () => {
    const strip = await sharp({ create: { width: 20, height: 8000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    await expect(measurePicture(strip)).rejects.toThrow('20 × 8,000 pixels are more than 10 times as high as wide');
  });

  it.each([
    ['heic', 'it is a HEIC photo, which cannot be read here'],
    ['hevx', 'it is a HEIC photo, which cannot be read here'],
  ])('is refused with its name where a phone made it: %s', async (brand, message) => {
    const bytes = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftyp${brand}\0\0\0\0mif1`, 'latin1'),
      Buffer.alloc(64),
    ]);
    await expect(measurePicture(bytes)).rejects.toThrow(message);
  });

  it('is refused where browsers do not show it', async () => {
    await expect(measurePicture(await fields(upright).tiff().toBuffer())).rejects.toThrow(
      'pictures of the format tiff cannot be published',
    );
  });

  it('is refused where its entities would multiply, or bring in other files', async () => {
    const laughs = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join('');
    const bomb = `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]><svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text>&l12;</text></svg>`;
    await expect(measurePicture(Buffer.from(bomb))).rejects.toThrow();
    const plain = svg('<text y="50">x</text>');
    const foreign = Buffer.from(
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="50">&x;</text></svg>',
    );
    const drawn = await sharp(foreign)
      .raw()
      .toBuffer()
      .catch(() => undefined);
    if (drawn) expect(drawn).toEqual(await sharp(svg('<text y="50"></text>')).raw().toBuffer());
    expect(await sharp(plain).raw().toBuffer()).toBeDefined();
  });
});

it('names pictures anew when sharp is another', () => {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  expect(encoding).toMatch(new RegExp(`^sharp ${dependencies.sharp.replaceAll('.', '\\.')}, \\d+$`));
});
