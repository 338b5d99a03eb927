/** The bytes of a file, piece by piece. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
