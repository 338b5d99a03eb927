import type { Entry, Event, Site } from '../core/archive.ts';
import { type Permalinks, permalinks } from '../core/permalinks.ts';
import { wordsIn } from '../words/words.ts';
import { modifiedOf, publicationOf } from './json-ld/parts.ts';

/** What is to be said of an entry by whoever cites it. */
type Source = {
  readonly id: string;
  readonly title: string;
  /** A person, or the publisher. */
  readonly author: string;
  readonly isPerson: boolean;
  readonly within: string;
  readonly publisher: string;
  readonly language: string;
  readonly url: string;
  /** When it was published and changed, with offsets; nothing while that is yet to come. */
  readonly published?: string;
  readonly modified?: string;
  readonly license?: string;
};

/** An entry as a source of others. */
export const sourceOf = (event: Event, entry: Entry, site: Site, to: Permalinks = permalinks(site.url)): Source => {
  const publisher = site.publisher?.name ?? site.title;
  const { datePublished: published } = publicationOf(entry, event);
  const modified = modifiedOf(entry, event)?.datetime;
  return {
    id: `${event.slug}-${entry.slug}`.normalize('NFKD').replace(/[^a-z0-9-]+/g, '') || 'entry',
    title: entry.title,
    author: entry.author ?? publisher,
    isPerson: entry.author !== undefined,
    within: event.title,
    publisher,
    language: event.language,
    url: to.absolute(to.entry(event.slug, entry.slug)),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(event.license && { license: event.license.url }),
  };
};

/** An entry as a text cites it: with the zone of its time, and with its version where it was changed. */
export const citationText = (event: Event, entry: Entry, site: Site): string => {
  const words = wordsIn(event.language);
  const { author, title, within, publisher, url } = sourceOf(event, entry, site);
  const kept = words.isolated;
  const { moment, corrections, demandedInstant } = entry;
  const zone = moment.instant === undefined ? '' : `, ${words.zone(event.timezone, demandedInstant)}`;
  const last = corrections.at(-1);
  const version = last ? `${words.texts.comma}${words.texts.versionOf(words.moment(last.moment))}` : '';
  const end = /[.!?…。！？]$/.test(title) ? '' : '.';
  const place = publisher === author ? '' : `${kept(publisher)}, `;
  return `${kept(author)}: ${kept(title)}${end} ${kept(within)}. ${place}${words.moment(moment)}${zone}${version}. ${url}`;
};

/** BibTeX, which biblatex reads as well. */
export const bibtexOf = ({
  id,
  isPerson,
  author,
  title,
  within,
  publisher,
  url,
  published,
  modified,
}: Source): string => {
  const note = [
    within,
    ...(published?.includes('T') ? [published] : []),
    ...(modified ? [`version of ${modified}`] : []),
  ];
  const fields = [
    ['author', isPerson ? texText(author) : `{${texText(author)}}`],
    ['title', `{${texText(title)}}`],
    ['publisher', texText(publisher)],
    ...(published === undefined
      ? []
      : [
          ['year', published.slice(0, 4)],
          ['date', published.slice(0, 10)],
        ]),
    ['url', url],
    ['note', texText(note.join(', '))],
  ];
  return `@misc{${id},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
};

const texText = (text: string): string =>
  text.replace(/[\\{}%&#$_~^]/g, (sign) =>
    sign === '\\'
      ? '\\textbackslash{}'
      : sign === '~'
        ? '\\textasciitilde{}'
        : sign === '^'
          ? '\\textasciicircum{}'
          : `\\${sign}`,
  );

/** RIS, as Zotero, EndNote and Mendeley read it. */
export const risOf = ({ author, title, within, publisher, language, url, published }: Source): string => {
  const [date = '', clock] = published?.split('T') ?? [];
  const day = date.replaceAll('-', '/');
  const lines = [
    ['TY', 'BLOG'],
    ['AU', author],
    ['TI', title],
    ['T2', within],
    ['PB', publisher],
    ...(day === ''
      ? []
      : [
          ['PY', date.slice(0, 4)],
          ['DA', clock === undefined ? `${day}/` : `${day}/${clock}`],
        ]),
    ['LA', language],
    ['UR', url],
    ['ER', ''],
  ];
  return lines.map(([name, value = '']) => `${name}  - ${value.replace(/\s+/g, ' ')}`).join('\n');
};

/** CSL-JSON, as citation processors read it. */
export const cslOf = ({
  id,
  author,
  title,
  within,
  publisher,
  language,
  url,
  published,
  modified,
  license,
}: Source): string => {
  const dateOf = (text: string) => ({ 'date-parts': [text.slice(0, 10).split('-').map(Number)] });
  return JSON.stringify([
    {
      id,
      type: 'post-weblog',
      author: [{ literal: author }],
      title,
      'container-title': within,
      publisher,
      ...(published !== undefined && { issued: dateOf(published) }),
      ...(modified !== undefined && { version: modified }),
      ...(license !== undefined && { license }),
      language,
      URL: url,
    },
  ]);
};

type Meta = { readonly name?: string; readonly property?: string; readonly content: string };

/** What the head of an entry's page says for search of scholars and for reference managers: Highwire Press, Dublin Core, Open Graph. */
export const scholarlyTags = (source: Source, topics: readonly string[]): readonly Meta[] => {
  const { title, author, within, publisher, language, url, published, modified, license } = source;
  const named = (name: string, content: string | undefined): Meta[] =>
    content === undefined ? [] : [{ name, content }];
  const ofArticle = (property: string, content: string | undefined): Meta[] =>
    content === undefined ? [] : [{ property: `article:${property}`, content }];
  return [
    ...ofArticle('published_time', published),
    ...ofArticle('modified_time', modified),
    ...ofArticle('section', within),
    ...topics.flatMap((topic) => ofArticle('tag', topic)),
    ...named('citation_title', title),
    ...named('citation_author', author),
    ...named('citation_publication_date', published?.slice(0, 10).replaceAll('-', '/')),
    ...named('citation_publisher', publisher),
    ...named('citation_language', language),
    ...named('citation_public_url', url),
    ...named('DC.title', title),
    ...named('DC.creator', author),
    ...named('DC.date', published),
    ...named('DC.publisher', publisher),
    ...named('DC.language', language),
    ...named('DC.identifier', url),
    ...named('DC.relation.isPartOf', within),
    ...named('DC.rights', license),
    ...named('DC.type', 'Text'),
  ];
};
