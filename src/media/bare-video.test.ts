import { describe, expect, it } from 'vitest';
import { bareVideo } from './bare-video.ts';
import { box, longBox } from './testing/film.ts';

const start = box('ftyp', 'isom\0\0\0\0');
const place = box('udta', box('\xa9xyz', '+30.2741+120.1551/'));
const device = box('meta', '\0\0\0\0', box('ilst', 'Camera-Maker 4711'));

/** The bytes of a video without what it tells, read in chunks of some length. */
const bareOf = async (film: Buffer, length = film.length): Promise<Buffer> => {
  const chunks = Array.from({ length: Math.ceil(film.length / length) }, (_, index) =>
    film.subarray(index * length, (index + 1) * length),
  );
  return Buffer.concat(await Array.fromAsync(bareVideo(chunks)));
};

describe('an MP4', () => {
  it('loses the place, the device and what programs wrote, and nothing else moves', async () => {
    const track = box('trak', box('tkhd', 'track'), place, box('mdia', 'samples'));
    const film = Buffer.concat([
      start,
      box('moov', box('mvhd', 'head'), track, place, device),
      box('uuid', 'somebody'),
      box('mdat', 'film'),
    ]);
    const bare = await bareOf(film);
    expect(bare).toHaveLength(film.length);
    for (const trace of ['120.1551', 'Camera-Maker', 'somebody', 'udta', 'meta', 'uuid'])
      expect(bare.includes(Buffer.from(trace, 'latin1')), trace).toBe(false);
    for (const kept of ['head', 'track', 'samples', 'film']) expect(bare.indexOf(kept)).toBe(film.indexOf(kept));
    expect(await bareOf(bare)).toEqual(bare);
  });

  it('may have its film before its head, and boxes of any length', async () => {
    const film = Buffer.concat([start, longBox('mdat', Buffer.from('udta in the film')), longBox('moov', place)]);
    const bare = await bareOf(film);
    expect(bare.includes('udta in the film')).toBe(true);
    expect(bare.includes('120.1551')).toBe(false);
  });

  it('is the same in whatever chunks it is read, none of which is changed', async () => {
    const film = Buffer.concat([
      start,
      box('moov', longBox('trak', place), device, longBox('meta', place)),
      box('mdat', 'film'),
    ]);
    const before = Buffer.from(film);
    const bare = await bareOf(film);
    expect(bare.includes('120.1551')).toBe(false);
    for (let length = 1; length < film.length; length += 1)
      expect(await bareOf(film, length), `${length}`).toEqual(bare);
    expect(film).toEqual(before);
  });

  it('may have a last box without a size, which goes on to the end', async () => {
    const endless = box('uuid', 'somebody');
    endless.writeUInt32BE(0);
    const film = Buffer.concat([start, endless]);
    const bare = await bareOf(film, 5);
    expect(bare).toEqual(Buffer.concat([start, Buffer.from('\0\0\0\0free'), Buffer.alloc('somebody'.length)]));
  });

  it('that is damaged comes back as far as it can be read', async () => {
    const film = Buffer.concat([start, box('moov', place), Buffer.from([0, 0, 0, 3, 1, 2, 3, 4, 5])]);
    expect((await bareOf(film)).includes('120.1551')).toBe(false);
    const claiming = Buffer.concat([start, Buffer.from([255, 255, 255, 255]), Buffer.from('moov')]);
    expect(await bareOf(claiming)).toEqual(claiming);
  });
});

it('other files come back as they are', async () => {
  for (const file of [Buffer.from('1a45dfa3ff', 'hex'), Buffer.concat([Buffer.from('WEBVTT\n\n'), place])])
    expect(await bareOf(file)).toEqual(file);
});
