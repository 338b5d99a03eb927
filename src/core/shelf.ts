/** Where files are kept between builds, by keys with `/`. What is damaged is as good as not there. */
export type Shelf = {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly set: (key: string, bytes: Uint8Array) => Promise<void>;
};
