/**
 * Values of one kind that are kept between builds, by keys that say what each was made from, and by which version of what
 * makes it. What is damaged is as good as not there: everything in a cache can be made again.
 */
export type Cache = {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly set: (key: string, bytes: Uint8Array) => Promise<void>;
};
