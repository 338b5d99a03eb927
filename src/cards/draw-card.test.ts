import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { drawCard } from './draw-card.ts';
import { aMilestoneCard, anArchiveCard, anEventCard, inkOf } from './testing.ts';

const long = 'A title of two hundred characters goes on and on, because somebody has written a whole sentence, '.repeat(
  2,
);
const picture = await sharp({ create: { width: 900, height: 500, channels: 3, background: '#1c6e3a' } })
  .jpeg()
  .toBuffer();

describe('a card', () => {
  test('is a PNG of 1200 × 630 pixels, the same bytes every time', async () => {
    const [one, other] = [await drawCard(aMilestoneCard()), await drawCard(aMilestoneCard())];
    expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(Buffer.from(one).equals(other)).toBe(true);
    expect(one.length).toBeLessThan(100_000);
  });

  test('is the same, whatever has been drawn before it', async () => {
    const card = anEventCard({ language: 'zh', title: '天', dates: '年', location: '', archive: '日' });
    await drawCard(anArchiveCard({ title: 'Archive מהרג' }));
    const later = await drawCard(card);
    vi.resetModules();
    const first = await (await import('./draw-card.ts')).drawCard(card);
    expect(Buffer.from(first).equals(later)).toBe(true);
  });

  test('has no metadata', async () => {
    const { exif, icc, xmp, iptc } = await sharp(await drawCard(anEventCard({ picture: 'a' }), picture)).metadata();
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each([
    ['of a milestone', aMilestoneCard()],
    ['of a key moment', aMilestoneCard({ notes: [], figure: undefined as never, isRecord: false })],
    ['of an event', anEventCard()],
    ['of an archive', anArchiveCard()],
    ['with long words', anEventCard({ title: 'Donaudampfschifffahrt'.repeat(9), dates: long, location: long })],
    [
      'with everything too long',
      aMilestoneCard({ title: long, event: long, archive: long, figure: long, notes: [long] }),
    ],
    ['in Chinese', aMilestoneCard({ language: 'zh', title: '天猫双十一'.repeat(30), figure: '2684亿元' })],
    ['in Arabic', aMilestoneCard({ language: 'ar', direction: 'rtl', title: 'مهرجان التسوق '.repeat(15) })],
    ['full of emoji', anArchiveCard({ title: '🚀'.repeat(80), description: '🎉'.repeat(99) })],
  ])('%s leaves its edges empty', async (_name, card) => {
    const { left, top, right, bottom } = await inkOf(await drawCard(card));
    expect([left >= 60, right <= 1140, top >= 60, bottom <= 580]).toEqual([true, true, true, true]);
  });

  test('of a milestone has its figure large, in red', async () => {
    const png = await drawCard(aMilestoneCard());
    const { top, bottom, right } = await inkOf(png, { left: 68, top: 140, width: 1064, height: 200 });
    expect(bottom - top).toBeGreaterThan(100);
    expect(right).toBeGreaterThan(1000);
    const red = await sharp(png).extract({ left: 68, top: 140, width: 1064, height: 200 }).raw().toBuffer();
    expect(red.includes(Buffer.from([0xa6, 0x2f, 0x17]))).toBe(true);
  });

  test('in Arabic is the mirror of one in English', async () => {
    const ltr = await drawCard(anEventCard({ title: 'Gala' }));
    const rtl = await drawCard(anEventCard({ language: 'ar', direction: 'rtl', title: 'حفل' }));
    const [title, mirrored] = [
      await inkOf(ltr, { top: 150, height: 200 }),
      await inkOf(rtl, { top: 150, height: 200 }),
    ];
    expect([title.left < 100, title.right < 700]).toEqual([true, true]);
    expect([mirrored.left > 500, mirrored.right > 1100]).toEqual([true, true]);
  });
});

describe('the picture of an event', () => {
  const greenAt = async (png: Uint8Array, left: number) => {
    const pixels = await sharp(png).extract({ left, top: 300, width: 20, height: 20 }).raw().toBuffer();
    return pixels.every((value, at) => Math.abs(value - ([0x1c, 0x6e, 0x3a][at % 3] ?? 0)) < 6);
  };

  test('fills the end of its card from edge to edge', async () => {
    const png = await drawCard(anEventCard({ picture: 'a' }), picture);
    expect([await greenAt(png, 640), await greenAt(png, 700), await greenAt(png, 1180)]).toEqual([false, true, true]);
    const mirrored = await drawCard(anEventCard({ picture: 'a', direction: 'rtl', language: 'ar' }), picture);
    expect([await greenAt(mirrored, 0), await greenAt(mirrored, 560)]).toEqual([true, false]);
  });

  test('stands upright, whatever the camera held, and on paper where it can be seen through', async () => {
    const turned = await sharp(picture).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const clear = await sharp({ create: { width: 80, height: 80, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    expect(await greenAt(await drawCard(anEventCard({ picture: 'a' }), turned), 900)).toBe(true);
    expect((await inkOf(await drawCard(anEventCard({ picture: 'a' }), clear), { left: 680 })).pixels).toBe(0);
  });
});
