import type { Handler } from '../event-renderer.ts';
import type { ShownBefore } from '../shown-before.ts';

/** The pages of an event as texts, and the states of what they show. */
export type GivenPages = { readonly texts: ReadonlyMap<string, string>; readonly shown: ReadonlyMap<string, string> };

/** Gives the texts of the pages of an event. */
export const handlerOf =
  (): Handler<GivenPages> =>
  async (_folder, { pages, shown }) => ({
    texts: new Map([...pages].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
    shown,
  });

/** Gives "As before" for each page that shows what one of these has shown. */
export const shownBeforeOf = (shown: GivenPages['shown']): ShownBefore => ({
  stateOf: (file) => shown.get(file),
  read: () => Buffer.from('As before'),
});
