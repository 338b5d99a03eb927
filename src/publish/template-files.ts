import type { Rendering } from '../templates/event-renderer.ts';
import { readTemplateFiles } from '../templates/open-templates.ts';

/** Where styles, scripts and fonts lie, by names that change with what is in them. */
export const assetsFolder = '_astro/';

/** What the templates bring along: files of the site, and hashed assets by name. */
export const broughtBy = ({ folder }: Pick<Rendering, 'folder'>) => {
  const brought = Map.groupBy(readTemplateFiles(folder), ([path]) => path.startsWith(assetsFolder));
  const assets = brought.get(true) ?? [];
  return {
    files: brought.get(false) ?? [],
    assets: new Map(assets.map(([path, bytes]) => [path.slice(assetsFolder.length), bytes])),
  };
};
