import type { Archive, PictureUse, Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import type { ForeignLink } from '../core/event-record.ts';
import { type LinkTargets, linkTargets } from '../core/link-targets.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import type { ShownMedia } from '../core/shown-media.ts';
import type { EventText, NamedAddress } from '../core/texts.ts';
import { naming } from '../core/unexpected-fault.ts';
import { inFormOf } from '../core/unicode-form.ts';
import type { Body } from '../markdown/body.ts';
import { hrefOf } from '../markdown/links.ts';
import { type BodyCache, prepareBody } from '../markdown/prepare-body.ts';
import type { Pictures } from '../media/pictures.ts';
import { type MediaPlan, type MediaSource, planMedia, sourcesOf } from '../media/plan-media.ts';
import { shownMediaOf } from '../media/show.ts';
import type { Around } from './around.ts';
import { linksOut } from './links-out.ts';

/** What is kept of texts and pictures between two inspections. What makes pictures is loaded where there are texts. */
export type Caches = { readonly bodies?: BodyCache; readonly pictures: () => Promise<Pictures> };

/** The texts of the event `slug` that are inspected, or those of no event, and the pictures that its settings name. */
export type EventSource = {
  readonly slug: string | undefined;
  readonly language: string;
  readonly texts: readonly EventText[];
  readonly heroes: readonly PictureUse[];
  /** The addresses within the site that its settings name. */
  readonly named: readonly NamedAddress[];
};

/** What the texts of an event are read among; nothing is around a whole content. */
export type Frame = {
  readonly content: MediaSource;
  readonly archive: Archive;
  readonly targets: LinkTargets;
  readonly to: Permalinks;
  readonly options: ReadOptions;
  readonly around?: Around | undefined;
  readonly caches: Caches;
};

/** The finished texts and pictures of an event. */
export type FinishedEvent = {
  readonly bodies: ReadonlyMap<Text, Body>;
  readonly mediaAt: (path: string) => ShownMedia | undefined;
  /** Everything that it publishes of the files beside its texts. */
  readonly plans: readonly MediaPlan[];
  /** The files that those are made from, by path below the content folder. */
  readonly sources: readonly string[];
  /** Its links to events around, and where they lead. */
  readonly links: readonly ForeignLink[];
};

/** Parses texts of an event, plans its pictures and videos, and resolves what both lead to. What is wrong is reported. */
export const inspectEvent = async (
  { slug, language, texts, heroes, named }: EventSource,
  frame: Frame,
  report: Report,
): Promise<FinishedEvent> => {
  const { to, caches } = frame;
  const pageOf = (name: string | undefined): string =>
    slug === undefined ? to.page(name) : name === undefined ? to.event(slug) : to.entry(slug, name);
  const prepared = texts.map(({ text, slug: name, language: spoken = language }) => {
    // A page of the archive's own has one text.
    const idPrefix = slug === undefined ? '' : (name ?? '');
    const own = { idPrefix, page: to.absolute(pageOf(name)), language: spoken };
    return naming(`The text of ${text.file}`, () => prepareBody(text, own, caches.bodies, report));
  });
  const uses = [...prepared.flatMap(({ pictures }) => pictures), ...heroes];
  const written = [
    ...prepared.flatMap(({ text: { file }, links }) => links.map((address) => ({ address, file }))),
    ...named.map(({ address, place: { file } }) => ({ address, file })),
  ];
  const { targets, source, links } = await surroundingsOf(written, uses, frame);
  for (const { address, place } of named) {
    const found = targets.page(address);
    if (!('link' in found)) report({ ...place, rule: 'broken-link', ...found });
  }
  const plans = await planMedia(uses, source, report, await caches.pictures());
  const shown = new Map([...plans].map(([path, plan]) => [path, shownMediaOf(plan, (name) => to.media(slug, name))]));
  const mediaAt = (path: string): ShownMedia | undefined => shown.get(path);
  const finished = prepared.map(({ text, finish }) => {
    const body = naming(`The text of ${text.file}`, () => finish({ targets, mediaAt }, report));
    return [text, body] as const;
  });
  return { bodies: new Map(finished), mediaAt, plans: [...plans.values()], sources: sourcesOf(plans.values()), links };
};

type Surroundings = Pick<FinishedEvent, 'links'> & { readonly targets: LinkTargets; readonly source: MediaSource };

/**
 * What links and pictures can lead to: the content, with the events around to which some lead. Where one leads nowhere,
 * everything there is, because that says what was meant.
 */
const surroundingsOf = async (
  written: readonly Pick<ForeignLink, 'address' | 'file'>[],
  uses: readonly PictureUse[],
  { content, archive, targets, to, options, around }: Frame,
): Promise<Surroundings> => {
  if (!around) return { targets, source: content, links: [] };
  const out = await linksOut(written, archive, around);
  const files =
    out.length === 0
      ? content.files
      : new Map([...content.files, ...(await around.read([...new Set(out.map(({ folder }) => folder))]))]);
  const near = out.length === 0 ? targets : linkTargets(readArchive(files, options).archive, files, to);
  const leadTo = (link: Pick<ForeignLink, 'address' | 'file'>): string | undefined =>
    hrefOf(link.address, link, { targets: near, mediaAt: () => undefined });
  const isSound =
    written.every((link) => leadTo(link) !== undefined) &&
    uses.every(({ picture }) => content.files.get(inFormOf(content.files, picture)) === 'file');
  if (isSound)
    return { targets: near, source: content, links: out.map((link) => ({ ...link, href: leadTo(link) ?? '' })) };
  const whole = await around.whole();
  return { targets: linkTargets(whole.archive, whole.content.files, to), source: whole.content, links: [] };
};
