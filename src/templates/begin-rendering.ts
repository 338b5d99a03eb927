import { once } from '../core/once.ts';
import { permalinks } from '../core/permalinks.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { readSite } from '../core/read-site.ts';
import type { ContentSource } from '../io/content-source.ts';
import { commitTimeOf } from '../io/content-time.ts';
import { readEnvironment } from '../io/environment.ts';
import { publicNames } from '../io/public-names.ts';
import { root } from '../io/settings.ts';
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
  const [names, committed] = await Promise.all([publicNames(root), commitTimeOf(source.place)]);
  const options: ReadOptions = {
    drafts,
    publicNames: names,
    now: committed ?? Date.now(),
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
  const made = { source, options, templates, folder, version, key, base, theme };
  return { ...made, ...(look && { look }), ...(committed !== undefined && { committed }) };
};
