import { join } from 'node:path';
import { type Archive, type Entry, type Event, isMilestone, type MilestoneEntry, type Text } from './core/archive.ts';
import { collectDiagnostics, type Diagnostic, hasErrors, sortDiagnostics } from './core/diagnostics.ts';
import { type EventPages, eventPages } from './core/event-pages.ts';
import { formatDiagnostics } from './core/format-diagnostic.ts';
import { linkTargets } from './core/link-targets.ts';
import { type Permalinks, permalinks } from './core/permalinks.ts';
import { readArchive } from './core/read-archive.ts';
import { type Redirect, redirectsOf } from './core/redirects.ts';
import { type EventPicture, type EventText, heroesOf, textsOf } from './core/texts.ts';
import { type Words, wordsIn } from './core/words.ts';
import { feedOf } from './feeds/feed-of.ts';
import { rssOf } from './feeds/rss.ts';
import { encodePicture } from './images/encode.ts';
import type { PicturePlan } from './images/plan.ts';
import { planPictures } from './images/plan-pictures.ts';
import { type Environment, readEnvironment } from './io/environment.ts';
import { publicNames } from './io/public-names.ts';
import { readContent } from './io/read-content.ts';
import type { Body, ShownPicture } from './markdown/body.ts';
import { cutText, type Excerpt, excerptsFor } from './markdown/excerpt.ts';
import { finishBody } from './markdown/finish-body.ts';
import { noteInList, weightAbove, weightOfOthers } from './markdown/list-weight.ts';
import { parseBody } from './markdown/parse-body.ts';

/** What pages print: the archive, its bodies and pictures, finished. */
export type OpenSite = {
  readonly archive: Archive;
  readonly to: Permalinks;
  /** A note as a list shows it: a long one is cut. */
  readonly noteInList: (note: string) => string;
  readonly words: (language: string) => Words;
  /** The entry as a milestone, if it is one that can be read. */
  readonly asMilestone: (entry: Entry) => MilestoneEntry | undefined;
  readonly pagesOf: (event: Event) => EventPages;
  /** The body of an entry, or the standfirst of an event. */
  readonly bodyOf: (document: Entry | Event) => Body;
  /** What a list shows of each of its entries, so that its page stays below 300 KB; `below` the header of an event. */
  readonly excerptsFor: (entries: readonly Entry[], below?: Event) => ReadonlyMap<Entry, Excerpt>;
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
  opened ??= load(readEnvironment(process.env));
  return opened;
};

const load = async ({ contentFolder: folder, siteUrl, drafts }: Environment): Promise<OpenSite> => {
  const content = await readContent(folder);
  const { archive, diagnostics, unplaced } = readArchive(content.files, {
    drafts: import.meta.env.DEV || drafts,
    publicNames: await publicNames(import.meta.env.PROJECT_ROOT),
    ...(siteUrl && { siteUrl }),
  });
  const to = permalinks(archive.site.url);
  const { report, diagnostics: inBodies } = collectDiagnostics();
  const parsed = [...textsOf(archive), ...unplaced].map((one: EventText) => ({
    ...one,
    body: parseBody(one.text, report),
  }));
  const uses = [
    ...parsed.flatMap(({ event, body }) => body.pictures.map((use) => ({ event, ...use }))),
    ...heroesOf(archive),
  ];
  const plans = await planPictures(uses, content, report);
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
    noteInList,
    words: wordsOf,
    asMilestone: (entry) => (isMilestone(entry) ? entry : undefined),
    pagesOf: (event) => pages.get(event) ?? eventPages(event),
    bodyOf,
    excerptsFor: (entries, below) =>
      excerptsFor(
        entries.map((entry) => ({ entry, body: bodyOf(entry), others: weightOfOthers(entry) })),
        below && weightAbove(below, bodyOf(below)),
      ),
    descriptionOf: ({ withdrawn, title, ...entry }) =>
      withdrawn?.reason ?? (cutText(bodies.get(entry.body)?.text ?? '', 200) || title),
    redirects: redirectsOf(archive, to),
    rss: (event) => rssOf(feedOf(event, { site: archive.site, events: archive.events, to, bodyOf })),
    media: publishedPictures(uses, plans).map(({ event, plan }) => ({
      event,
      name: plan.name,
      bytes: async () => encodePicture(await content.readBytes(plan.source), plan),
    })),
  };
};

/** What is left of a withdrawn entry. */
const emptyBody: Body = { tree: { type: 'root', children: [] }, html: '', blocks: [], cutBlocks: [], text: '' };

const refuseErrors = (folder: string, diagnostics: readonly Diagnostic[]): void => {
  if (hasErrors(diagnostics)) throw new ContentRefused(folder, diagnostics);
  if (diagnostics.length > 0) console.warn(formatDiagnostics(diagnostics));
};

/** Every picture that is published, once for each event that shows it. */
const publishedPictures = (uses: readonly EventPicture[], plans: ReadonlyMap<string, PicturePlan>) => {
  const published = new Map<string, { event: string; plan: PicturePlan }>();
  for (const { event, picture } of uses) {
    const plan = plans.get(picture);
    if (plan) published.set(`${event}/${plan.name}`, { event, plan });
  }
  return [...published.values()];
};
