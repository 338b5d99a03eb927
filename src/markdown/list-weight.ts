import { type Entry, type Event, standing } from '../core/archive.ts';
import type { Body } from './body.ts';
import { cutText } from './excerpt.ts';

/** A note as a list shows it: cut behind a word at 280 characters. The entry's own page has all of it. */
export const noteInList = (note: string): string => cutText(note, 280);

/**
 * The bytes that an entry in a list takes beside its body: its title four times, and all that is printed below it. What has
 * been withdrawn is not printed, and does not count.
 */
export const weightOfOthers = ({
  title,
  slug,
  topics,
  corrections,
  withdrawn,
  milestone,
  label = '',
}: Entry): number =>
  withdrawn
    ? bytesOf(slug.repeat(5), noteInList(withdrawn.reason)) + 200
    : bytesOf(
        title.repeat(milestone ? 4 : 3),
        slug.repeat(milestone ? 6 : 5),
        label,
        ...corrections.map(({ note }) => noteInList(note)),
      ) +
      200 * (topics.length + corrections.length + (milestone ? 1 : 0));

/** At most what stands above the entries on a timeline: standfirst, results, milestones, their chart, days and topics. */
export const weightAbove = ({ results, days, topics, entries }: Event, standfirst: Body): number =>
  bytesOf(standfirst.html, ...results.flatMap(({ label, value, note = '' }) => [label, value, note])) +
  200 * (results.length + 2 * days.length + Math.ceil(entries.length / 100)) +
  standing(entries)
    .filter(({ pinned }) => pinned)
    .slice(-5)
    .reduce((sum, { title, slug }) => sum + bytesOf(title, slug, slug) + 1000, 0) +
  weightOfChart(standing(entries).filter(({ milestone }) => milestone?.amount !== undefined).length) +
  topics.reduce((sum, { slug, title }) => sum + bytesOf(slug, title) + 80, 8000);

/** Its line has 800 corners at most. */
const weightOfChart = (values: number): number => (values < 2 ? 0 : 8000 + 25 * Math.min(800, values));

const bytesOf = (...texts: readonly string[]): number => Buffer.byteLength(texts.join(''));
