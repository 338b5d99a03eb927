import type { UpdatePicture } from '../live-blog.ts';
import { shownAddress } from '../media/web-address.ts';
import { addressOn, pictureAddressOf } from './address.ts';
import { lineOfText } from './body.ts';
import { addressOfNode, type Graph, isOfType, isThing, type Thing, textsOfNode, valuesOf } from './graph.ts';

/** The pictures of a thing, those of its videos that have no address themselves, and why something is none. */
type PagePictures = { readonly pictures: readonly UpdatePicture[]; readonly without: readonly string[] };

/** Of one picture in several sizes (the same file name, with widths) the widest is taken. Addresses are seen from `base`. */
export const picturesOf = (graph: Graph, thing: Thing, base: string | undefined): PagePictures => {
  const without: string[] = [];
  const found = new Map<string, { picture: UpdatePicture; width: number }>();
  for (const value of [...valuesOf(graph, thing, 'image'), ...stillsOf(graph, thing, base)]) {
    const written = addressOfNode(graph, value, ['contentUrl', 'url', 'thumbnail', 'thumbnailUrl']);
    const address = written === undefined ? undefined : pictureAddressOf(written, base);
    if (address === undefined)
      without.push(written ? `Its address is none of the web: ${shownAddress(written)}` : 'It has no address.');
    else {
      const width = isThing(value) ? Number.parseFloat(textsOfNode(graph, value, 'width')[0] ?? '') : Number.NaN;
      const key = width > 0 ? (address.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? address) : address;
      const known = found.get(key);
      if (known && known.picture.address !== address) without.push('It is there in another size, too.');
      if (!known || width > known.width) found.set(key, { picture: pictureOf(graph, value, address), width });
    }
  }
  return { pictures: [...found.values()].map(({ picture }) => picture), without };
};

const pictureOf = (graph: Graph, value: unknown, address: string): UpdatePicture => {
  const said = (property: string): string =>
    isThing(value) ? lineOfText(textsOfNode(graph, value, property)[0] ?? '') : '';
  const caption = said('caption');
  const credit = said('creditText');
  return { address, ...(caption && { caption }), ...(credit && { credit }) };
};

/** The addresses of the videos of a thing. */
export const videosOf = (graph: Graph, thing: Thing, base: string | undefined): string[] => [
  ...new Set(videosIn(graph, thing).flatMap((video) => videoAddress(graph, video, base) ?? [])),
];

const stillsOf = (graph: Graph, thing: Thing, base: string | undefined): unknown[] =>
  videosIn(graph, thing).filter((video) => videoAddress(graph, video, base) === undefined);

const videosIn = (graph: Graph, thing: Thing): unknown[] => [
  ...valuesOf(graph, thing, 'video'),
  ...valuesOf(graph, thing, 'associatedMedia').filter((media) => isThing(media) && isOfType(media, 'VideoObject')),
];

const videoAddress = (graph: Graph, video: unknown, base: string | undefined): string | undefined => {
  const written = addressOfNode(graph, video, ['contentUrl', 'embedUrl', 'url']);
  return written === undefined ? undefined : addressOn(written, base);
};
