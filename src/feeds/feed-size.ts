/** How many items a feed holds, and each document with older ones. */
export const feedSize = 50;

/** How many bytes a feed may take, in whatever format. */
export const feedBytes = 512_000;
