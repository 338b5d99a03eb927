import { describe, expect, it } from 'vitest';
import { gifFrames } from './gif-frames.ts';

/** A GIF of 10 × 10 pixels that repeats for ever. */
const aGif = (frames: number): Uint8Array => {
  const head = Buffer.from('4749463839610a000a00800000ffffff00000021ff0b4e45545343415045322e300301000000', 'hex');
  const frame = Buffer.from('21f904000a0000002c000000000a000a000002088c8fa9cbed0f632b00', 'hex');
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from('3b', 'hex')]);
};

describe('the pictures of a GIF', () => {
  it.each([0, 1, 300])('are counted without decoding them: %i', (frames) => {
    expect(gifFrames(aGif(frames), 1000)).toBe(frames);
  });

  it('are counted no further than there may be', () => {
    expect(gifFrames(aGif(60_000), 1000)).toBe(1001);
  });

  it('are none in another file, and as many as there are in one that breaks off', () => {
    expect(gifFrames(Buffer.from('RIFF....WEBP'), 1000)).toBe(0);
    expect(gifFrames(aGif(3).subarray(0, 80), 1000)).toBe(2);
  });
});
