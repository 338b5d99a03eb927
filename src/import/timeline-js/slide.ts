import { z } from 'zod';

/** A text, however it is kept: spreadsheets give numbers as text and the other way round. Anything else is none. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => value.trim())
  .catch('');

const dateSchema = z.object({
  year: text,
  month: text,
  day: text,
  hour: text,
  minute: text,
  second: text,
  display_date: text,
});

/** A date of TimelineJS 3, each part as it is written, empty where there is none. */
export type SlideDate = z.infer<typeof dateSchema>;

export const emptyDate: SlideDate = dateSchema.parse({});

const mediaSchema = z.object({ url: text, caption: text, credit: text, alt: text });

/** What a slide shows: the address of a picture, a video, a page, or a piece of HTML. */
export type SlideMedia = z.infer<typeof mediaSchema>;

const noMedia: SlideMedia = mediaSchema.parse({});

/** An event, a title or an era of TimelineJS 3; whatever has another form than expected is as if it were not there. */
export const slideSchema = z.object({
  start_date: dateSchema.catch(emptyDate),
  end_date: dateSchema.optional().catch(undefined),
  text: z.object({ headline: text, text }).catch({ headline: '', text: '' }),
  media: mediaSchema.catch(noMedia),
  group: text,
  display_date: text,
  background: z.object({ url: text }).catch({ url: '' }),
});

export type Slide = z.infer<typeof slideSchema>;

const oldMedia = z
  .object({ media: text, caption: text, credit: text })
  .transform(({ media, caption, credit }) => ({ url: media, caption, credit, alt: '' }))
  .catch(noMedia);

/** The same in TimelineJS 2. */
export const oldSlideSchema = z
  .object({ startDate: text, endDate: text, headline: text, text, tag: text, asset: oldMedia })
  .transform(
    ({ startDate, endDate, headline, text: body, tag, asset }): Slide => ({
      start_date: oldDateOf(startDate),
      end_date: endDate === '' || endDate === startDate ? undefined : oldDateOf(endDate),
      text: { headline, text: body },
      media: asset,
      group: tag,
      display_date: '',
      background: { url: '' },
    }),
  );

/** `2012,1,26` or `2012,1,26,14,30,0`, or the month first: `1/26/2012`, with `14:30` or `14:30:00` behind it. */
const oldDateOf = (written: string): SlideDate => {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(written.slice(0, 40));
  const parts = american
    ? [american[3], american[1], american[2], american[4], american[5], american[6]]
    : written.slice(0, 40).split(/[,-]/);
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = parts.map((part) => part?.trim());
  return { year, month, day, hour, minute, second, display_date: '' };
};
