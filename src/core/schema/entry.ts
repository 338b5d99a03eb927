import { z } from 'zod';
import { notes } from './notes.ts';
import {
  figure,
  group,
  line,
  list,
  plainLine,
  plainText,
  slug,
  slugs,
  time,
  webAddress,
  wholeNumber,
  yesOrNo,
} from './parts.ts';

const moments = 'date at when timestamp datetime';

const milestone = group({
  metric: line
    .optional()
    .describe('The metric of the event that it belongs to')
    .register(notes, { elsewhere: 'name id key counter' }),
  value: figure
    .optional()
    .describe('The value that was reached')
    .register(notes, { elsewhere: 'amount number figure count total' }),
  surpasses: list(z.string({ error: 'a name in quotes, such as "2018"' }))
    .optional()
    .describe('The references that have been passed by now')
    .register(notes, { elsewhere: 'passes beats passed' }),
});

const correction = group({
  time: time.describe('When it was corrected').register(notes, { elsewhere: moments }),
  note: plainText
    .describe('What was corrected')
    .register(notes, { elsewhere: 'text reason what message description comment correction' }),
});

const withdrawal = group({
  time: time.describe('When it was withdrawn').register(notes, { elsewhere: moments }),
  reason: plainText.describe('Why').register(notes, { elsewhere: 'note text why message description comment' }),
});

/** The fields of an entry. */
export const entrySchema = group({
  title: plainLine.describe('The headline').register(notes, {
    elsewhere: 'name headline heading subject titel titre titulo titolo pagetitle linktitle posttitle',
  }),
  time: time
    .describe('When it was: local to the event, unless an offset or Z follows; as precise as it is known')
    .register(notes, {
      elsewhere:
        'date datetime timestamp publishdate pubdate publisheddate publishedat datepublished publishedon publicationdate created createdat createdon datecreated start startdate when posted postedat postdate datum fecha',
    }),
  published: time
    .optional()
    .describe('When it was first published, where that is not its time')
    .register(notes, { elsewhere: 'firstpublished firstpublishedat originallypublished' }),
  label: plainLine
    .optional()
    .describe('What readers see instead of the time, such as Midnight')
    .register(notes, { elsewhere: 'timelabel displaytime' }),
  day: z
    .string({ error: 'a date such as 2019-11-11' })
    .register(notes, { kind: 'date' })
    .optional()
    .describe('The event day under which it is filed, where that is not the day of its time'),
  untimed: z
    .enum(['first', 'last'], { error: 'first or last' })
    .register(notes, { kind: 'place in a day' })
    .optional()
    .describe('Where an entry without a time stands in its day'),
  sequence: wholeNumber
    .optional()
    .describe('The order of entries with the same time, lowest first')
    .register(notes, { elsewhere: 'position priority rank index sort sortorder number' }),
  topics: list(line).register(notes, { kind: 'topics' }).optional().describe('Topics, by their slugs').register(notes, {
    elsewhere:
      'tag tags category categories keyword keywords topic subjects labels section sections themes taxonomies posttags series',
  }),
  author: line.optional().describe('Who wrote it').register(notes, {
    elsewhere: 'authors byline writer creator by reporter autor auteur contributors contributor postauthor',
  }),
  pinned: yesOrNo
    .optional()
    .describe('true to keep it in view at the top')
    .register(notes, { elsewhere: 'pin sticky featured feature highlight highlighted important' }),
  draft: yesOrNo.optional().describe('true while it must not be published'),
  source: webAddress
    .optional()
    .describe('Where it was first published')
    .register(notes, { elsewhere: 'canonical canonicalurl original originalurl link sourceurl via externalurl' }),
  corrections: list(correction)
    .register(notes, { kind: 'corrections' })
    .optional()
    .describe('What has been corrected since, and when')
    .register(notes, { elsewhere: 'correction errata erratum' }),
  withdrawn: withdrawal
    .optional()
    .describe('Takes the text away from every page and feed; the address stays and says why')
    .register(notes, { elsewhere: 'retracted retraction' }),
  slug: slug
    .optional()
    .describe('The slug, where it is not that of the file name')
    .register(notes, { elsewhere: 'permalink path url postname' }),
  aliases: slugs
    .optional()
    .describe('Earlier slugs; of an entry that was in another event its address there, such as /fair/first/')
    .register(notes, { elsewhere: 'alias redirectfrom redirects redirect oldurl oldurls oldslug oldslugs' }),
  translates: slug.optional().describe('The slug of the entry that says the same in another language'),
  milestone: z
    .union([z.literal(true), milestone], { error: 'true, or a group of metric, value and surpasses' })
    .register(notes, { kind: 'milestone' })
    .optional()
    .describe('Marks a record or a key moment')
    .register(notes, { elsewhere: 'keymoment key record' }),
});

export type EntryFields = z.infer<typeof entrySchema>;
