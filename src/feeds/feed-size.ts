/** How many items a feed holds. */
export const feedSize = 50;
