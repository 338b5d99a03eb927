import { describe, expect, it } from 'vitest';
import { bareVideo } from './bare-video.ts';
import { box, longBox } from './testing/film.ts';

const start = box('ftyp', 'isom\0\0\0\0');
const place = box('udta', box('\xa9xyz', '+30.2741+120.1551/'));
const device = box('meta', '\0\0\0\0', box('ilst', 'Camera-Maker 4711'));

describe('an MP4', () => {
  it('loses the place, the device and what programs wrote, and nothing else moves', () => {
    const track = box('trak', box('tkhd', 'track'), place, box('mdia', 'samples'));
    const film = Buffer.concat([
      start,
      box('moov', box('mvhd', 'head'), track, place, device),
      box('uuid', 'somebody'),
      box('mdat', 'film'),
    ]);
    const bare = Buffer.from(bareVideo(film));
    expect(bare).toHaveLength(film.length);
    for (const trace of ['120.1551', 'Camera-Maker', 'somebody', 'udta', 'meta', 'uuid'])
      expect(bare.includes(Buffer.from(trace, 'latin1')), trace).toBe(false);
    for (const kept of ['head', 'track', 'samples', 'film']) expect(bare.indexOf(kept)).toBe(film.indexOf(kept));
    expect(bareVideo(bare)).toEqual(bare);
  });

  it('may have its film before its head, and boxes of any length', () => {
    const film = Buffer.concat([start, longBox('mdat', Buffer.from('udta in the film')), longBox('moov', place)]);
    const bare = Buffer.from(bareVideo(film));
    expect(bare.includes('udta in the film')).toBe(true);
    expect(bare.includes('120.1551')).toBe(false);
  });

  it('that is damaged comes back as far as it can be read', () => {
    const film = Buffer.concat([start, box('moov', place), Buffer.from([0, 0, 0, 3, 1, 2, 3, 4, 5])]);
    expect(Buffer.from(bareVideo(film)).includes('120.1551')).toBe(false);
    const claiming = Buffer.concat([start, Buffer.from([255, 255, 255, 255]), Buffer.from('moov')]);
    expect(bareVideo(claiming)).toEqual(claiming);
  });
});

it('other files come back as they are', () => {
  const webm = Buffer.from('1a45dfa3ff', 'hex');
  expect(bareVideo(webm)).toBe(webm);
});
