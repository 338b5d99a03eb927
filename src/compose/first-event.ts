import { writeDocument } from '../core/write-document.ts';
import { interfaceTexts } from '../words/languages/interface-texts.ts';
import { type EntryTexts, type FirstEventTexts, firstEventTexts } from './first-event-texts.ts';

/** The texts of a new archive in a language, as the interface has them: in English where it speaks no such language. */
export const textsOfNewArchive = (
  language: string,
): { readonly language: string; readonly texts: FirstEventTexts; readonly isOwn: boolean } => {
  const [spoken = 'en', texts = firstEventTexts.en] =
    Object.entries(firstEventTexts).find(([one]) => interfaceTexts(one) === interfaceTexts(language)) ?? [];
  return { language: spoken, texts, isOwn: new Intl.Locale(spoken).language === new Intl.Locale(language).language };
};

/**
 * The files of the first event of an archive, by path below the content folder: its settings and three entries of the day
 * before `now`, one of them a milestone with a figure. Texts are in the language of the archive, or say that they are not.
 */
export const composeFirstEvent = (
  language: string,
  timezone: string,
  now: Temporal.Instant,
): ReadonlyMap<string, string> => {
  const { texts, isOwn, language: spoken } = textsOfNewArchive(language);
  const day = now.toZonedDateTimeISO(timezone).toPlainDate().subtract({ days: 1 }).toString();
  const entry = (
    time: string,
    slug: string,
    { title, body }: EntryTexts,
    more: Readonly<Record<string, unknown>> = {},
  ) =>
    [
      `first-event/${time.replace(':', '')}-${slug}.md`,
      writeDocument({ title, time: `${day}T${time}`, ...more }, body),
    ] as const;
  const settings = {
    title: texts.title,
    description: texts.description,
    timezone,
    starts: day,
    ends: day,
    order: 'newest-first',
    language: isOwn ? undefined : spoken,
    metrics: { visitors: { ...texts.metric, cumulative: true } },
  };
  return new Map([
    ['first-event/event.md', writeDocument(settings, texts.standfirst)],
    entry('10:00', 'start', texts.start),
    entry('11:30', 'hundredth-visitor', texts.milestone, { milestone: { metric: 'visitors', value: 100 } }),
    entry('16:00', 'end', { title: texts.end.title, body: texts.end.body('./1000-start.md') }),
  ]);
};
