import { describe, expect, it } from 'vitest';
import type { Cache } from '../core/cache.ts';
import { cachedPictures } from './cached-pictures.ts';
import { planPicture, variantsOf } from './plan.ts';
import { grain } from './testing.ts';

const photo = await grain(500, 300).jpeg().toBuffer();

/** A cache in memory, and how often a picture was read. */
const reading = () => {
  const files = new Map<string, Uint8Array>();
  const cache: Cache = {
    get: async (key) => files.get(key),
    set: async (key, bytes) => void files.set(key, bytes),
  };
  let reads = 0;
  const file = (identity: string | undefined, bytes = photo) => ({
    identity,
    read: async () => {
      reads += 1;
      return bytes;
    },
  });
  const build = async (identity?: string, bytes?: Buffer<ArrayBuffer>) => {
    const pictures = cachedPictures(cache);
    const before = reads;
    const one = file(identity, bytes);
    const plan = planPicture('gala/a.jpg', await pictures.measure(one), new Set(['text']));
    const made = await pictures.encode(one, plan, variantsOf(plan));
    return { plan, made, reads: reads - before };
  };
  return { files, build };
};

describe('kept pictures', () => {
  it('are measured and encoded once, whatever file they come from', async () => {
    const { build, files } = reading();
    const first = await build();
    expect(first.reads).toBe(2);
    const kept = new Map(files);
    const second = await build();
    expect(second.reads).toBe(1);
    expect(second.made).toEqual(first.made);
    expect(new Map(files)).toEqual(kept);
  });

  it('are not even read again where their file says that it is the same', async () => {
    const { build } = reading();
    expect((await build('disk 1')).reads).toBe(2);
    expect((await build('disk 1')).reads).toBe(0);
    expect((await build('disk 2')).reads).toBe(1);
    const other = await grain(400, 300).jpeg().toBuffer();
    expect((await build('disk 3', other)).plan.measured.width).toBe(400);
  });

  it('that are gone from the cache are made again, each file alone', async () => {
    const { build, files } = reading();
    const first = await build('disk 1');
    const [lost] = [...files.keys()].filter((key) => key.endsWith('.avif'));
    files.delete(lost ?? '');
    const second = await build('disk 1');
    expect(second.reads).toBe(1);
    expect(second.made).toEqual(first.made);
  });

  it('lie below the hash of their content', async () => {
    const { build, files } = reading();
    const { plan } = await build('disk 1');
    const { hash } = plan.measured;
    const keys = [...files.keys()].sort();
    expect(keys.filter((key) => key.startsWith('names/'))).toEqual([expect.stringMatching(/^names\/[0-9a-f]{32}$/)]);
    expect(keys.filter((key) => !key.startsWith('names/'))).toEqual(
      ['400.avif', '400.webp', '500.avif', '500.jpg', '500.webp', 'measured-4.json'].map((name) => `${hash}/${name}`),
    );
  });
});
