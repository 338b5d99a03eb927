import type { Handler } from '../event-renderer.ts';

/** Gives the texts of the pages of an event. */
export const handlerOf =
  (): Handler<ReadonlyMap<string, string>> =>
  async (_folder, { pages }) => {
    const texts = new Map<string, string>();
    for await (const [path, bytes] of pages) texts.set(path, Buffer.from(bytes).toString());
    return texts;
  };
