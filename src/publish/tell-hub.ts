import type { Site } from '../core/archive.ts';
import { feedFormats } from '../core/feed-formats.ts';
import { permalinks } from '../core/permalinks.ts';

/** What a hub of WebSub is told: its address, and those of the feeds in which something is new. */
export type HubNews = { readonly hub: string; readonly feeds: readonly string[] };

/** What the hub of an archive is told when events have been published, by their slugs; nothing where it names none. */
export const hubNews = ({ hub, url }: Site, events: readonly string[]): HubNews | undefined => {
  if (hub === undefined) return undefined;
  const to = permalinks(url);
  const pages = [to.home(), ...events.map((slug) => to.event(slug))];
  return { hub, feeds: pages.flatMap((page) => feedFormats.map(({ file }) => to.absolute(page + file))) };
};

/** How long a hub may take, in milliseconds. */
const patience = 5000;

/**
 * Tells a hub that feeds have changed. Gives in words why it did not hear of it, if so: readers see the feeds all the same, and
 * ask for them by and by.
 */
export const tellHub = async ({ hub, feeds }: HubNews): Promise<string | undefined> => {
  const body = new URLSearchParams([['hub.mode', 'publish'], ...feeds.map((feed) => ['hub.url', feed])]);
  try {
    const { ok, status } = await fetch(hub, { method: 'POST', body, signal: AbortSignal.timeout(patience) });
    return ok ? undefined : `The hub ${hub} has not taken the news: it answered with ${status}.`;
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
    return `The hub ${hub} has not taken the news: ${cause instanceof Error ? cause.message : String(cause)}.`;
  }
};
