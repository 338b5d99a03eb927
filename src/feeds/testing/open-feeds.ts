import type { ContentFiles } from '../../core/content-files.ts';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { firstInstant } from '../../core/moment.ts';
import { permalinks } from '../../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../../core/read-archive.ts';
import { finishBody } from '../../markdown/finish-body.ts';
import { parseBody } from '../../markdown/parse-body.ts';
import { documentsOf, historyLinks, historyOfEvent, newestDocument } from '../archive-history.ts';
import type { Feed } from '../feed.ts';
import { feedFiles, historyFiles, type SiteFile } from '../feed-files.ts';
import { feedSlots } from '../feed-items.ts';
import { feedOfArchive, feedsOfEvent } from '../feeds-of.ts';
import { newestOf } from '../newest.ts';

/** The feeds of some content, without a site around them: links within it lead to `/gala/encore/`. */
export const feedsFrom = (content: ContentFiles, options: ReadOptions = {}) => {
  const { archive, diagnostics } = readArchive(content, options);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(formatDiagnostics(errors));
  const { site, events } = archive;
  const to = permalinks(site.url);
  const frame = { site, to };
  const found = () => ({ link: '/gala/encore/' });
  const bodyOf: Parameters<typeof feedSlots>[1]['bodyOf'] = ({ slug: idPrefix, body }) =>
    finishBody(
      parseBody(body, () => {}),
      {
        idPrefix,
        page: to.absolute(to.entry('gala', idPrefix)),
        targets: { document: found, page: found },
        mediaAt: () => undefined,
      },
      () => {},
    );
  const reported = events.map((event) => {
    const slots = feedSlots(event, { ...frame, bodyOf });
    return {
      event,
      slots,
      slug: event.slug,
      documents: documentsOf(slots),
      since: firstInstant(event.starts, event.timezone),
    };
  });
  const ofEvents = new Map(reported.flatMap(({ event, slots }) => [...feedsOfEvent(event, slots, frame)]));
  const older = newestDocument(reported, to);
  const ofArchive: Feed = {
    ...feedOfArchive(
      reported.map(({ slots }) => newestOf(slots)),
      frame,
    ),
    ...(older !== undefined && { older }),
  };
  const files: readonly SiteFile[] = [
    ...feedFiles(ofArchive),
    ...historyLinks(reported, site, to),
    ...[...ofEvents.values()].flatMap((one) => [...feedFiles(one.feed), ...historyFiles(one)]),
    ...reported.flatMap(({ event, slots }) => historyOfEvent(event, slots, frame)),
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
