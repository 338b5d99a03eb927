import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { encodeSettings } from '../../../../src/media/encode.ts';
import { freshPictures } from '../../../../src/media/pictures.ts';
import { type PicturePlan, planPicture, type Variant, variantsOf } from '../../../../src/media/plan.ts';
import { makeMedia } from '../../../../src/templates/make-media.ts';

/** The ways in which the same files are made of the same pictures. */
export type Way = 'recapsule' | 'each' | 'once';

/**
 * Encodes every picture of a folder as a text shows it; `formats` is `all` or one of them. `recapsule` is what a build does,
 * without pages and without keeping anything. `each` is the bare loop: each file made from the picture's. `once` decodes a
 * picture once for all of them.
 */
export const encodeFolder = async (way: string, formats: string, source: string, target: string): Promise<void> => {
  await mkdir(target, { recursive: true });
  const names = (await readdir(source)).filter((name) => name.endsWith('.jpg')).sort();
  const isWanted = ({ format }: Variant): boolean => formats === 'all' || format === formats;
  if (way === 'recapsule') await likeRecapsule(names, isWanted, source, target);
  else await bareLoop(names, isWanted, way === 'once', source, target);
};

type IsWanted = (variant: Variant) => boolean;

const likeRecapsule = async (names: readonly string[], isWanted: IsWanted, source: string, target: string) => {
  const plans = names.map(async (name) => {
    const file = { read: () => readFile(join(source, name)), identity: undefined };
    const plan = planPicture(name, await freshPictures.measure(file), new Set(['text']));
    const variants = variantsOf(plan).filter(isWanted);
    const make = () => freshPictures.encode(file, plan, variants);
    return { source: name, names: variants.map((variant) => variant.name), make };
  });
  await makeMedia(
    await Promise.all(plans),
    () => true,
    (name, bytes) => writeFile(join(target, name), bytes),
  );
};

const bareLoop = async (
  names: readonly string[],
  isWanted: IsWanted,
  once: boolean,
  source: string,
  target: string,
) => {
  sharp.concurrency(1);
  const waiting = names.values();
  const work = async (): Promise<void> => {
    for (const name of waiting) {
      const { width, height } = (await sharp(join(source, name)).metadata()).autoOrient;
      const plan = planPicture(name, photoOf(width, height), new Set(['text']));
      const open = once ? await decoded(join(source, name)) : () => sharp(join(source, name)).autoOrient();
      const variants = variantsOf(plan).filter(isWanted);
      await Promise.all(
        variants.map((variant) =>
          encodeSettings(open().resize(variant.width), variant, 'photo').toFile(join(target, variant.name)),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
};

const photoOf = (width: number, height: number): PicturePlan['measured'] => ({
  kind: 'photo',
  hash: '0'.repeat(64),
  width,
  height,
  pixels: width,
  fallback: 'jpeg',
});

const decoded = async (path: string) => {
  const picture = sharp(path).autoOrient().resize({ width: 1920, withoutEnlargement: true });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return () => sharp(data, { raw });
};
