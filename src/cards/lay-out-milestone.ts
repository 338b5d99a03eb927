import type { Node } from '@takumi-rs/core';
import type { MilestoneCard } from './card.ts';
import { type CardPage, foot, inner, margin, pageOf, small } from './page-of-card.ts';

/** The column of the time, and the space on both sides of the thin rule that stands beside it. */
const clock = 236;
const gap = 36;

/** Where the lower part begins: the figure stands above it, the time and what happened in it. */
const lower = 418;

/** The card of a milestone, its figure set large, and below it when it was and what happened. */
export const layOutMilestone = async (card: MilestoneCard): Promise<readonly Node[]> => {
  const page = pageOf(card);
  const archive = await page.text(card.archive, { ...small(330), role: 'serif', sizes: [28, 22] });
  const event = await page.text(card.event, small(inner - archive.breadth - 48 - 60));
  const parts = [
    page.rule({ from: margin, top: margin, width: inner, height: 3 }, page.colours.ink),
    event.draw(margin, margin + 28, page.colours.soft),
    page.sign(margin + inner - archive.breadth - 48, margin + 24),
    archive.draw(margin + inner - archive.breadth, margin + 27, page.colours.ink),
    ...(await layOutFigure(card, page)),
    page.rule({ from: margin + clock + gap, top: lower, width: 2, height: foot - lower }, page.colours.rule),
    ...(await layOutMoment(card, page)),
  ];
  return parts;
};

/** Where there is no figure, the title stands in its place. */
const layOutFigure = async (card: MilestoneCard, page: CardPage): Promise<readonly Node[]> => {
  const [top, bottom] = [margin + 88, lower - 38];
  const hasNotes = card.notes.length > 0;
  const notes = await page.text(card.notes.join(' · '), small(inner, 30));
  const isTitle = card.figure === undefined;
  const figure = await page.text(card.figure ?? card.title, {
    role: 'serif',
    sizes: isTitle ? [112, 44] : card.isRecord ? [184, 48] : [148, 48],
    leading: 1,
    tracking: -0.02,
    width: inner,
    height: bottom - top - (hasNotes ? notes.height + 12 : 0),
  });
  const all = figure.height + (hasNotes ? notes.height + 12 : 0);
  const from = top + Math.max(0, (bottom - top - all) / 2);
  return [
    figure.draw(margin, from, isTitle ? page.colours.ink : page.colours.accent),
    notes.draw(margin, from + figure.height + 12, page.colours.soft),
  ];
};

/** The time in its column, and what happened beside it; where that is said above, the date. */
const layOutMoment = async (card: MilestoneCard, page: CardPage): Promise<readonly Node[]> => {
  const from = margin + clock + 2 * gap;
  const height = foot - lower;
  const isSaid = card.figure === undefined;
  const time = await page.text(card.time ?? '', {
    role: 'serif',
    sizes: [50, 26],
    leading: 1.05,
    isTabular: true,
    width: clock,
    height: 100,
  });
  const dates = await Promise.all([card.date, card.offset ?? ''].map((line) => page.text(line, small(clock, 24))));
  const title = await page.text(isSaid ? '' : card.title, {
    role: 'serif',
    sizes: [58, 30],
    leading: 1.1,
    tracking: -0.01,
    width: margin + inner - from,
    height,
  });
  const [x, y] = isSaid ? [from, lower + 10] : [margin, lower + (time.height === 0 ? 0 : time.height + 14)];
  return [
    time.draw(margin, lower, page.colours.ink),
    ...dates.map((line, index) => line.draw(x, y + 36 * index, page.colours.soft)),
    title.draw(from, lower, page.colours.ink),
  ];
};
