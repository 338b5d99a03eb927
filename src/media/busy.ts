/** A picture that has been decoded: the channels of each pixel, row by row. */
export type Raw = {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
};

/**
 * Above these limits of `noiseOf`, encoding a picture as well as others takes many times as long. Photographs of gravel, grass or crowds
 * differ by 20, noise by 85, and a photograph is decoded to at most 6.6 megapixels. What can be seen through becomes a PNG as well, whose
 * colours have to be chosen; above `noise` they are not.
 */
export const busy = { opaque: 66, transparent: 20, noise: 40 } as const;

/** Looked at are every third column and every seventh row: enough to tell, in some milliseconds. */
const [column, row] = [3, 7];

/** How much a picture differs from pixel to pixel: the mean difference of neighbours, from 0 to 255, times the megapixels. */
export const noiseOf = ({ data, width, height, channels }: Raw): number => {
  const sums = Array.from({ length: channels }, () => 0);
  let count = 0;
  for (let y = 0; y + 1 < height; y += row)
    for (let x = 0; x + 1 < width; x += column) {
      const at = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const own = data[at + channel] ?? 0;
        const right = data[at + channel + channels] ?? 0;
        const below = data[at + channel + width * channels] ?? 0;
        sums[channel] = (sums[channel] ?? 0) + Math.abs(own - right) + Math.abs(own - below);
      }
      count += 2;
    }
  return count > 0 ? (Math.max(...sums) / count) * ((width * height) / 1e6) : 0;
};
