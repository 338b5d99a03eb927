import { createHash } from 'node:crypto';
import type { Shelf } from '../core/shelf.ts';
import { encodePicture } from './encode.ts';
import { encoding } from './limits.ts';
import { measurePicture, pictureHash } from './measure.ts';
import type { Measured } from './measured.ts';
import type { Pictures } from './pictures.ts';
import { type Variant, variantKey } from './plan.ts';

/** Measures and encodes each picture once: what came of it is kept by the hash of its content and of the settings. */
export const keptPictures = (shelf: Shelf): Pictures => ({
  measure: async ({ read, identity }) => {
    const short = identity === undefined ? undefined : `names/${digestOf(identity)}`;
    const known = short === undefined ? undefined : asText(await shelf.get(short));
    const before = known === undefined ? undefined : await measuredOf(shelf, known);
    if (before) return before;
    const bytes = await read();
    const hash = pictureHash(bytes);
    const kept = await measuredOf(shelf, hash);
    const measured = kept ?? (await measurePicture(bytes));
    if (!kept) await shelf.set(measuredKey(hash), Buffer.from(JSON.stringify(measured)));
    if (short !== undefined) await shelf.set(short, Buffer.from(hash));
    return measured;
  },
  encode: async ({ read }, plan, variants) => {
    const found = new Map<string, Uint8Array>();
    for (const variant of variants) {
      const kept = await shelf.get(encodedKey(plan.measured.hash, variant));
      if (kept) found.set(variant.name, kept);
    }
    const missing = variants.filter(({ name }) => !found.has(name));
    if (missing.length === 0) return found;
    const encoded = await encodePicture(await read(), plan, missing);
    for (const variant of missing) {
      const bytes = encoded.get(variant.name);
      if (!bytes) throw new Error(`The picture ${variant.name} has not been made.`);
      await shelf.set(encodedKey(plan.measured.hash, variant), bytes);
      found.set(variant.name, bytes);
    }
    return found;
  },
});

/** Below which key everything is kept of the picture with a hash. */
export const folderOfPicture = (hash: string): string => `${hash.slice(0, 2)}/${hash.slice(2, 34)}`;

const measuredKey = (hash: string): string => `${folderOfPicture(hash)}/measured-3.json`;

const encodedKey = (hash: string, variant: Variant): string => `${folderOfPicture(hash)}/${variantKey(variant)}`;

const measuredOf = async (shelf: Shelf, hash: string): Promise<Measured | undefined> => {
  const text = asText(await shelf.get(measuredKey(hash)));
  return text === undefined ? undefined : (JSON.parse(text) as Measured);
};

const asText = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('utf8');

/** What a file was called says nothing of how it is encoded now. */
const digestOf = (identity: string): string =>
  createHash('sha256').update(encoding).update(identity).digest('hex').slice(0, 32);
