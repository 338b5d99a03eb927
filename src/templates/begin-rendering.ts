import { hash } from 'node:crypto';
import { once } from '../core/once.ts';
import { permalinks } from '../core/permalinks.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { readSite } from '../core/read-site.ts';
import type { TextHistory } from '../core/text-history.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import type { ContentSource } from '../io/content-source.ts';
import { commitOf } from '../io/content-time.ts';
import { diskCache } from '../io/disk-cache.ts';
import { readEnvironment } from '../io/environment.ts';
import { publicNames } from '../io/public-names.ts';
import { root } from '../io/settings.ts';
import { type Histories, openHistories } from '../io/text-history.ts';
import { openLook } from '../theme/open-look.ts';
import type { Rendering } from './event-renderer.ts';
import { openTemplates } from './open-templates.ts';
import { compiledTemplates, programKeys } from './program.ts';

/**
 * Gets ready to render a content folder, with the options that the environment asks for. The templates are loaded when the
 * first page is to be rendered.
 */
export const beginRendering = async (source: ContentSource): Promise<Rendering> => {
  const { siteUrl, drafts } = readEnvironment();
  const [names, committed, history] = await Promise.all([
    publicNames(root),
    commitOf(source.place),
    historiesIn(cacheFolder())(source.place),
  ]);
  const options: ReadOptions = {
    drafts,
    publicNames: names,
    now: committed?.time ?? Date.now(),
    history,
    ...(siteUrl && { siteUrl }),
  };
  const { templates: key, bodies: version } = programKeys();
  const folder = await compiledTemplates(key);
  const { files } = source.top;
  // What is wrong with the settings is reported by whoever reads the events.
  const site = readSite(files, siteUrl, () => {});
  const { look, ...theme } = await openLook(files, site);
  const base = `${permalinks(site.url).base}/`;
  const templates = once(() => openTemplates(folder));
  const made = { source: withHistory(source, history), options, templates, folder, version, key, base, theme };
  return { ...made, ...(look && { look }), ...(committed && { committed }) };
};

/** What the process knows of histories, with what is kept in a cache. */
let known: { readonly folder: string; readonly histories: Histories } | undefined;

const historiesIn = (folder: string): Histories => {
  if (known?.folder !== folder) known = { folder, histories: openHistories(diskCache(folder, 'history')) };
  return known.histories;
};

/** A folder has changed where its files have, or the history of their texts. */
const withHistory = (source: ContentSource, history: TextHistory): ContentSource => {
  const changed = Object.entries(history).filter((one) => one[1].changed !== undefined);
  const byFolder = Map.groupBy(changed, ([path]) => path.slice(0, path.indexOf('/')));
  return {
    ...source,
    fingerprint: async (folder) => {
      const own = byFolder.get(folder);
      const fingerprint = await source.fingerprint(folder);
      return own ? hash('sha256', JSON.stringify([fingerprint, own]), 'hex') : fingerprint;
    },
  };
};
