import { z } from 'zod';
import { head } from './head.ts';
import { notes } from './notes.ts';
import {
  colour,
  group,
  language,
  license,
  line,
  list,
  plainLine,
  plainText,
  titledLinks,
  webAddress,
} from './parts.ts';

const fonts = z
  .union([line, list(line)], { error: 'a .woff2 file of content/theme/, a list of them, or system' })
  .optional();

/** What every page looks like. */
const theme = group(
  {
    accent: colour
      .optional()
      .describe('The colour of figures and marks; every other one is derived from it')
      .register(notes, { elsewhere: 'color colour primary primarycolor brand brandcolor accentcolor themecolor' }),
    'accent-dark': colour
      .optional()
      .describe('The same on dark pages')
      .register(notes, { elsewhere: 'darkaccent dark' }),
    paper: colour
      .optional()
      .describe('The colour of pages; a dark one makes the archive dark for everybody')
      .register(notes, { elsewhere: 'background bg backgroundcolor' }),
    ink: colour
      .optional()
      .describe('The colour of text')
      .register(notes, { elsewhere: 'text textcolor foreground fg' }),
    font: group(
      {
        titles: fonts
          .describe('Titles and figures: files in content/theme/, or system')
          .register(notes, { elsewhere: 'title heading headings headline headlines display' }),
        text: fonts
          .describe('Everything else: files in content/theme/, or system')
          .register(notes, { elsewhere: 'body base main' }),
      },
      'fields such as {titles: titles.woff2}',
    )
      .optional()
      .describe('The fonts of titles and of text')
      .register(notes, { elsewhere: 'fonts typeface typography' }),
    logo: group(
      {
        picture: line
          .describe('An SVG or PNG in content/theme/')
          .register(notes, { elsewhere: 'image src file path url' }),
        alt: line.describe('What it says, for those who cannot see it').register(notes, { elsewhere: 'text title' }),
      },
      'fields such as {picture: logo.svg, alt: Name of the archive}',
    )
      .optional()
      .describe('Stands at the top of every page'),
    icon: line
      .optional()
      .describe('An SVG or PNG in content/theme/ for tabs, home screens and feed readers')
      .register(notes, { elsewhere: 'favicon' }),
  },
  'fields such as {accent: "#a32d18"}',
);

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
  'former-urls': list(webAddress)
    .register(notes, { kind: 'addresses' })
    .optional()
    .describe('The addresses under which the archive was published before, the first one first: ids in feeds stay')
    .register(notes, { elsewhere: 'formerurl oldurls oldurl previousurls previousurl earlierurls movedfrom aliases' }),
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
    .register(notes, { elsewhere: 'author authors owner organisation organization company' }),
  license: license
    .optional()
    .describe('Under what others may use its texts: an SPDX id such as CC-BY-4.0, or an address')
    .register(notes, { elsewhere: 'licence rights copyright copyrights' }),
  theme: theme
    .optional()
    .describe('The look of the archive')
    .register(notes, { elsewhere: 'look style branding brand design' }),
  links: titledLinks
    .optional()
    .describe('Other places of the publisher, shown at the foot of each page')
    .register(notes, { elsewhere: 'link social socials menu nav navigation navbar' }),
  footer: line
    .optional()
    .describe('One line of Markdown at the foot of each page')
    .register(notes, { elsewhere: 'footertext footnote copyrighttext' }),
  hub: webAddress
    .optional()
    .describe('A hub of WebSub that is told of what is new, so that readers of feeds need not ask')
    .register(notes, { elsewhere: 'websub websubhub pubsubhubbub hubs' }),
  head: head.optional().describe('Scripts and marks of verification that every page has'),
});

export type SiteFields = z.infer<typeof siteSchema>;
export type ThemeFields = NonNullable<SiteFields['theme']>;
