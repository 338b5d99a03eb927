import { z } from 'zod';
import { figure, group, language, line, list, named, text, time, titledLink, yesOrNo } from './parts.ts';

/** As many as every engine shows of a number without noise. */
const mostDecimals = 15;
const decimalsExpected = `a whole number from 0 to ${mostDecimals}`;

const reference = group({
  name: z
    .string({ error: 'a name in quotes, such as "2018"' })
    .regex(/\S/, { error: 'a name' })
    .describe('What the earlier value is called'),
  value: figure.optional().describe('The earlier value, where it is known'),
});

const metric = group({
  title: line.describe('What is counted'),
  unit: line.describe('The main unit: a currency code of ISO 4217, or a noun such as orders'),
  cumulative: yesOrNo.optional().describe('true where the value can only grow'),
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
    .describe('How much of another unit is one of the main unit, to place values given in that unit only'),
  'rates-note': text.optional().describe('Where the rates come from'),
  references: list(reference).optional().describe('Earlier values that can be passed'),
});

/** The fields of `event.md`. */
export const eventSchema = group({
  title: line.describe('The name of the event'),
  description: text.describe('One or two sentences, for lists, feeds and cards'),
  timezone: z
    .string({ error: 'the IANA name of a zone, such as Asia/Shanghai' })
    .describe('The IANA name of the zone in which the event happens, such as Asia/Shanghai'),
  starts: time.describe('When the coverage starts'),
  ends: time.describe('When the coverage ends; 24:00 is the midnight that ends the day'),
  'counts-from': time
    .optional()
    .describe('The moment from which "since the start" counts; otherwise the start of coverage'),
  'day-starts-at': z
    .string({ error: 'a time of day in quotes, such as "04:00"' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time of day in quotes, such as "04:00"' })
    .optional()
    .describe('Local times before this belong to the event day before'),
  order: z
    .enum(['newest-first', 'oldest-first'], { error: 'newest-first or oldest-first' })
    .describe('How readers first see the entries'),
  language: language.optional().describe("The event's language, where it is not the archive's"),
  location: line.optional().describe('Where it happens'),
  organiser: line.optional().describe('Who holds it'),
  hero: group({
    picture: line.describe('The picture, by its path from event.md'),
    alt: text.describe('What the picture shows, for those who cannot see it'),
    caption: text.optional().describe('What stands below the picture; behind " | ", whose it is'),
  })
    .optional()
    .describe('The picture at the top of the timeline'),
  links: list(titledLink).optional().describe('Where more is to be found'),
  live: yesOrNo.optional().describe('true while the coverage runs'),
  topics: named(line).optional().describe('Display titles of topics; a topic without one shows its slug'),
  results: list(group({ label: line, value: line, note: line.optional() }))
    .optional()
    .describe('What stands at the top when all is over'),
  metrics: named(metric).optional().describe('What the event counts'),
  aliases: list(line).optional().describe('Earlier slugs of the event'),
});

export type EventFields = z.infer<typeof eventSchema>;
