import { relative, sep } from 'node:path';
import { isUnexpected } from '../core/unexpected-fault.ts';
import { diskSource } from '../io/content-source.ts';
import { pathFromHere } from '../io/path-from-here.ts';
import { beginRendering } from '../templates/begin-rendering.ts';
import { ContentRefused } from '../views/content-refused.ts';
import { faultPage } from './fault-page.ts';
import { type MediaFolder, mediaFolder } from './media-folder.ts';
import { openTabs } from './open-tabs.ts';
import { ownAnswers, withReload } from './reload.ts';
import { reportNews } from './report-news.ts';
import type { ServedFile, ServedSite } from './served-site.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';

/** A site as it is shown while it is written. */
type Development = {
  readonly site: ServedSite;
  /** Shows everything as it is now. These paths have changed since the last time. */
  readonly refresh: (changed: readonly string[]) => Promise<void>;
  readonly stop: () => void;
};

/** Shows the content of a folder while it is written. What is wrong with it is printed, and shown in the place of pages. */
export const developmentOf = (folder: string, print: (text: string) => void): Development => {
  const [media, tabs, pathOf, report] = [mediaFolder(), openTabs(), pathFromHere(folder), reportNews(print)];
  const started = Date.now().toString(36);
  const first = Promise.withResolvers<Snapshot>();
  // Whoever asks hears of it; where nobody does, nothing has gone wrong.
  first.promise.catch(() => {});
  let shown = first.promise;
  let last: Snapshot | undefined;
  let changes = new Set<string>();
  let state = 0;
  const stateName = (): string => `${started}.${state}`;
  const tellWhatIsWrong = async (): Promise<void> => {
    const own = state;
    const isNewest = (): boolean => state === own;
    const found = await (await shown).diagnostics(isNewest);
    if (isNewest()) report(found.map((one) => ({ ...one, file: pathOf(one.file) })));
  };
  let said = '';
  const complain = (fault: unknown): void => {
    const message = messageOf(fault);
    if (message !== said) print(message);
    said = message;
  };
  const explain = (fault: unknown): ServedFile => {
    if (!(fault instanceof ContentRefused)) complain(fault);
    return { bytes: faultPage(fault, pathOf), status: 500 };
  };
  return {
    site: {
      base: () => last?.rendering.base ?? '/',
      find: async (path) => {
        const own = stateName();
        const found = await shown.then((snapshot) => snapshot.find(path)).catch(explain);
        const isPage = path.endsWith('.html') || found?.status !== undefined;
        return isPage && found && 'bytes' in found ? { ...found, bytes: withReload(found.bytes, own) } : found;
      },
      answersItself: ownAnswers(tabs, stateName),
    },
    refresh: async (changed) => {
      for (const path of changed) changes.add(relative(folder, path).split(sep)[0] ?? '');
      const next = openNext(folder, media, last, changes);
      const show = (): void => {
        [shown, state] = [next, state + 1];
        tabs.tell();
      };
      first.resolve(next);
      if (last === undefined) show();
      const opened = await next.catch(() => undefined);
      if (opened) [last, changes, said] = [opened, new Set(), ''];
      if (shown !== next) show();
      tellWhatIsWrong().catch(complain);
    },
    stop: media.remove,
  };
};

/** A change in the folder of an event concerns that, and events that link to it; any other may concern everything. */
const openNext = async (
  folder: string,
  media: MediaFolder,
  last: Snapshot | undefined,
  changed: ReadonlySet<string>,
): Promise<Snapshot> => {
  const source = await diskSource(folder);
  const now = Date.now();
  if (last && [...changed].every((one) => last.events.addresses.has(one))) {
    const { rendering, events } = last;
    return openSnapshot({ ...rendering, source, options: { ...rendering.options, now } }, media, { events, changed });
  }
  const rendering = await beginRendering(source);
  return openSnapshot({ ...rendering, options: { ...rendering.options, drafts: true, now } }, media);
};

const messageOf = (fault: unknown): string => {
  if (isUnexpected(fault)) return `${fault.stack}`;
  return fault instanceof Error ? fault.message : String(fault);
};
