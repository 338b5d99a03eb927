import type { Node } from '@takumi-rs/core';
import type { ArchiveCard } from './card.ts';
import { foot, inner, margin, pageOf, small } from './page-of-card.ts';

/** The card of an archive, its title as large as it can be, what it keeps, and where. */
export const layOutArchive = async (card: ArchiveCard): Promise<readonly Node[]> => {
  const page = pageOf(card);
  const { colours } = page;
  const title = await page.text(card.title, {
    role: 'serif',
    sizes: [132, 48],
    leading: 1.02,
    tracking: -0.02,
    width: inner,
    height: 268,
  });
  const description = await page.text(card.description, {
    role: 'serif',
    sizes: [42, 28],
    leading: 1.3,
    width: inner,
    height: 98,
  });
  const address = await page.text(card.address, small(inner - 60));
  const top = margin + 34;
  return [
    page.rule({ from: margin, top: margin, width: inner, height: 3 }, colours.ink),
    title.draw(margin, top, colours.ink),
    description.draw(margin, top + title.height + 14, colours.soft),
    page.sign(margin, foot - 32),
    address.draw(margin + 48, foot - 30, colours.soft),
  ];
};
