import { loadSharp } from '../media/load-sharp.ts';
import { openUpright } from '../media/open-upright.ts';
import { type Card, cardHeight, cardWidth } from './card.ts';
import { layOutArchive } from './lay-out-archive.ts';
import { layOutEvent, pictureWidth } from './lay-out-event.ts';
import { layOutMilestone } from './lay-out-milestone.ts';
import { colours } from './page-of-card.ts';

/**
 * Draws a card as PNG. What it says has become paths, so that every machine draws the same; `picture` are the bytes of
 * the picture that it shows.
 */
export const drawCard = async (card: Card, picture?: Uint8Array): Promise<Uint8Array> => {
  const sharp = await loadSharp();
  const drawing = sharp(Buffer.from(svgOf(await layOut(card))));
  const page = picture ? drawing.composite([await pictureIn(card, picture)]) : drawing;
  return page
    .removeAlpha()
    .png(picture ? withPicture : wordsOnly)
    .toBuffer();
};

/** Words are soon written: a milestone that is waited for has its card within milliseconds. */
const wordsOnly = { compressionLevel: 6 };

/** A photograph in all its colours would be a megabyte; programs for messages show none that is larger than a third of that. */
const withPicture = { palette: true, quality: 100, effort: 4, compressionLevel: 9 };

const layOut = (card: Card): Promise<string> => {
  switch (card.kind) {
    case 'archive':
      return layOutArchive(card);
    case 'event':
      return layOutEvent(card);
    case 'milestone':
      return layOutMilestone(card);
  }
};

const svgOf = (drawn: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}">` +
  `<rect width="${cardWidth}" height="${cardHeight}" fill="${colours.paper}"/>${drawn}</svg>`;

/** The part of a picture that catches the eye, at the end of the lines. */
const pictureIn = async ({ direction }: Card, bytes: Uint8Array) => {
  const sharp = await loadSharp();
  const upright = (await openUpright(bytes, 2 * cardWidth)).flatten({ background: colours.paper });
  const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const input = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: pictureWidth, height: cardHeight, fit: 'cover', position: sharp.strategy.attention })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return { input, top: 0, left: direction === 'rtl' ? 0 : cardWidth - pictureWidth };
};
