import type { ContentFiles } from '../../core/content-files.ts';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { permalinks } from '../../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../../core/read-archive.ts';
import { finishBody } from '../../markdown/finish-body.ts';
import { parseBody } from '../../markdown/parse-body.ts';
import {
  archiveDocumentFiles,
  archiveDocuments,
  candidatesOf,
  feedOfArchive,
  type ItemPlace,
  inArchiveFeed,
} from '../archive-feed.ts';
import { type FeedOutline, feedOutlineOf } from '../feed.ts';
import { feedFiles, historyFiles } from '../feed-files.ts';
import { feedSlots, itemsForArchive } from '../feed-items.ts';
import { feedsOfEvent } from '../feeds-of.ts';
import { pastOf } from '../newest.ts';
import type { SiteFile } from '../site-file.ts';

/** The feeds of some content, without a site around them: links within it lead to `/gala/encore/`. */
export const feedsFrom = (content: ContentFiles, options: ReadOptions = {}) => {
  const { archive, diagnostics } = readArchive(content, options);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(formatDiagnostics(errors));
  const { site, events } = archive;
  const to = permalinks(site.url);
  const frame = { site, to };
  const found = () => ({ link: '/gala/encore/' });
  const bodyOf: Parameters<typeof feedSlots>[1]['bodyOf'] = (text) =>
    finishBody(
      parseBody(text, () => {}),
      {
        idPrefix: 'text',
        page: to.absolute(to.entry('gala', 'text')),
        targets: { document: found, page: found },
        mediaAt: () => undefined,
      },
      () => {},
    );
  const reported = events.map((event) => {
    const source = { ...frame, bodyOf };
    const slots = feedSlots(event, source);
    const items = itemsForArchive(event, slots, source);
    return {
      event,
      slots,
      slug: event.slug,
      items: candidatesOf(items),
      outlines: pastOf(items).map(feedOutlineOf),
      ...inArchiveFeed(items),
    };
  });
  const ofEvents = new Map(reported.flatMap(({ event, slots }) => [...feedsOfEvent(event, slots, frame)]));
  const past = reported.reduce((sum, { placed }) => sum + placed.length, 0);
  const ofArchive = feedOfArchive(reported, past, frame);
  const outlines = new Map(reported.map((one) => [one.slug, one.outlines]));
  const outlineAt = ({ event, index }: ItemPlace): FeedOutline => {
    const outline = outlines.get(event)?.[index];
    if (!outline) throw new Error(`There is no item ${index} of ${event}.`);
    return outline;
  };
  const files: readonly SiteFile[] = [
    ...feedFiles(ofArchive),
    ...archiveDocumentFiles(archiveDocuments(reported), outlineAt, frame),
    ...[...ofEvents.values()].flatMap((one) => [...feedFiles(one.feed), ...historyFiles(one)]),
  ];
  return { to, ofArchive, ofEvents, files };
};

/** The texts of the files of all feeds, by path. */
export const textsFrom = async (
  content: ContentFiles,
  options: ReadOptions = {},
): Promise<ReadonlyMap<string, string>> => {
  const { files } = feedsFrom(content, options);
  return new Map(await Promise.all(files.map(async ({ path, print }) => [path, await print()] as const)));
};
