import type { Node, RgbaImage } from '@takumi-rs/core';
import { loadSharp } from '../media/load-sharp.ts';
import { openUpright } from '../media/open-upright.ts';
import { type Card, cardHeight, cardWidth } from './card.ts';
import { layOutArchive } from './lay-out-archive.ts';
import { layOutEvent, pictureWidth } from './lay-out-event.ts';
import { layOutMilestone } from './lay-out-milestone.ts';
import { usualColours } from './page-of-card.ts';
import { render } from './takumi.ts';

/** Draws a card as PNG, with fonts that every machine has; `picture` are the bytes of the picture that it shows. */
export const drawCard = async (card: Card, picture?: Uint8Array): Promise<Uint8Array> => {
  const words = await layOut(card);
  const { paper = usualColours.paper } = card.colours ?? {};
  if (!picture) return render(sheetOf(paper, words), 'png');
  const pixels = await render(sheetOf(paper, [...words, await pictureIn(card, paper, picture)]), 'raw');
  const sharp = await loadSharp();
  return sharp(pixels, { raw: { width: cardWidth, height: cardHeight, channels: 4 } })
    .removeAlpha()
    .png(withPicture)
    .toBuffer();
};

/** A photograph in all its colours would be a megabyte; programs for messages show none that is larger than a third of that. */
const withPicture = { palette: true, quality: 100, effort: 4, compressionLevel: 9 };

const layOut = (card: Card): Promise<readonly Node[]> => {
  switch (card.kind) {
    case 'archive':
      return layOutArchive(card);
    case 'event':
      return layOutEvent(card);
    case 'milestone':
      return layOutMilestone(card);
  }
};

const sheetOf = (backgroundColor: string, children: readonly Node[]): Node => ({
  type: 'container',
  style: { position: 'relative', width: cardWidth, height: cardHeight, backgroundColor },
  children: [...children],
});

const pictureIn = async ({ direction }: Card, paper: string, bytes: Uint8Array): Promise<Node> => ({
  type: 'image',
  src: await cropped(paper, bytes),
  style: {
    position: 'absolute',
    top: 0,
    [direction === 'rtl' ? 'left' : 'right']: 0,
    width: pictureWidth,
    height: cardHeight,
  },
});

/** The part of a picture that catches the eye, as pixels. */
const cropped = async (background: string, bytes: Uint8Array): Promise<RgbaImage> => {
  const sharp = await loadSharp();
  const upright = (await openUpright(bytes, 2 * cardWidth)).flatten({ background });
  const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: pictureWidth, height: cardHeight, fit: 'cover', position: sharp.strategy.attention })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { width: pictureWidth, height: cardHeight, data: pixels };
};
