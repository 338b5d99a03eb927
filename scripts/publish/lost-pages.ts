import { hasFormOfDate, reservedEntrySlugs } from '../../src/core/slug.ts';
import { type EventTree, type Release, readEvent } from './manifests.ts';
import type { Site } from './site-folder.ts';
import type { View } from './verify-links.ts';

/**
 * The entries and events that readers could see in the previous release and could not in one that has `trees`. Lists of
 * days, topics and milestones follow from the entries and may go with them.
 */
export const lostPages = (
  site: Site,
  previous: Release | undefined,
  trees: readonly EventTree[],
  view: View,
): readonly string[] => {
  const kept = new Set(trees.map(({ folder, id }) => `${folder}/${id}`));
  return (previous?.events ?? [])
    .filter(({ folder, id }) => !kept.has(`${folder}/${id}`))
    .flatMap((tree) => Object.keys(readEvent(site, tree)?.files ?? {}))
    .filter((path) => isPermanent(path) && !view.has(path));
};

/** Whether a path is that of an event or of an entry, under its slug or an alias. */
const isPermanent = (path: string): boolean => {
  const [, name = '', ...rest] = path.split('/');
  if (name === 'index.html') return true;
  return rest.join('/') === 'index.html' && !reservedEntrySlugs.has(name) && !hasFormOfDate(name);
};
