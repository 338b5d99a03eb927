import type { Event, EventSummary, MilestoneEntry, Site } from '../core/archive.ts';
import { type Look, mainColours, type Palette } from '../core/look.ts';
import { wordsIn } from '../words/words.ts';
import type { ArchiveCard, Card, CardColours, EventCard, MilestoneCard } from './card.ts';

/** What the card of an archive says. */
export const describeArchiveCard = ({ title, description, language, url, look }: Site): ArchiveCard => ({
  kind: 'archive',
  ...looksOf(language, look),
  title,
  description,
  address: url.replace(/^https?:\/\//, ''),
});

/** What the card of an event says; `picture` is the hash of the picture at its top. */
export const describeEventCard = (
  { title, language, starts, ends, location }: EventSummary,
  site: CardSite,
  picture?: string,
): EventCard => ({
  kind: 'event',
  ...looksOf(language, site.look),
  archive: site.title,
  title,
  dates: wordsIn(language).dates(starts.date, ends.date),
  ...(location !== undefined && { location }),
  ...(picture !== undefined && { picture }),
});

/** What the card of a milestone says. */
export const describeMilestoneCard = (
  entry: MilestoneEntry,
  { title: event, language }: Pick<Event, 'title' | 'language'>,
  site: CardSite,
): MilestoneCard => {
  const words = wordsIn(language);
  const { headline, kind, others, metric, surpasses, elapsed } = words.milestone(entry);
  const { moment, label, title } = entry;
  const time = label ?? moment.clock;
  const offset = moment.clock === undefined ? undefined : offsetIn(moment.datetime);
  return {
    kind: 'milestone',
    ...looksOf(language, site.look),
    archive: site.title,
    event,
    title,
    ...(headline !== undefined && { figure: headline }),
    isRecord: kind === 'value' || kind === 'surpassed',
    notes: [
      ...others,
      ...(metric === undefined ? [] : [metric]),
      ...(kind === 'value' && surpasses.length > 0 ? [words.texts.past(surpasses.join(words.texts.comma))] : []),
      ...(kind === 'elapsed' ? [elapsed?.isBefore ? elapsed.since : words.texts.sinceStart] : []),
    ],
    ...(time !== undefined && { time }),
    date: words.date(moment.date, 'date'),
    ...(offset !== undefined && { offset }),
  };
};

/** `UTC+08:00`, as pages write it. */
const offsetIn = (datetime: string): string | undefined => {
  const [, offset] = /([+-]\d\d:\d\d)(?:\[|$)/.exec(datetime) ?? [];
  return offset === undefined ? undefined : `UTC${offset.replace('-', '−')}`;
};

/** What the cards of an event say of the archive, and how they look. */
export type CardSite = Pick<Site, 'title' | 'look'>;

const looksOf = (
  language: string,
  look: Look | undefined,
): Pick<Card, 'language' | 'direction' | 'colours' | 'sign'> => {
  const { direction } = wordsIn(language);
  const { palette, sign } = look ?? {};
  return {
    language,
    ...(direction && { direction }),
    ...(palette && { colours: coloursOf(palette) }),
    ...(sign && { sign }),
  };
};

const coloursOf = (palette: Palette): CardColours => {
  const { paper, ink, 'ink-soft': soft, rule, accent } = mainColours(palette);
  return { paper, ink, soft, rule, accent };
};
