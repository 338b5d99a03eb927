import { z } from 'zod';
import { textOfHtml } from '../feeds/html-text.ts';
import { oldestFirst } from '../feeds/oldest-first.ts';
import { readJson } from '../feeds/read-json.ts';
import {
  type ImportFormat,
  ImportRefused,
  type LiveBlog,
  type Skipped,
  type Update,
  type UpdateContent,
} from '../live-blog.ts';
import { figureOf } from '../superdesk/item-content.ts';
import { withoutEmptySeconds } from '../time-of.ts';
import { oldSlideSchema, type Slide, slideSchema } from './slide.ts';
import { slideContent } from './slide-content.ts';
import { slideLabel, slideTime } from './slide-time.ts';

/**
 * A timeline of Knight Lab's TimelineJS as JSON: version 3 with `events`, or version 2 with `timeline.date`. Its events have
 * no addresses; its times are by the clocks of the place, which it does not name.
 */
export const timelineJs: ImportFormat = {
  name: 'TimelineJS timeline',
  recognises: ({ text }) =>
    /^\uFEFF?\s*\{/.test(text) &&
    ((text.includes('"events"') && text.includes('"start_date"')) ||
      (text.includes('"timeline"') && text.includes('"startDate"'))),
  read: ({ text }): LiveBlog => {
    const { title, events, eras } = timelineOf(readJson(text, 'timeline'));
    const skipped: Skipped[] = [];
    const updates = events.flatMap((event, index) => {
      const update = updateOf(event, index, skipped);
      if (typeof update !== 'string') return [update];
      skipped.push({ what: whatIs(event, index), why: update });
      return [];
    });
    for (const era of eras)
      skipped.push({
        what: `era "${textOfHtml(era.text.headline)}"`,
        why: 'It is a span of time and no event.',
        updates: 0,
      });
    const headline = title && textOfHtml(title.text.headline);
    const introduction = title && introductionOf(title, skipped);
    return {
      ...(headline && { title: headline }),
      ...(introduction && { introduction }),
      order: 'oldest-first',
      updates: withoutEmptySeconds(oldestFirst(updates)),
      skipped,
      notes: notesOn(events),
    };
  },
};

type Timeline = {
  readonly title?: Slide | undefined;
  readonly events: readonly (Slide | undefined)[];
  readonly eras: readonly Slide[];
};

/** An element that is no object stays, so that it can be reported. */
const listOf = (slide: z.ZodType<Slide>) => z.array(z.unknown().transform((value) => slide.safeParse(value).data));
const eras = (slide: z.ZodType<Slide>) =>
  listOf(slide)
    .transform((all) => all.filter((era) => era !== undefined))
    .catch([]);

const version3 = z.object({
  title: slideSchema.optional().catch(undefined),
  events: listOf(slideSchema),
  eras: eras(slideSchema),
});
const optional = z.unknown().optional();
const oldTitle = z.object({ headline: optional, text: optional, asset: optional });
const version2 = z.object({
  timeline: z.object({
    ...oldTitle.shape,
    date: listOf(oldSlideSchema),
    era: eras(oldSlideSchema),
  }),
});

const timelineOf = (json: unknown): Timeline => {
  const now = version3.safeParse(json).data;
  const old = now ? undefined : version2.safeParse(json).data?.timeline;
  const timeline = now ?? (old && { title: oldSlideSchema.safeParse(old).data, events: old.date, eras: old.era });
  if (!timeline || timeline.events.length === 0)
    throw new ImportRefused(
      'Unexpected JSON without events, expected a TimelineJS timeline: a list "events", or "timeline" with a list "date".',
    );
  return timeline;
};

const whatIs = (event: Slide | undefined, index: number): string => {
  const headline = event && textOfHtml(event.text.headline);
  return `event ${headline ? `"${headline}"` : index + 1}`;
};

/** The update, or why there is none. */
const updateOf = (event: Slide | undefined, index: number, skipped: Skipped[]): Update | string => {
  if (!event) return 'It is no object with a date and a text.';
  const found = slideTime(event.start_date);
  if (typeof found === 'string') return found;
  const headline = textOfHtml(event.text.headline);
  const { content, pictures, without } = slideContent(event);
  if (!headline && content.value === '' && pictures.length === 0) return 'It has no headline, no text and no picture.';
  if (without) skipped.push({ what: `media of ${whatIs(event, index)}`, why: without, updates: 0 });
  const label = slideLabel(textOfHtml(event.display_date || event.start_date.display_date), found.time);
  return {
    ...found,
    ...(label && { label }),
    ...(headline && { headline }),
    content,
    pictures,
    topics: event.group === '' ? [] : [textOfHtml(event.group)],
    key: false,
    pinned: false,
  };
};

/** What the title slide says and shows. */
const introductionOf = (title: Slide, skipped: Skipped[]): UpdateContent | undefined => {
  const { content, pictures, without } = slideContent(title);
  if (without) skipped.push({ what: 'media of the title', why: without, updates: 0 });
  const value = [content.value, ...pictures.map(figureOf)].filter((piece) => piece !== '').join('\n');
  return value === '' ? undefined : { kind: 'html', value };
};

const notesOn = (events: Timeline['events']): string[] => {
  const lasting = events.filter((event) => event?.end_date && event.end_date.year !== '').length;
  const backgrounds = events.filter((event) => event && event.background.url !== '').length;
  return [
    lasting > 0 &&
      `${lasting === 1 ? '1 event has' : `${lasting} events have`} an end, which is not imported: an entry has one time. Where it matters, say it in the text.`,
    backgrounds > 0 &&
      `${backgrounds === 1 ? '1 event has a picture' : `${backgrounds} events have pictures`} in the background, which ${backgrounds === 1 ? 'is' : 'are'} not imported.`,
  ].filter((note) => note !== false);
};
