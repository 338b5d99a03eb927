import type { Handler } from '../event-renderer.ts';

/** Gives the texts of the pages of an event. */
export const handlerOf =
  (): Handler<ReadonlyMap<string, string>> =>
  async (_folder, { pages }) =>
    new Map([...pages].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
