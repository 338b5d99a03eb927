import { bareVideo } from './bare-video.ts';
import type { Pictures } from './pictures.ts';
import type { PicturePlan } from './plan.ts';
import { variantsOf } from './plan.ts';
import { chunksAt, fileAt, type MediaPlan, type MediaSource } from './plan-media.ts';
import type { CopyPlan } from './plan-video.ts';

/** The bytes of a published file; those of a video chunk by chunk, and anew whenever somebody asks for them. */
export type MediaBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** All of them at once, for what is small. */
export const wholeBytes = async (bytes: MediaBytes): Promise<Uint8Array> =>
  bytes instanceof Uint8Array ? bytes : Buffer.concat(await Array.fromAsync(bytes));

/** Files that are published together, because they are made from one of the content. */
export type PublishedMedia = {
  /** Path below the content folder of what they are made from. */
  readonly source: string;
  /** The names of the published files. */
  readonly names: readonly string[];
  /** Makes some of them. Rejects, with the name of the source, where that fails. */
  readonly make: (names: ReadonlySet<string>) => Promise<ReadonlyMap<string, MediaBytes>>;
};

/** Everything that plans publish; what several of them need only once. */
export const publishMedia = (
  plans: Iterable<MediaPlan>,
  source: MediaSource,
  pictures: Pictures,
): readonly PublishedMedia[] => {
  const all = [...plans].flatMap((plan) =>
    plan.kind === 'picture'
      ? [encoded(plan, source, pictures)]
      : [
          copied(plan, source),
          ...(plan.kind === 'video' ? plan.tracks.map((track) => copied(track, source)) : []),
          ...(plan.kind === 'video' && plan.poster ? [encoded(plan.poster, source, pictures)] : []),
        ],
  );
  const taken = new Set<string>();
  return all.flatMap((one) => {
    const names = one.names.filter((name) => !taken.has(name));
    for (const name of names) taken.add(name);
    return names.length === 0 ? [] : [{ ...one, names }];
  });
};

const encoded = (plan: PicturePlan, source: MediaSource, pictures: Pictures): PublishedMedia => {
  const variants = variantsOf(plan);
  return {
    source: plan.source,
    names: variants.map(({ name }) => name),
    make: async (names) => {
      const wanted = variants.filter(({ name }) => names.has(name));
      try {
        return await pictures.encode(fileAt(plan.source, source), plan, wanted);
      } catch (fault) {
        throw new Error(`The picture ${plan.source} cannot be encoded: ${String(fault)}`, { cause: fault });
      }
    },
  };
};

const copied = ({ source, name }: CopyPlan, from: MediaSource): PublishedMedia => ({
  source,
  names: [name],
  make: async () => new Map([[name, { [Symbol.asyncIterator]: () => bareVideo(chunksAt(source, from)) }]]),
});
