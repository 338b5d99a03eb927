import { type Archive, type PictureUse, standing, type Text } from './archive.ts';

/**
 * A text of an event, and the slug of the entry that it is the body of; or one of no event, which is the body of the page with
 * that slug. `language` is said where it is not that of the others.
 */
export type EventText = {
  readonly event: string | undefined;
  readonly text: Text;
  readonly slug?: string;
  readonly language?: string;
};

/** The texts that belong to no event: the bodies of the archive's own pages. */
export const ownTextsOf = ({ pages }: Pick<Archive, 'pages'>): EventText[] =>
  pages.map(({ slug, body, language }) => ({ event: undefined, text: body, slug, language }));

/** Every text that events show: of each event the standfirst, what stands below its picture, and the bodies of its entries. */
export const textsOf = ({ events }: Pick<Archive, 'events'>): EventText[] =>
  events.flatMap((event) => [
    { event: event.slug, text: event.standfirst },
    ...[event.hero?.caption, event.hero?.credit].flatMap((text) => (text ? [{ event: event.slug, text }] : [])),
    ...standing(event.entries).map(({ slug, body }) => ({ event: event.slug, text: body, slug })),
  ]);

/** Where an event shows a picture. */
export type EventPicture = PictureUse & { readonly event: string };

/** The pictures that settings of events name, each of which leads to its largest file. */
export const heroesOf = ({ events }: Pick<Archive, 'events'>): EventPicture[] =>
  events.flatMap(({ slug, hero }) =>
    hero ? (['hero', 'large'] as const).map((as) => ({ event: slug, picture: hero.file, place: hero.place, as })) : [],
  );
