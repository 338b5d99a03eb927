import type { ReadOptions } from '../core/read-archive.ts';
import type { ContentSource } from '../io/content-source.ts';
import { commitTimeOf } from '../io/content-time.ts';
import { readEnvironment } from '../io/environment.ts';
import { publicNames } from '../io/public-names.ts';
import { root } from '../io/settings.ts';
import type { Rendering } from './event-renderer.ts';
import { openTemplates } from './open-templates.ts';
import { compiledTemplates, programKeys } from './program.ts';

/** Opens the templates for a content folder, with the options that the environment asks for. */
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
  const templates = await openTemplates(folder);
  const { look, ...theme } = await templates.lookOf(source.top.files, options);
  const base = templates.baseOf(source.top.files, options);
  const made = { source, options, templates, folder, version, key, base, theme };
  return { ...made, ...(look && { look }), ...(committed !== undefined && { committed }) };
};
