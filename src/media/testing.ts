import sharp from 'sharp';
import { encodePicture } from './encode.ts';
import type { DisplayPlace } from './ladder.ts';
import { measurePicture } from './measure.ts';
import { type PicturePlan, planPicture, variantsOf } from './plan.ts';

/** A picture as it is published: its plan, and its files by name. */
type PublishedPicture = { readonly plan: PicturePlan; readonly files: ReadonlyMap<string, Buffer> };

/** Publishes the bytes of a picture for some places; a text if none is said. */
export const publishPicture = async (
  bytes: Uint8Array,
  ...places: readonly DisplayPlace[]
): Promise<PublishedPicture> => {
  const measured = await measurePicture(bytes);
  const plan = planPicture('gala/stage.jpg', measured, new Set(places.length === 0 ? ['text'] : places));
  const files = await encodePicture(bytes, plan, variantsOf(plan));
  return { plan, files: new Map([...files].map(([name, file]) => [name, Buffer.from(file)])) };
};

type Colour = 'red' | 'lime' | 'blue' | 'yellow';

/** The size of a picture of four fields. */
export const [fieldsWidth, fieldsHeight] = [120, 80] as const;

/** A picture of four fields: top left, top right, bottom left, bottom right. */
export const fields = ([topLeft, topRight, bottomLeft, bottomRight]: readonly Colour[]) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${fieldsWidth}" height="${fieldsHeight}">
        <rect width="60" height="40" fill="${topLeft}"/><rect x="60" width="60" height="40" fill="${topRight}"/>
        <rect y="40" width="60" height="40" fill="${bottomLeft}"/><rect x="60" y="40" width="60" height="40" fill="${bottomRight}"/>
      </svg>`,
    ),
  ).flatten();

export const upright: readonly Colour[] = ['red', 'lime', 'blue', 'yellow'];

/** The colours at the corners of a picture, in the same order. */
export const cornersOf = async (bytes: Uint8Array): Promise<(Colour | 'other')[]> => {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): Colour | 'other' => {
    const [r = 0, g = 0, b = 0] = data.subarray((y * info.width + x) * info.channels);
    return r > 128 ? (g > 128 ? 'yellow' : 'red') : g > 128 ? 'lime' : b > 128 ? 'blue' : 'other';
  };
  const [right, bottom] = [info.width - 9, info.height - 9];
  return [at(8, 8), at(right, 8), at(8, bottom), at(right, bottom)];
};

/** Grain of a size, which no format can leave out: the same at every run. */
export const grain = (width: number, height: number, channels: 3 | 4 = 3) => {
  let state = 1;
  const noise = Uint8Array.from({ length: width * height * channels }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 64 + (state >>> 25);
  });
  return sharp(noise, { raw: { width, height, channels } });
};

/** An animation of so many pictures in grey, each shown for another time. */
export const animation = (format: 'gif' | 'webp', frames = 3, width = 80, height = 40): Promise<Buffer> => {
  const pictures = Array.from({ length: frames }, (_, frame) => Buffer.alloc(width * height * 3, frame * 80));
  const raw = { width, height: height * frames, channels: 3, pageHeight: height } as const;
  const delay = Array.from({ length: frames }, (_, frame) => 100 * (frame + 1));
  return sharp(Buffer.concat(pictures), { raw })[format]({ delay, loop: 2 }).toBuffer();
};
