import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Archive, type Entry, type Event, type Place, standing, type Text } from './core/archive.ts';
import { collectDiagnostics, type Diagnostic, hasErrors, sortDiagnostics } from './core/diagnostics.ts';
import { type EventPages, eventPages } from './core/event-pages.ts';
import { formatDiagnostics } from './core/format-diagnostic.ts';
import { linkTargets } from './core/link-targets.ts';
import { type Permalinks, permalinks } from './core/permalinks.ts';
import { readArchive } from './core/read-archive.ts';
import { type Redirect, redirectsOf } from './core/redirects.ts';
import { type Words, wordsIn } from './core/words.ts';
import { feedOf } from './feeds/feed-of.ts';
import { rssOf } from './feeds/rss.ts';
import { encodePicture } from './images/encode.ts';
import type { PicturePlan } from './images/plan.ts';
import { planPictures, reportUnreadable } from './images/plan-pictures.ts';
import { readContent } from './io/read-content.ts';
import type { Body, ShownPicture } from './markdown/body.ts';
import { cutText, type Excerpt, excerptsFor } from './markdown/excerpt.ts';
import { finishBody } from './markdown/finish-body.ts';
import { type ParsedBody, parseBody } from './markdown/parse-body.ts';

/** What pages print: the archive, its bodies and pictures, finished. */
export type OpenSite = {
  readonly archive: Archive;
  readonly to: Permalinks;
  readonly words: (language: string) => Words;
  readonly pagesOf: (event: Event) => EventPages;
  /** The body of an entry, or the standfirst of an event. */
  readonly bodyOf: (document: Entry | Event) => Body;
  /** What a list shows of each of its entries, so that its page stays below 300 KB. */
  readonly excerptsFor: (entries: readonly Entry[]) => ReadonlyMap<Entry, Excerpt>;
  /** One sentence or two on an entry, for search engines and previews. */
  readonly descriptionOf: (entry: Entry) => string;
  readonly redirects: readonly Redirect[];
  /** The feed of an event, or of the whole archive, as RSS. */
  readonly rss: (event?: Event) => Promise<string>;
  /** A picture of an event, by its path below the content folder. */
  readonly pictureAt: (event: string, path: string) => ShownPicture | undefined;
  /** Every picture that is published: by the event that shows it and the name of its file. */
  readonly media: readonly {
    readonly event: string;
    readonly name: string;
    readonly bytes: () => Promise<Uint8Array>;
  }[];
};

/** The content has errors, and nothing is published. The message is the whole report. */
export class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
  readonly diagnostics: readonly Diagnostic[];
  /** Where the first error is: the development server shows the place and opens it in an editor. */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number } | undefined;
  constructor(folder: string, diagnostics: readonly Diagnostic[]) {
    super(`The content in ${folder} has errors:\n${formatDiagnostics(diagnostics)}`);
    this.diagnostics = diagnostics;
    const first = diagnostics.find(({ severity }) => severity === 'error');
    this.loc = first && { file: join(folder, first.file), line: first.line, column: first.column };
  }
}

let opened: Promise<OpenSite> | undefined;

/**
 * The one door of the pages: reads the content folder once, and rejects with `ContentRefused` if it has errors. The
 * folder is `CONTENT_DIR` or `content`; `SITE_URL` comes instead of its address; drafts are part of it in `astro dev`
 * and with `DRAFTS=1`.
 */
export const openSite = (): Promise<OpenSite> => {
  opened ??= load(resolve(process.env.CONTENT_DIR ?? 'content'));
  return opened;
};

