import { z } from 'zod';
import { figure, group, line, list, text, time, webAddress, wholeNumber, yesOrNo } from './parts.ts';

const milestone = group({
  metric: line.optional().describe('The metric of the event that it belongs to'),
  value: figure.optional().describe('The value that was reached'),
  surpasses: list(z.string({ error: 'a name in quotes, such as "2018"' }))
    .optional()
    .describe('The references that have been passed by now'),
});

/** The fields of an entry. */
export const entrySchema = group({
  title: line.describe('The headline'),
  time: time.describe('When it was: local to the event, unless an offset or Z follows; as precise as it is known'),
  label: line.optional().describe('What readers see instead of the time, such as Midnight'),
  day: z
    .string({ error: 'a date such as 2019-11-11' })
    .optional()
    .describe('The event day under which it is filed, where that is not the day of its time'),
  untimed: z
    .enum(['first', 'last'], { error: 'first or last' })
    .optional()
    .describe('Where an entry without a time stands in its day'),
  sequence: wholeNumber.optional().describe('The order of entries with the same time, lowest first'),
  topics: list(line).optional().describe('Topics, by their slugs'),
  author: line.optional().describe('Who wrote it'),
  pinned: yesOrNo.optional().describe('true to keep it in view at the top'),
  draft: yesOrNo.optional().describe('true while it must not be published'),
  source: webAddress.optional().describe('Where it was first published'),
  corrections: list(group({ time: time.describe('When it was corrected'), note: text.describe('What was corrected') }))
    .optional()
    .describe('What has been corrected since, and when'),
  withdrawn: group({ time: time.describe('When it was withdrawn'), reason: text.describe('Why') })
    .optional()
    .describe('Takes the text away from every page and feed; the address stays and says why'),
  slug: line.optional().describe('The slug, where it is not that of the file name'),
  aliases: list(line).optional().describe('Earlier slugs'),
  milestone: z
    .union([z.literal(true), milestone], { error: 'true, or a group of metric, value and surpasses' })
    .optional()
    .describe('Marks a record or a key moment'),
});

export type EntryFields = z.infer<typeof entrySchema>;
