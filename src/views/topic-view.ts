import type { EventPages } from '../core/event-pages.ts';
import type { Counterpart } from '../core/translations.ts';
import { wordsIn } from '../words/words.ts';
import type { ListPageView } from './day-view.ts';
import { listView } from './list-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { eventLink, pageView } from './page-view.ts';
import { partsView, readOnView, toolsView } from './reading-view.ts';

/** A topic of an event, and the part of its entries that a page shows. */
export type ShownTopic = EventPages['topics'][number] & {
  readonly part: EventPages['topics'][number]['parts'][number];
};

/** A part of the entries on a topic. `room` is what their texts may take, in bytes. */
export const topicView = (site: OpenSite, of: OpenEvent, shown: ShownTopic, room: number): ListPageView => {
  const { event } = of;
  const { topic, part } = shown;
  const words = wordsIn(event.language);
  const { texts } = words;
  const link = (number: number): string => site.to.topic(event.slug, topic.slug, number);
  const parts = partsView(event.language, { name: topic.title, part, parts: shown.parts, link });
  return {
    page: pageView(site, {
      title: `${parts.title} – ${event.title}`,
      description: texts.onTopic(event.title, topic.title),
      path: link(part.number),
      of,
      ...(part.number === 1 && {
        translated: ({ slug, topics }: Counterpart) =>
          topics.includes(topic.slug) ? site.to.topic(slug, topic.slug) : undefined,
      }),
      feed: { title: `${topic.title} – ${event.title}`, path: link(1) },
      trail: [eventLink(site, of)],
    }),
    language: event.language,
    kicker: `${words.isolated(event.title)} · ${texts.topic}`,
    name: topic.title,
    parts,
    zones: words.zones(event),
    tools: toolsView(site, of),
    list: listView(site, of, { entries: part.items, room }),
    readOn: readOnView(site, of, { beside: parts.beside, leadsHome: true }),
  };
};
