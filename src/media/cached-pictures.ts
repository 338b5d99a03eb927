import { createHash } from 'node:crypto';
import type { Cache } from '../core/cache.ts';
import { encodePicture } from './encode.ts';
import { encoding } from './limits.ts';
import { measurePicture, pictureHash } from './measure.ts';
import { type Measured, measuredSchema } from './measured.ts';
import type { Pictures } from './pictures.ts';
import { type Variant, variantKey } from './plan.ts';

/** Measures and encodes each picture once: what came of it is kept by the hash of its content and of the settings. */
export const cachedPictures = (cache: Cache): Pictures => ({
  measure: async ({ read, identity }) => {
    const short = identity === undefined ? undefined : `names/${digestOf(identity)}`;
    const [known, file] = (short === undefined ? undefined : asText(await cache.get(short)))?.split(' ') ?? [];
    const before = known === undefined ? undefined : await measuredOf(cache, known);
    if (before && file !== undefined) return { ...before, sha512: file };
    const bytes = await read();
    const hash = pictureHash(bytes);
    const sha512 = createHash('sha512').update(bytes).digest('hex');
    const kept = await measuredOf(cache, hash);
    const measured = kept ?? (await measurePicture(bytes));
    if (!kept) await cache.set(measuredKey(hash), Buffer.from(JSON.stringify(measured)));
    // Two drawings that are drawn alike may be different files.
    if (short !== undefined) await cache.set(short, Buffer.from(`${hash} ${sha512}`));
    return { ...measured, sha512 };
  },
  encode: async ({ read }, plan, variants) => {
    const found = new Map<string, Uint8Array>();
    for (const variant of variants) {
      const kept = await cache.get(encodedKey(plan.measured.hash, variant));
      if (kept) found.set(variant.name, kept);
    }
    const missing = variants.filter(({ name }) => !found.has(name));
    if (missing.length === 0) return found;
    const encoded = await encodePicture(await read(), plan, missing);
    for (const variant of missing) {
      const bytes = encoded.get(variant.name);
      if (!bytes) throw new Error(`The picture ${variant.name} has not been made.`);
      await cache.set(encodedKey(plan.measured.hash, variant), bytes);
      found.set(variant.name, bytes);
    }
    return found;
  },
});

const measuredKey = (hash: string): string => `${hash}/measured-4.json`;

const encodedKey = (hash: string, variant: Variant): string => `${hash}/${variantKey(variant)}`;

const measuredOf = async (cache: Cache, hash: string): Promise<Measured | undefined> => {
  const text = asText(await cache.get(measuredKey(hash)));
  return text === undefined ? undefined : measuredSchema.safeParse(JSON.parse(text)).data;
};

const asText = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('utf8');

/** What a file was called says nothing of how it is encoded now. */
const digestOf = (identity: string): string =>
  createHash('sha256').update(encoding).update(identity).digest('hex').slice(0, 32);
