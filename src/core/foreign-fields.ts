import { foldName } from './same-name.ts';
import { entrySchema } from './schema/entry.ts';
import { eventSchema } from './schema/event.ts';

/** The documents that have fields. */
export type DocumentKind = 'entry' | 'event' | 'site';

/** What a field of another program is here: the field that is meant, or in a sentence what to do instead. */
type Foreign = { readonly field: string } | { readonly advice: string };

/**
 * What a field is here that people bring from other generators and content managers; `undefined` for one that nobody
 * knows. `group` is the group of fields in which it stands, `undefined` for the fields of the document itself.
 */
export const foreignField = (kind: DocumentKind, group: string | undefined, name: string): Foreign | undefined =>
  foreignOfTable(kind, group, name) ?? (group === undefined ? ofOtherDocument(kind, name) : undefined);

/** What is said of a field of one kind of document in another, where nothing more is known of it. */
const ofOtherDocument = (kind: DocumentKind, name: string): Foreign | undefined => {
  const own: Readonly<Record<DocumentKind, readonly string[]>> = {
    entry: ['event.md', ...Object.keys(eventSchema.shape)],
    event: ['entries', ...Object.keys(entrySchema.shape)],
    site: ['event.md', ...Object.keys(eventSchema.shape)],
  };
  const [where, ...names] = own[kind];
  return names.includes(name) ? { advice: `It is a field of ${where}: put it there, or remove it.` } : undefined;
};

const foreignOfTable = (kind: DocumentKind, group: string | undefined, name: string): Foreign | undefined => {
  const known = (group === undefined ? tables[kind] : inGroups[group]) ?? {};
  const wanted = foldName(name);
  const [means] = Object.entries(known).find(([, names]) => names.split(' ').includes(wanted)) ?? [];
  if (means === undefined) return undefined;
  return means.includes(' ') ? { advice: means } : { field: means };
};

type Table = Readonly<Record<string, string>>;

/** The names of nothing that Recapsule has: it lays out every page alike. */
const pageOptions =
  'layout template theme type kind class cssclass cssclasses css js styles scripts toc showtoc tableofcontents comments math mathjax katex mermaid weight menu nav navigation eleventycomputed eleventynavigation outputs resources build cascade markup sitemap robots seo meta header footer sidebar breadcrumbs readingtime showreadingtime share showdate editpost sharing pagination adjacent params extra plugins collections gem gems markdown highlighter commentstatus pingstatus posttype posttemplate';

const removeIt = 'Remove it: every page is laid out in the same way.';

/** A key is the field that is meant, or advice in a sentence; what stands behind it are other programs' names, folded. */
const tables: Readonly<Record<DocumentKind, Table>> = {
  entry: {
    title: 'name headline heading subject titel titre titulo titolo pagetitle linktitle posttitle',
    time: 'date datetime timestamp publishdate pubdate publisheddate publishedat datepublished published publishedon publicationdate created createdat createdon datecreated start startdate when posted postedat postdate datum fecha',
    topics:
      'tag tags category categories keyword keywords topic subjects labels section sections themes taxonomies posttags series',
    author: 'authors byline writer creator by reporter autor auteur contributors contributor postauthor',
    aliases: 'alias redirectfrom redirects redirect oldurl oldurls oldslug oldslugs',
    slug: 'permalink path url postname',
    source: 'canonical canonicalurl original originalurl link sourceurl via externalurl',
    pinned: 'pin sticky featured feature highlight highlighted important',
    sequence: 'position priority rank index sort sortorder number',
    milestone: 'keymoment key record',
    corrections: 'correction errata erratum',
    withdrawn: 'retracted retraction',
    label: 'timelabel displaytime',
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
    'A whole event can be there in several languages, not a single entry: remove it.':
      'translationkey ref translations translation hreflang',
    [removeIt]: pageOptions,
  },
  event: {
    title: 'name headline heading eventname titel titre sitetitle',
    description: 'summary excerpt abstract subtitle tagline intro about teaser lead',
    timezone: 'tz zone timezonename',
    starts: 'start date time startdate begin begins from startsat startedat datestart starttime since opening',
    ends: 'end enddate until to endsat endedat dateend endtime finish finishes closing',
    organiser: 'organizer organizers organisers host hosts author authors organisation organization organizedby by',
    location: 'place venue city where address',
    order: 'sort sorting sortorder direction',
    language: 'lang locale languagecode',
    live: 'islive ongoing running',
    topics: 'tag tags category categories keywords',
    links: 'link website url urls homepage externallinks',
    results: 'result score scores outcome finalscore',
    metrics: 'metric counters counts numbers',
    aliases: 'alias redirectfrom redirects oldslug oldslugs',
    hero: 'image cover coverimage thumbnail picture photo featuredimage banner headerimage poster',
    'counts-from': 'countfrom elapsedfrom zero t0',
    'day-starts-at': 'daystarts daystart',
    'The address is the name of the folder: rename the folder, and put its old name into "aliases".':
      'slug permalink path',
    'An event is published with what stands in its folder: remove it, or move the folder out of the content.':
      'draft published publish status publishdate hidden private',
    'An event changes with its entries: remove it.':
      'lastmod updated lastmodified modified modifieddate datemodified updateddate',
    [removeIt]: pageOptions,
  },
  site: {
    title: 'name sitename sitetitle',
    description: 'summary tagline subtitle about slogan',
    url: 'baseurl siteurl site homepage host domain address base',
    language: 'lang locale languagecode defaultcontentlanguage defaultlanguage',
    publisher: 'author authors owner organisation organization company copyright',
    links: 'link social socials menu nav navigation navbar',
    'Name it among links: links: [{title: Mastodon, url: https://example.social/@press}].':
      'email mail contact twitter twitterusername github githubusername facebook instagram mastodon youtube linkedin rss',
    'Each event has its own time zone, in its event.md: remove it.': 'timezone tz zone',
    [removeIt]: `${pageOptions} logo favicon icon permalinks paginate minify permalink googleanalytics analytics enableemoji enablerobotstxt disablekinds taxonomies defaults include exclude port source destination`,
  },
};

/** The same inside groups, by the name of the group. */
const inGroups: Readonly<Record<string, Table>> = {
  corrections: {
    time: 'date at when timestamp datetime',
    note: 'text reason what message description comment correction',
  },
  withdrawn: { time: 'date at when timestamp datetime', reason: 'note text why message description comment' },
  links: { title: 'name label text caption', url: 'href link address src uri target' },
  hero: { picture: 'image src file path url photo img', alt: 'description text title alttext' },
  results: { label: 'name title key what', value: 'score result text amount', note: 'comment description' },
  publisher: { name: 'title', url: 'href link website homepage address' },
  milestone: {
    metric: 'name id key counter',
    value: 'amount number figure count total',
    surpasses: 'passes beats passed',
  },
  references: { name: 'title label', value: 'amount number figure' },
  metrics: {
    title: 'name label',
    unit: 'currency units measure',
    rates: 'rate conversion exchangerates',
    references: 'reference earlier previous',
    cumulative: 'total isrunningtotal',
  },
};
