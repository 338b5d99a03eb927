import { entrySchema } from './entry.ts';
import { eventSchema } from './event.ts';
import { pageSchema } from './page.ts';
import { siteSchema } from './site.ts';

/** The documents that have fields, and the schemas of these. */
export const documentSchemas = { entry: entrySchema, event: eventSchema, page: pageSchema, site: siteSchema } as const;

export type DocumentKind = keyof typeof documentSchemas;
