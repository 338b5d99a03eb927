import { foldName } from './same-name.ts';
import { type DocumentKind, documentSchemas } from './schema/documents.ts';
import { fieldsAt, noteOf } from './schema/notes.ts';
import type { FieldPath } from './yaml.ts';

/** What a field of another program is here: the field that is meant, or in a sentence what to do instead. */
type Foreign = { readonly field: string } | { readonly advice: string };

/**
 * What a field at a path is here that people bring from other generators and content managers; `undefined` for one that nobody
 * knows.
 */
export const foreignField = (kind: DocumentKind, path: FieldPath): Foreign | undefined => {
  const wanted = foldName(String(path.at(-1)));
  const has = (names: string | undefined): boolean => names?.split(' ').includes(wanted) ?? false;
  const fields = Object.entries(fieldsAt(documentSchemas[kind], path.slice(0, -1)));
  const [field] = fields.find(([, part]) => has(noteOf(part).elsewhere)) ?? [];
  if (field !== undefined) return { field };
  if (path.length > 1) return adviceInside(path);
  const [advice] = Object.entries(advices[kind]).find(([, names]) => has(names)) ?? [];
  return advice === undefined ? ofOtherDocument(kind, String(path[0])) : { advice };
};

/** The same inside groups. */
const adviceInside = (path: FieldPath): Foreign | undefined => {
  const group = path
    .filter((one) => typeof one === 'string')
    .slice(0, -1)
    .join('.');
  const isInline =
    group === 'head.scripts' &&
    /^(?:content|code|inline|text|body|script|innerhtml|html)$/.test(foldName(String(path.at(-1))));
  return isInline
    ? { advice: 'Put the script into a file of public/, and name that: src: /script.js. Pages run nothing inline.' }
    : undefined;
};

/** What is said of a field of one kind of document in another, where nothing more is known of it. */
const ofOtherDocument = (kind: DocumentKind, name: string): Foreign | undefined => {
  const other = kind === 'event' ? 'entry' : 'event';
  const where = other === 'entry' ? 'entries' : 'event.md';
  return Object.hasOwn(documentSchemas[other].shape, name)
    ? { advice: `It is a field of ${where}: put it there, or remove it.` }
    : undefined;
};

/** The names of nothing that Recapsule has: it lays out every page alike. */
const pageOptions =
  'layout template theme type kind class cssclass cssclasses css js styles scripts toc showtoc tableofcontents comments math mathjax katex mermaid weight menu nav navigation eleventycomputed eleventynavigation outputs resources build cascade markup sitemap robots seo meta header footer sidebar breadcrumbs readingtime showreadingtime share showdate editpost sharing pagination adjacent params extra plugins collections gem gems markdown highlighter commentstatus pingstatus posttype posttemplate';

const removeIt = 'Remove it: every page is laid out in the same way.';

/** What to do with other programs' fields that are none here: advice in a sentence, and behind it their names, folded. */
const advices: Readonly<Record<DocumentKind, Readonly<Record<string, string>>>> = {
  entry: {
    'Write corrections: [{time: 2024-05-01T10:00, note: What was corrected}] if something was; otherwise remove it.':
      'lastmod updated updatedat updateddate lastupdated lastmodified lastmodifiedat modified modifiedat modifieddate modifiedtime datemodified changed revised edited',
    'The text begins with what lists and feeds show of it: put this at the beginning of the text, and remove the field.':
      'summary excerpt description abstract lead lede dek teaser intro standfirst subtitle subheading tagline postexcerpt',
    'Show the picture in the text: ![What it shows](picture.jpg).':
      'image images cover coverimage thumbnail thumb picture photo photos hero featuredimage featureimage banner ogimage headerimage gallery featuredphoto video videos audio audios media enclosure podcast',
    'An entry has the zone of its event, which is said in event.md: remove it, or add the offset to "time".':
      'timezone tz zone utcoffset offset',
    'An entry has the language of its event, which is said in event.md: remove it.': 'language lang locale',
    'Coverage ends with "ends" in event.md; an entry has one time: remove it.':
      'end ends enddate until duration expires expirydate unpublishdate',
    'The place of an event is said in event.md ("location"); name that of an entry in its text.':
      'location place venue city coordinates geo dateline',
    'The text stands below the second ---: put it there.': 'body content text html postcontent',
    'The address comes from the name of the file, and feeds make ids of it: remove it.':
      'id uuid guid uid postid wordpressid wpid nid',
    'Write draft: true for what must not be published, and remove it.':
      'status poststatus visibility hidden private unlisted publish',
    'A translation is an event of its own; its entries name what they translate in "translates": remove it.':
      'translationkey ref translations translation hreflang',
    [removeIt]: pageOptions,
  },
  event: {
    'The address is the name of the folder: rename the folder, and put its old name into "aliases".':
      'slug permalink path',
    'An event is published with what stands in its folder: remove it, or move the folder out of the content.':
      'draft publish status hidden private',
    'An event changes with its entries: remove it.':
      'lastmod updated lastmodified modified modifieddate datemodified updateddate',
    [removeIt]: pageOptions,
  },
  page: {
    'The address is the name of the file: rename the file, and put its old name into "aliases".':
      'slug permalink path url',
    'A page is published with what stands in its file: remove it, or move the file out of the content.':
      'draft published publish status date publishdate hidden private',
    [removeIt]: pageOptions,
  },
  site: {
    'Name it among links: links: [{title: Mastodon, url: https://example.social/@press}].':
      'email mail contact twitter twitterusername github githubusername facebook instagram mastodon youtube linkedin rss',
    'Each event has its own time zone, in its event.md: remove it.': 'timezone tz zone',
    [removeIt]: `${pageOptions} logo favicon icon permalinks paginate minify permalink googleanalytics analytics enableemoji enablerobotstxt disablekinds taxonomies defaults include exclude port source destination`,
  },
};
