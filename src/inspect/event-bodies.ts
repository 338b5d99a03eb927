import type { PictureUse, Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import type { LinkTargets } from '../core/link-targets.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { ShownMedia } from '../core/shown-media.ts';
import type { EventText } from '../core/texts.ts';
import { naming } from '../core/unexpected-fault.ts';
import type { Body } from '../markdown/body.ts';
import { type BodyCache, type PreparedBody, prepareBody } from '../markdown/prepare-body.ts';
import type { Pictures } from '../media/pictures.ts';
import { type MediaPlan, type MediaSource, planMedia } from '../media/plan-media.ts';
import { shownMediaOf } from '../media/show.ts';

/** The texts of an event, parsed, and every picture that it shows. */
type PreparedEvent = {
  readonly slug: string | undefined;
  readonly bodies: readonly PreparedBody[];
  readonly uses: readonly PictureUse[];
};

/** The texts of the event `slug`, or those of no event, and the pictures that its settings name. */
type EventSource = {
  readonly slug: string | undefined;
  readonly texts: readonly EventText[];
  readonly heroes: readonly PictureUse[];
};

/** Parses the texts of an event. */
export const prepareEvent = (
  { slug, texts, heroes }: EventSource,
  { to, shelf, language }: { readonly to: Permalinks; readonly shelf: BodyCache; readonly language: string },
  report: Report,
): PreparedEvent => {
  const bodies = texts.map(({ text, slug: own, language: spoken = language }) => {
    const page = to.absolute(
      slug === undefined ? to.page(own) : own === undefined ? to.event(slug) : to.entry(slug, own),
    );
    // A page has one text.
    const idPrefix = slug === undefined ? '' : (own ?? '');
    return naming(`The text of ${text.file}`, () =>
      prepareBody(text, { idPrefix, page, language: spoken }, shelf, report),
    );
  });
  return { slug, bodies, uses: [...bodies.flatMap(({ pictures }) => pictures), ...heroes] };
};

/** The finished texts and pictures of an event. */
export type FinishedEvent = {
  readonly bodies: ReadonlyMap<Text, Body>;
  readonly mediaAt: (path: string) => ShownMedia | undefined;
  /** Every picture and video that it publishes. */
  readonly plans: readonly MediaPlan[];
};

/** What texts are finished with. */
type Finishing = {
  readonly to: Permalinks;
  readonly targets: LinkTargets;
  readonly source: MediaSource;
  readonly pictures: Pictures;
};

/** Resolves links, pictures and videos of an event. */
export const finishEvent = async (
  { slug, bodies, uses }: PreparedEvent,
  { to, targets, source, pictures }: Finishing,
  report: Report,
): Promise<FinishedEvent> => {
  const plans = await planMedia(uses, source, report, pictures);
  const shown = new Map([...plans].map(([path, plan]) => [path, shownMediaOf(plan, (name) => to.media(slug, name))]));
  const mediaAt = (path: string): ShownMedia | undefined => shown.get(path);
  return {
    bodies: new Map(
      bodies.map(({ text, finish }) => [
        text,
        naming(`The text of ${text.file}`, () => finish({ targets, mediaAt }, report)),
      ]),
    ),
    mediaAt,
    plans: [...plans.values()],
  };
};
