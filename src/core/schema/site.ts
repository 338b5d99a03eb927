import type { z } from 'zod';
import { head } from './head.ts';
import { notes } from './notes.ts';
import { group, language, line, plainLine, plainText, titledLinks, webAddress } from './parts.ts';

/** The fields of `site.yml`: the archive's settings. */
export const siteSchema = group({
  title: plainLine
    .describe('The name of the archive, as it stands at the top of every page')
    .register(notes, { elsewhere: 'name sitename sitetitle' }),
  description: plainText
    .describe('One or two sentences on what is kept here, for lists and feeds')
    .register(notes, { elsewhere: 'summary tagline subtitle about slogan' }),
  url: webAddress
    .describe('The address under which the archive is published; a path in it is kept')
    .register(notes, { elsewhere: 'baseurl siteurl site homepage host domain address base' }),
  language: language
    .describe('The language of the archive, and of events that name none')
    .register(notes, { elsewhere: 'lang locale languagecode defaultcontentlanguage defaultlanguage' }),
  publisher: group({
    name: plainLine.describe('Its name').register(notes, { elsewhere: 'title' }),
    url: webAddress
      .optional()
      .describe('Where it is on the web')
      .register(notes, { elsewhere: 'href link website homepage address' }),
  })
    .register(notes, { kind: 'publisher' })
    .optional()
    .describe('Who publishes the archive')
    .register(notes, { elsewhere: 'author authors owner organisation organization company copyright' }),
  links: titledLinks
    .optional()
    .describe('Other places of the publisher, shown at the foot of each page')
    .register(notes, { elsewhere: 'link social socials menu nav navigation navbar' }),
  footer: line
    .optional()
    .describe('One line of Markdown at the foot of each page')
    .register(notes, { elsewhere: 'footertext footnote copyrighttext' }),
  head: head.optional().describe('Scripts and marks of verification that every page has'),
});

export type SiteFields = z.infer<typeof siteSchema>;
