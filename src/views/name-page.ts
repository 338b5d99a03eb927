import type { Archive } from '../core/archive.ts';

/**
 * A page for whoever looks for what is wrong with it: its path, and the file that it shows: that of its entry, or
 * of its event. `path` begins after the address of the archive.
 */
export const namePage = ({ events }: Pick<Archive, 'events'>, path: string): string => {
  const [top = '', name = ''] = decodeURIComponent(path).split('/').filter(Boolean);
  const event = events.find(({ slug, aliases }) => slug === top || aliases.includes(top));
  const entry = event?.entries.find(({ slug, aliases }) => slug === name || aliases.includes(name));
  const file = entry?.file ?? (event && `${event.folder}/event.md`);
  return `The page ${path}${file === undefined ? '' : ` (${file})`}`;
};
