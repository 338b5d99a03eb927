import { type Archive, type PictureUse, type Place, standing, type Text } from './archive.ts';

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

/** The texts that belong to no event: the bodies of the archive's own pages, and the line at the foot of each page. */
export const ownTextsOf = ({ pages, site }: Pick<Archive, 'pages' | 'site'>): EventText[] => [
  ...pages.map(({ slug, body, language }) => ({ event: undefined, text: body, slug, language })),
  ...(site.footer ? [{ event: undefined, text: site.footer }] : []),
];

/** Every text that events show: of each event the standfirst, what stands below its picture, and the bodies of its entries. */
export const textsOf = ({ events }: Pick<Archive, 'events'>): EventText[] =>
  events.flatMap((event) => [
    { event: event.slug, text: event.standfirst },
    ...[event.hero?.caption, event.hero?.credit].flatMap((text) => (text ? [{ event: event.slug, text }] : [])),
    ...standing(event.entries).map(({ slug, body }) => ({ event: event.slug, text: body, slug })),
  ]);

/** Where an event shows a picture. */
type EventPicture = PictureUse & { readonly event: string };

/** The pictures that settings of events name, each of which leads to its largest file. */
export const heroesOf = ({ events }: Pick<Archive, 'events'>): EventPicture[] =>
  events.flatMap(({ slug, hero }) =>
    hero ? (['hero', 'large'] as const).map((as) => ({ event: slug, picture: hero.file, place: hero.place, as })) : [],
  );

/** An address within the site that settings name, of an event or of the archive, and where they name it. */
export type NamedAddress = { readonly event: string | undefined; readonly address: string; readonly place: Place };

/** The addresses within the site that settings of events name. */
export const namedByEvents = ({ events }: Pick<Archive, 'events'>): NamedAddress[] =>
  events.flatMap(({ slug, links }) => namedIn(slug, links));

/** The same of the archive, with those of scripts. */
export const namedByArchive = ({ site: { links, head } }: Pick<Archive, 'site'>): NamedAddress[] => {
  const scripts = head.scripts.map(({ attributes: { src }, ...script }) => ({ url: String(src), ...script }));
  return namedIn(undefined, [...links, ...scripts]);
};

const namedIn = (
  event: string | undefined,
  links: readonly { readonly url: string; readonly place?: Place }[],
): NamedAddress[] => links.flatMap(({ url, place }) => (place ? { event, address: url, place } : []));
