import { z } from 'zod';
import { group, language, line, list, text, wholeNumber } from './parts.ts';

/** Where pages of the archive's own are linked from. */
const places = ['footer', 'header', 'none'] as const;

/** The fields of a page of the archive's own, such as its imprint. */
export const pageSchema = group({
  title: line.describe('The headline, and what links to it say'),
  description: text
    .optional()
    .describe('One or two sentences for search engines; otherwise it begins as the text does'),
  in: z
    .enum(places, { error: 'header, footer or none' })
    .optional()
    .describe('Which part of every page links to it: footer unless it is said, header, or none'),
  order: wholeNumber.optional().describe('Its place among the links, lowest first; those with the same stand by title'),
  language: language.optional().describe("The page's language, where it is not the archive's"),
  aliases: list(line).optional().describe('Earlier slugs'),
});

export type PageFields = z.infer<typeof pageSchema>;
