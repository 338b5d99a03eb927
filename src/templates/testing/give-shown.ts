import type { Handler } from '../event-renderer.ts';
import type { ShownBefore } from '../shown-before.ts';
import { handlerOf as givingTexts } from './give-pages.ts';

/** The pages of an event as texts, and the states of what they show. */
export type GivenPages = { readonly texts: ReadonlyMap<string, string>; readonly shown: ReadonlyMap<string, string> };

/** Gives the texts of the pages of an event. */
export const handlerOf = (): Handler<GivenPages> => async (folder, event) => ({
  texts: await givingTexts()(folder, event),
  shown: event.shown,
});

/** Gives "As before" for each page that shows what one of these has shown. */
export const shownBeforeOf = (shown: GivenPages['shown']): ShownBefore => ({
  stateOf: (file) => shown.get(file),
  read: () => Buffer.from('As before'),
});
