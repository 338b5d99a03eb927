import { type Entry, isMilestone } from '../core/archive.ts';
import { bibtexOf, citationText, cslOf, risOf, scholarlyTags, sourceOf } from '../feeds/citations.ts';
import { articleOf, printJsonLd } from '../feeds/json-ld/pages.ts';
import { wordsIn } from '../words/words.ts';
import { topicLinks, versionOf } from './entry-item-view.ts';
import { milestoneView } from './milestone-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { dataFrame, describeEntry, eventLink, pageView } from './page-view.ts';
import { toolsView } from './reading-view.ts';

/** The page of an entry, or what has become of one that was withdrawn. */
export const entryView = (site: OpenSite, of: OpenEvent, entry: Entry) => {
  const { event, pages } = of;
  const { withdrawn } = entry;
  const words = wordsIn(event.language);
  const { part, isOnTimeline } = pages.around(entry);
  const description = describeEntry(of, entry);
  // Back to where the entry stands in a list, not to the head of its page.
  const place = entry.slug;
  const timeline = eventLink(site, of);
  const day = { title: words.date(entry.day, 'date'), path: site.to.day(event.slug, entry.day, part), place };
  return {
    page: pageView(site, {
      title: `${withdrawn ? words.texts.withdrawn : entry.title} – ${event.title}`,
      description,
      path: site.to.entry(event.slug, entry.slug),
      of,
      entry,
      translated: ({ slug, entries }) => {
        const there = entries[entry.slug];
        return there === undefined ? undefined : site.to.entry(slug, there);
      },
      hidden: withdrawn !== undefined,
      tags: withdrawn
        ? []
        : scholarlyTags(
            sourceOf(event, entry, site.site),
            topicLinks(site, of, entry).map(({ title }) => title),
          ),
      trail: [{ ...timeline, ...(isOnTimeline && { place }) }, day],
    }),
    withdrawal: withdrawn && {
      ...withdrawn,
      event: { title: event.title, language: event.language },
      list: `${isOnTimeline ? timeline.path : day.path}#${encodeURIComponent(place)}`,
    },
    article: withdrawn ? undefined : articleView(site, of, entry),
    data: withdrawn ? undefined : printJsonLd(articleOf(event, entry, description, dataFrame(site, of))),
  };
};

export type ArticleView = ReturnType<typeof articleView>;

export type CitationView = ArticleView['citation'];

/** An entry as others cite it: as text, and for reference managers. */
const citationView = ({ site }: OpenSite, { event }: OpenEvent, entry: Entry) => {
  const source = sourceOf(event, entry, site);
  return {
    text: citationText(event, entry, site),
    formats: [
      { name: 'BibTeX', text: bibtexOf(source) },
      { name: 'RIS', text: risOf(source) },
      { name: 'CSL-JSON', text: cslOf(source) },
    ],
  };
};

/** All of an entry, and what lies beside it in time. */
const articleView = (site: OpenSite, of: OpenEvent, entry: Entry) => {
  const { event, bodyOf, pages } = of;
  const words = wordsIn(event.language);
  const { texts } = words;
  const { moment, label } = entry;
  const { earlier, later } = pages.around(entry);
  const pathOf = ({ slug }: Entry): string => site.to.entry(event.slug, slug);
  const date = words.date(moment.date, 'weekday');
  return {
    entry,
    language: event.language,
    version: versionOf(of, entry),
    when: label ? `${label}${texts.comma}${date}` : [date, moment.clock].filter(Boolean).join(texts.comma),
    zone: moment.instant === undefined ? undefined : words.zone(event.timezone, moment.instant),
    isUpcoming: site.isUpcoming(event, entry),
    body: bodyOf(entry.body).html,
    milestone: isMilestone(entry) ? milestoneView(site, of, entry) : undefined,
    topics: topicLinks(site, of, entry),
    address: site.to.absolute(pathOf(entry)),
    tools: toolsView(site, of),
    citation: citationView(site, of, entry),
    neighbours: [
      earlier && ({ label: texts.before, title: earlier.title, path: pathOf(earlier), rel: 'prev' } as const),
      later && ({ label: texts.after, title: later.title, path: pathOf(later), rel: 'next' } as const),
    ] as const,
  };
};
