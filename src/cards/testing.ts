import sharp from 'sharp';
import { type ArchiveCard, cardHeight, cardWidth, type EventCard, type MilestoneCard } from './card.ts';

export const anArchiveCard = (given: Partial<ArchiveCard> = {}): ArchiveCard => ({
  kind: 'archive',
  language: 'en',
  title: 'The archive',
  description: 'Events worth keeping.',
  address: 'recaps.example.org',
  ...given,
});

export const anEventCard = (given: Partial<EventCard> = {}): EventCard => ({
  kind: 'event',
  language: 'en',
  title: 'Gala',
  archive: 'The archive',
  dates: '10–11 November 2019',
  location: 'Hangzhou',
  ...given,
});

export const aMilestoneCard = (given: Partial<MilestoneCard> = {}): MilestoneCard => ({
  kind: 'milestone',
  language: 'en',
  title: 'Ten billion dollars in less than half an hour',
  archive: 'The archive',
  event: 'Gala',
  figure: 'US$10 billion',
  isRecord: true,
  notes: ['Gross merchandise volume'],
  time: '00:29:45',
  date: '11 November 2019',
  offset: 'UTC+08:00',
  ...given,
});

/** Where a card has ink: the box about everything that is not paper, in pixels; the sides are counted from the left and the top. */
export const inkOf = async (
  png: Uint8Array,
  { left = 0, top = 0, ...size }: Partial<Record<'left' | 'top' | 'width' | 'height', number>> = {},
): Promise<{ left: number; top: number; right: number; bottom: number; pixels: number }> => {
  const { width = cardWidth - left, height = cardHeight - top } = size;
  const data = await sharp(png)
    .extract({ left, top, width, height })
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const box = { left: cardWidth, top: cardHeight, right: 0, bottom: 0, pixels: 0 };
  for (const [at, grey] of data.entries()) {
    if (grey > 215) continue;
    const [x, y] = [left + (at % width), top + Math.floor(at / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
    box.pixels += 1;
  }
  return box;
};