const load = async (folder: string): Promise<OpenSite> => {
  const content = await readContent(folder);
  const siteUrl = process.env.SITE_URL;
  const { archive, diagnostics, unplaced } = readArchive(content.files, {
    drafts: import.meta.env.DEV || process.env.DRAFTS === '1',
    publicNames: await readdir(join(process.cwd(), 'public')).catch(() => []),
    ...(siteUrl && { siteUrl }),
  });
  const to = permalinks(archive.site.url);
  const { report, diagnostics: inBodies } = collectDiagnostics();
  const parsed = [...textsOf(archive), ...unplaced].map((one: EventText) => ({
    ...one,
    body: parseBody(one.text, report),
  }));
  const plans = await planPictures(
    [
      ...parsed.flatMap(({ body }) => body.pictures),
      ...archive.events.flatMap(({ hero }) => (hero ? [{ picture: hero.file, place: hero.place }] : [])),
    ],
    content,
    report,
  );
  const pictureAt = (event: string, path: string): ShownPicture | undefined => {
    const plan = plans.get(path);
    return plan && { src: to.media(event, plan.name), width: plan.width, height: plan.height };
  };
  const targets = linkTargets(archive, content.files, to);
  const bodies = new Map<Text, Body>();
  for (const { event, text, slug = '', body } of parsed) {
    const context = { idPrefix: slug, targets, pictureAt: (path: string) => pictureAt(event, path) };
    bodies.set(text, finishBody(body, context, report));
  }
  const bodyOf = (document: Entry | Event): Body =>
    bodies.get('standfirst' in document ? document.standfirst : document.body) ?? emptyBody;
  const spoken = new Map<string, Words>();
  const wordsOf = (language: string): Words => {
    const words = spoken.get(language) ?? wordsIn(language);
    spoken.set(language, words);
    return words;
  };
  const pages = new Map(archive.events.map((event) => [event, eventPages(event)]));
  refuseErrors(folder, sortDiagnostics([...diagnostics, ...inBodies()]));
  return {
    archive,
    to,
    pictureAt,
    words: wordsOf,
    pagesOf: (event) => pages.get(event) ?? eventPages(event),
    bodyOf,
    excerptsFor: (entries) => excerptsFor(entries, bodyOf),
    descriptionOf: ({ withdrawn, title, ...entry }) =>
      withdrawn?.reason ?? (cutText(bodies.get(entry.body)?.text ?? '', 200) || title),
    redirects: redirectsOf(archive, to),
    rss: (event) => rssOf(feedOf(event, { site: archive.site, events: archive.events, to, bodyOf })),
    media: shownPictures(parsed, archive, plans).map(({ event, plan, place }) => ({
      event,
      name: plan.name,
      bytes: async () => {
        const source = await content.readBytes(plan.source);
        return encodePicture(source, plan).catch((fault: unknown) => refusePicture(folder, plan.source, place, fault));
      },
    })),
  };
};

/** What is left of a withdrawn entry. */
const emptyBody: Body = { tree: { type: 'root', children: [] }, html: '', blocks: [], text: '' };

const refuseErrors = (folder: string, diagnostics: readonly Diagnostic[]): void => {
  if (hasErrors(diagnostics)) throw new ContentRefused(folder, diagnostics);
  if (diagnostics.length > 0) console.warn(formatDiagnostics(diagnostics));
};

/** A text of an event, and the slug of the entry that it is the body of. */
type EventText = { readonly event: string; readonly text: Text; readonly slug?: string };

const textsOf = ({ events }: Archive): EventText[] =>
  events.flatMap((event) => [
    { event: event.slug, text: event.standfirst },
    ...standing(event.entries).map(({ slug, body }) => ({ event: event.slug, text: body, slug })),
  ]);

type Parsed = { readonly event: string; readonly body: ParsedBody };

/** A picture whose header is whole, but not the rest of it, comes to light when it is encoded. */
const refusePicture = (folder: string, picture: string, place: Place, fault: unknown): never => {
  const { report, diagnostics } = collectDiagnostics();
  reportUnreadable(picture, place, fault, report);
  throw new ContentRefused(folder, diagnostics());
};

/** Every picture that is published, once for each event that shows it, and where it is first shown. */
const shownPictures = (parsed: readonly Parsed[], { events }: Archive, plans: ReadonlyMap<string, PicturePlan>) => {
  const uses = [
    ...parsed.flatMap(({ event, body }) => body.pictures.map((use) => ({ event, ...use }))),
    ...events.flatMap(({ slug, hero }) => (hero ? [{ event: slug, picture: hero.file, place: hero.place }] : [])),
  ];
  const shown = new Map<string, { event: string; plan: PicturePlan; place: Place }>();
  for (const { event, picture, place } of uses) {
    const plan = plans.get(picture);
    const key = plan && `${event}/${plan.name}`;
    if (key && !shown.has(key)) shown.set(key, { event, plan, place });
  }
  return [...shown.values()];
};
