import type { PictureUse, Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import type { LinkTargets } from '../core/link-targets.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { EventText } from '../core/texts.ts';
import type { PicturePlan } from '../images/plan.ts';
import { type PictureSource, type Pictures, planPictures } from '../images/plan-pictures.ts';
import type { Body, ShownPicture } from '../markdown/body.ts';
import { type BodyShelf, type PreparedBody, prepareBody } from '../markdown/prepare-body.ts';

/** The texts of an event, parsed, and every picture that it shows. */
export type PreparedEvent = {
  readonly slug: string;
  readonly bodies: readonly PreparedBody[];
  readonly uses: readonly PictureUse[];
};

/** Parses the texts of the event `slug`; `heroes` are the pictures that its settings name. */
export const prepareEvent = (
  slug: string,
  texts: readonly EventText[],
  heroes: readonly PictureUse[],
  { to, shelf }: { readonly to: Permalinks; readonly shelf: BodyShelf },
  report: Report,
): PreparedEvent => {
  const bodies = texts.map(({ text, slug: entry }) => {
    const page = to.absolute(entry === undefined ? to.event(slug) : to.entry(slug, entry));
    return prepareBody(text, { idPrefix: entry ?? '', page }, shelf, report);
  });
  return { slug, bodies, uses: [...bodies.flatMap(({ pictures }) => pictures), ...heroes] };
};

/** The finished texts and pictures of an event. */
export type FinishedEvent = {
  readonly bodies: ReadonlyMap<Text, Body>;
  readonly pictureAt: (path: string) => ShownPicture | undefined;
  /** Every picture that it publishes. */
  readonly plans: readonly PicturePlan[];
};

/** What texts are finished with. */
export type Finishing = {
  readonly to: Permalinks;
  readonly targets: LinkTargets;
  readonly source: PictureSource;
  readonly pictures: Pictures;
};

/** Resolves links and pictures of an event. */
export const finishEvent = async (
  { slug, bodies, uses }: PreparedEvent,
  { to, targets, source, pictures }: Finishing,
  report: Report,
): Promise<FinishedEvent> => {
  const plans = await planPictures(uses, source, report, pictures);
  const pictureAt = (path: string): ShownPicture | undefined => {
    const plan = plans.get(path);
    return plan && { src: to.media(slug, plan.name), width: plan.width, height: plan.height };
  };
  return {
    bodies: new Map(bodies.map((one) => [one.text, one.finish({ targets, pictureAt }, report)])),
    pictureAt,
    plans: [...new Map([...plans.values()].map((plan) => [plan.name, plan])).values()],
  };
};
