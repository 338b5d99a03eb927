import type { DataFrame } from '../feeds/json-ld/parts.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';

/** What pages of an event say to machines is made from. */
export const dataFrame = ({ site, to }: OpenSite, { cover }: OpenEvent): DataFrame => ({
  site,
  to,
  pictureOf: () => cover && to.absolute(cover.src),
});
