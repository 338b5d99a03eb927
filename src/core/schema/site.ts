import type { z } from 'zod';
import { group, language, line, list, text, titledLink, webAddress } from './parts.ts';

/** The fields of `site.yml`: the archive's settings. */
export const siteSchema = group({
  title: line.describe('The name of the archive, as it stands at the top of every page'),
  description: text.describe('One or two sentences on what is kept here, for lists and feeds'),
  url: webAddress.describe('The address under which the archive is published; a path in it is kept'),
  language: language.describe('The language of the archive, and of events that name none'),
  publisher: group({ name: line, url: webAddress.optional() }).optional().describe('Who publishes the archive'),
  links: list(titledLink).optional().describe('Other places of the publisher, shown at the foot of each page'),
});

export type SiteFields = z.infer<typeof siteSchema>;
