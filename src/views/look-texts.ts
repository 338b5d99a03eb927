import { printJsonLd } from '../feeds/json-ld/pages.ts';
import { publisherOf } from '../feeds/json-ld/parts.ts';
import type { OpenSite } from './open-site.ts';
import { lookView } from './page-view.ts';

/**
 * What the colours of an archive give to the pages of an event, each text as it is printed in heads and in JSON-LD. Other colours
 * with the same fonts and the same logo give as many, in the same order.
 */
export const lookTextsOf = (site: OpenSite): readonly string[] => {
  const { icons, papers } = lookView(site);
  const media = site.events.flatMap((event) => event.media.flatMap(({ names }) => names));
  const cards = media.filter((name) => cardName.test(name)).map((name) => `/${name}"`);
  return [icons, papers, printJsonLd([publisherOf(site.site)]).slice(1, -1), ...cards];
};

const cardName = /^card-[0-9a-f]{12}\.png$/;
const cardBegin = '/card-';
const cardLength = '/card-0123456789ab.png"'.length;

/** Puts what other colours give in the place of what those gave with which a page has been printed. */
export const withLook = (from: readonly string[], to: readonly string[]): ((page: Uint8Array) => Uint8Array) => {
  const changed = from.flatMap((text, index) => (text === to[index] ? [] : [[text, to[index] ?? ''] as const]));
  const others = new Map(changed.map(([text, other]) => [text, Buffer.from(other)]));
  if (others.size === 0) return (page) => page;
  const isCard = (text: string): boolean => text.startsWith(cardBegin) && text.length === cardLength;
  const long = changed.map(([text]) => text).filter((text) => !isCard(text));
  return (page) => {
    const bytes = Buffer.from(page.buffer, page.byteOffset, page.length);
    const parts: Uint8Array[] = [];
    let done = 0;
    const replace = (at: number, text: string): void => {
      const other = others.get(text);
      if (!other || at < done) return;
      parts.push(bytes.subarray(done, at), other);
      done = at + Buffer.byteLength(text);
    };
    for (const part of readByMachines(bytes)) {
      const found = [
        ...long.flatMap((text) => placesOf(text, bytes, part).map((at) => ({ at, text }))),
        ...placesOf(cardBegin, bytes, part).map((at) => ({ at, text: bytes.toString('latin1', at, at + cardLength) })),
      ];
      for (const { at, text } of found.sort((a, b) => a.at - b.at)) replace(at, text);
    }
    return Buffer.concat([...parts, bytes.subarray(done)]);
  };
};

type Part = readonly [from: number, to: number];

/** The head of a page, and its JSON-LD: there, no words of writers have a quotation mark of their own. */
const readByMachines = (page: Buffer): readonly Part[] => {
  const head = page.indexOf('</head>');
  const data = placesOf('<script type="application/ld+json"', page, [head, page.length]);
  return [[0, head], ...data.map((from): Part => [from, page.indexOf('</script>', from)])];
};

const placesOf = (text: string, page: Buffer, [from, to]: Part): readonly number[] => {
  const places: number[] = [];
  for (let at = page.indexOf(text, from); at >= 0 && at < to; at = page.indexOf(text, at + 1)) places.push(at);
  return places;
};
