import { z } from 'zod';
import { notes } from './notes.ts';
import { group, language, plainLine, plainText, slugs, wholeNumber } from './parts.ts';

/** The fields of a page of the archive's own, such as its imprint. */
export const pageSchema = group({
  title: plainLine
    .describe('The headline, and what links to it say')
    .register(notes, { elsewhere: 'name headline heading titel titre titulo pagetitle linktitle' }),
  description: plainText
    .optional()
    .describe('One or two sentences for search engines; otherwise the beginning of the text')
    .register(notes, { elsewhere: 'summary excerpt abstract' }),
  in: z
    .enum(['header', 'footer', 'none'], { error: 'header, footer or none' })
    .optional()
    .describe('Which part of every page links to it: `header`, `footer` (unless it is said) or `none`')
    .register(notes, { elsewhere: 'menu menus nav navigation place' }),
  order: wholeNumber
    .optional()
    .describe('Its place among the links, lowest first; pages with the same stand by title')
    .register(notes, { elsewhere: 'weight position sort sortorder sequence navorder' }),
  language: language
    .optional()
    .describe("The page's language, where it is not the archive's")
    .register(notes, { elsewhere: 'lang locale' }),
  aliases: slugs
    .optional()
    .describe('Earlier slugs')
    .register(notes, { elsewhere: 'alias redirectfrom redirects redirect oldslug oldslugs' }),
});

export type PageFields = z.infer<typeof pageSchema>;
