import { z } from 'zod';
import { notes } from './notes.ts';
import {
  figure,
  group,
  language,
  license,
  line,
  list,
  named,
  plainLine,
  plainText,
  slugs,
  text,
  time,
  titledLinks,
  yesOrNo,
} from './parts.ts';

/** As many as every engine shows of a number without noise. */
const mostDecimals = 15;
const decimalsExpected = `a whole number from 0 to ${mostDecimals}`;

const reference = group({
  name: z
    .string({ error: 'a name in quotes, such as "2018"' })
    .regex(/\S/, { error: 'a name' })
    .describe('What the earlier value is called')
    .register(notes, { plain: true, elsewhere: 'title label' }),
  value: figure
    .optional()
    .describe('The earlier value, where it is known')
    .register(notes, { elsewhere: 'amount number figure' }),
});

const metric = group({
  title: plainLine.describe('What is counted').register(notes, { elsewhere: 'name label' }),
  unit: line
    .describe('The main unit: a currency code of ISO 4217, or a noun such as orders')
    .register(notes, { elsewhere: 'currency units measure' }),
  cumulative: yesOrNo
    .optional()
    .describe('true where the value can only grow')
    .register(notes, { elsewhere: 'total isrunningtotal' }),
  better: z
    .enum(['higher', 'lower'], { error: 'higher or lower' })
    .optional()
    .describe('lower where less is better, as of lap times: references are passed by values below them'),
  decimals: z
    .int({ error: decimalsExpected })
    .min(0, { error: decimalsExpected })
    .max(mostDecimals, { error: decimalsExpected })
    .optional()
    .describe('How many digits stand behind the point at least, such as 3 in 81.900'),
  format: z
    .enum(['duration'], { error: 'duration' })
    .optional()
    .describe('duration, where values in s, min or h are shown as 1:21.900 or 2:04:31'),
  rates: named(z.number({ error: 'a number' }).positive({ error: 'a number above zero' }))
    .optional()
    .describe('How much of another unit is one of the main unit, to place values given in that unit only')
    .register(notes, { elsewhere: 'rate conversion exchangerates' }),
  'rates-note': text.optional().describe('Where the rates come from'),
  references: list(reference)
    .optional()
    .describe('Earlier values that can be passed')
    .register(notes, { elsewhere: 'reference earlier previous' }),
});

const hero = group({
  picture: line
    .describe('The picture, by its path from event.md')
    .register(notes, { elsewhere: 'image src file path url photo img' }),
  alt: text
    .describe('What the picture shows, for those who cannot see it')
    .register(notes, { elsewhere: 'description text title alttext' }),
  caption: text.optional().describe('What stands below the picture; behind " | ", whose it is'),
});

const result = group({
  label: plainLine.describe('What it is').register(notes, { elsewhere: 'name title key what' }),
  value: plainLine.describe('How it came out').register(notes, { elsewhere: 'score result text amount' }),
  note: plainLine.optional().describe('What else is to be said').register(notes, { elsewhere: 'comment description' }),
});

/** The fields of `event.md`. */
export const eventSchema = group({
  title: plainLine
    .describe('The name of the event')
    .register(notes, { elsewhere: 'name headline heading eventname titel titre sitetitle' }),
  description: plainText
    .describe('One or two sentences, for lists, feeds and cards')
    .register(notes, { elsewhere: 'summary excerpt abstract subtitle tagline intro about teaser lead' }),
  timezone: z
    .string({ error: 'the IANA name of a zone, such as Asia/Shanghai' })
    .describe('The IANA name of the zone in which the event happens, such as Asia/Shanghai')
    .register(notes, { kind: 'zone', elsewhere: 'tz zone timezonename' }),
  starts: time.describe('When the coverage starts').register(notes, {
    elsewhere: 'start date time startdate begin begins from startsat startedat datestart starttime since opening',
  }),
  ends: time.describe('When the coverage ends; 24:00 is the midnight that ends the day').register(notes, {
    elsewhere: 'end enddate until to endsat endedat dateend endtime finish finishes closing',
  }),
  published: time
    .optional()
    .describe(
      'When it was first published here, where that was after it: those who follow the archive get it as one item',
    )
    .register(notes, { elsewhere: 'publishdate pubdate publisheddate publishedat datepublished firstpublished' }),
  'counts-from': time
    .optional()
    .describe('The moment from which "since the start" counts; otherwise the start of coverage')
    .register(notes, { elsewhere: 'countfrom elapsedfrom zero t0' }),
  'day-starts-at': z
    .string({ error: 'a time of day in quotes, such as "04:00"' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time of day in quotes, such as "04:00"' })
    .register(notes, { kind: 'time of day' })
    .optional()
    .describe('Local times before this belong to the event day before')
    .register(notes, { elsewhere: 'daystarts daystart' }),
  order: z
    .enum(['newest-first', 'oldest-first'], { error: 'newest-first or oldest-first' })
    .describe('How readers first see the entries')
    .register(notes, { kind: 'order of entries', elsewhere: 'sort sorting sortorder direction' }),
  language: language
    .optional()
    .describe("The event's language, where it is not the archive's")
    .register(notes, { elsewhere: 'lang locale languagecode' }),
  license: license
    .optional()
    .describe("Under what others may use its texts, where it is not the archive's licence")
    .register(notes, { elsewhere: 'licence rights copyright' }),
  location: plainLine
    .optional()
    .describe('Where it happens')
    .register(notes, { elsewhere: 'place venue city where address' }),
  organiser: plainLine.optional().describe('Who holds it').register(notes, {
    elsewhere: 'organizer organizers organisers host hosts author authors organisation organization organizedby by',
  }),
  hero: hero.optional().describe('The picture at the top of the timeline').register(notes, {
    elsewhere: 'image cover coverimage thumbnail picture photo featuredimage banner headerimage poster',
  }),
  links: titledLinks
    .optional()
    .describe('Where more is to be found')
    .register(notes, { elsewhere: 'link website url urls homepage externallinks' }),
  live: yesOrNo
    .optional()
    .describe('true while the coverage runs')
    .register(notes, { elsewhere: 'islive ongoing running' }),
  topics: named(plainLine)
    .register(notes, { kind: 'titles of topics' })
    .optional()
    .describe('Display titles of topics; a topic without one shows its slug')
    .register(notes, { elsewhere: 'tag tags category categories keywords' }),
  results: list(result)
    .register(notes, { kind: 'results' })
    .optional()
    .describe('What stands at the top when all is over')
    .register(notes, { elsewhere: 'result score scores outcome finalscore' }),
  metrics: named(metric)
    .optional()
    .describe('What the event counts')
    .register(notes, { elsewhere: 'metric counters counts numbers' }),
  translations: named(line)
    .optional()
    .describe('The same event in other languages: their slugs by language, such as {de: summer-launch-de}')
    .register(notes, { elsewhere: 'translation translatedas alternates hreflang' }),
  aliases: slugs
    .optional()
    .describe('Earlier slugs of the event')
    .register(notes, { elsewhere: 'alias redirectfrom redirects oldslug oldslugs' }),
});

export type EventFields = z.infer<typeof eventSchema>;
