import type { Node } from '@takumi-rs/core';
import { cardWidth, type EventCard } from './card.ts';
import { foot, inner, margin, pageOf, small } from './page-of-card.ts';

/** How wide the picture of an event's card is; it is as high as the card, at the end of its lines. */
export const pictureWidth = 528;

/** The card of an event, its dates, its title, and room for its picture where it has one. */
export const layOutEvent = async (card: EventCard): Promise<readonly Node[]> => {
  const page = pageOf(card);
  const { colours } = page;
  const hasPicture = card.picture !== undefined;
  const width = hasPicture ? cardWidth - pictureWidth - margin - 56 : inner;
  const said = [card.dates, card.location ?? ''].filter((part) => part !== '');
  const lines = hasPicture ? said : [said.join(' · ')];
  const kicker = await Promise.all(lines.map((line) => page.text(line, small(width))));
  const top = margin + 28 + 36 * kicker.length + 16;
  const title = await page.text(card.title, {
    role: 'serif',
    sizes: hasPicture ? [116, 36] : [164, 48],
    leading: 1.02,
    tracking: -0.02,
    width,
    height: foot - 32 - 40 - top,
  });
  const archive = await page.text(card.archive, { ...small(width - 48), role: 'serif', sizes: [28, 24] });
  return [
    page.rule({ from: margin, top: margin, width, height: 3 }, colours.ink),
    ...kicker.map((line, index) => line.draw(margin, margin + 28 + 36 * index, colours.soft)),
    title.draw(margin, top, colours.ink),
    page.sign(margin, foot - 32),
    archive.draw(margin + 48, foot - 29, colours.ink),
  ];
};
