import { type Archive, type PictureUse, standing, type Text } from './archive.ts';

/** A text of an event, and the slug of the entry that it is the body of. */
export type EventText = { readonly event: string; readonly text: Text; readonly slug?: string };

/** Every text that an archive shows: of each event the standfirst, what stands below its picture, and the bodies of its entries. */
export const textsOf = ({ events }: Archive): EventText[] =>
  events.flatMap((event) => [
    { event: event.slug, text: event.standfirst },
    ...[event.hero?.caption, event.hero?.credit].flatMap((text) => (text ? [{ event: event.slug, text }] : [])),
    ...standing(event.entries).map(({ slug, body }) => ({ event: event.slug, text: body, slug })),
  ]);

/** Where an event shows a picture. */
type EventPicture = PictureUse & { readonly event: string };

/** The pictures that settings of events name, each of which leads to its largest file. */
export const heroesOf = ({ events }: Archive): EventPicture[] =>
  events.flatMap(({ slug, hero }) =>
    hero ? (['hero', 'large'] as const).map((as) => ({ event: slug, picture: hero.file, place: hero.place, as })) : [],
  );
