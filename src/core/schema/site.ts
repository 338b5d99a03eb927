import { z } from 'zod';
import { colour, group, language, line, list, text, titledLink, webAddress } from './parts.ts';

const fonts = z
  .union([line, list(line)], { error: 'a .woff2 file of content/theme/, a list of them, or system' })
  .optional();

/** What every page looks like. */
const theme = group({
  accent: colour.optional().describe('The colour of figures and marks; every other one is derived from it'),
  'accent-dark': colour.optional().describe('The same on dark pages'),
  paper: colour.optional().describe('The colour of pages; a dark one makes the archive dark for everybody'),
  ink: colour.optional().describe('The colour of text'),
  font: group({
    titles: fonts.describe('Titles and figures: files in content/theme/, or system'),
    text: fonts.describe('Everything else: files in content/theme/, or system'),
  }).optional(),
  logo: group({
    picture: line.describe('An SVG or PNG in content/theme/'),
    alt: line.describe('What it says, for those who cannot see it'),
  })
    .optional()
    .describe('Stands at the top of every page'),
  icon: line.optional().describe('An SVG or PNG in content/theme/ for tabs, home screens and feed readers'),
});

/** The fields of `site.yml`: the archive's settings. */
export const siteSchema = group({
  title: line.describe('The name of the archive, as it stands at the top of every page'),
  description: text.describe('One or two sentences on what is kept here, for lists and feeds'),
  url: webAddress.describe('The address under which the archive is published; a path in it is kept'),
  language: language.describe('The language of the archive, and of events that name none'),
  publisher: group({ name: line, url: webAddress.optional() }).optional().describe('Who publishes the archive'),
  theme: theme.optional().describe('The look of the archive'),
  links: list(titledLink).optional().describe('Other places of the publisher, shown at the foot of each page'),
});

export type SiteFields = z.infer<typeof siteSchema>;
export type ThemeFields = NonNullable<SiteFields['theme']>;
