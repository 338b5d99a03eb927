import { type Aim, atLeast, atMost } from '../aims.ts';
import type { Measurement } from '../measure.ts';
import { median } from '../table.ts';
import type { ArchiveResult } from './measure-archive.ts';

/** Builds of an archive from nothing. */
export type ColdResult = Pick<ArchiveResult, 'events' | 'size'> & { readonly cold: readonly Measurement[] };

/** What was measured as a Markdown table: median and slowest in seconds, and the largest peak of memory. */
export const publishTable = (archives: readonly ArchiveResult[], colds: readonly ColdResult[]): string => {
  const rows = [
    ...archives.flatMap((one) => [
      row(one, 'one entry, from push to page', one.pushes, 3),
      row(one, 'one entry after a pause', one.first, 3),
      row(one, 'all pages anew, caches warm', one.anew),
      row(one, 'all pages anew, by Hugo', one.hugoAnew),
      row(one, 'all pages over earlier ones, by Hugo', one.hugoAgain),
    ]),
    ...colds.map((one) => row(one, 'all pages from nothing', one.cold)),
  ];
  return [
    '| Events | Entries | What | Median | Slowest | Peak memory |',
    '| --: | --: | :-- | --: | --: | --: |',
    ...rows.flat(),
  ].join('\n');
};

/** Nothing where nothing was measured. */
const row = (
  { events, size }: Pick<ArchiveResult, 'events' | 'size'>,
  what: string,
  measurements: readonly Measurement[],
  digits = 2,
): string[] => {
  if (measurements.length === 0) return [];
  const seconds = measurements.map((one) => one.seconds);
  const peak = peakOf(measurements);
  const cells = [
    String(events),
    size.toLocaleString('en'),
    what,
    `${median(seconds).toFixed(digits)} s`,
    `${Math.max(...seconds).toFixed(digits)} s`,
    peak === undefined ? '–' : `${Math.round(peak / 2 ** 20)} MB`,
  ];
  return [`| ${cells.join(' | ')} |`];
};

/** What is aimed at, for the first archive and for the second, which is larger. */
const goals = {
  seconds: 0.7,
  anewTimesHugo: 1.2,
  coldGigabytes: 1.2,
  first: { fasterThanHugo: 4 },
  second: { fasterThanHugo: 10, timesFirst: 1.3, memoryTimesFirst: 1.1 },
} as const;

/** Which aims are met, as far as what they need was measured. */
export const publishAims = (
  [first, second]: readonly ArchiveResult[],
  [cold, coldInMore]: readonly ColdResult[],
): readonly Aim[] => {
  const aims: Aim[] = [];
  if (first) {
    aims.push(atMost(`One entry live in ${nameOf(first)}`, middle(first.pushes), goals.seconds, 's'));
    aims.push(...fasterThanHugo(first, goals.first.fasterThanHugo));
    if (first.anew.length > 0 && first.hugoAnew.length > 0) {
      const ratio = middle(first.anew) / middle(first.hugoAnew);
      aims.push(
        atMost('… all pages anew with warm caches, as many times as long as Hugo', ratio, goals.anewTimesHugo, '×'),
      );
    }
  }
  if (first && second) {
    const ratio = middle(second.pushes) / middle(first.pushes);
    aims.push(
      atMost(`One entry live in ${nameOf(second)}, as many times as long`, ratio, goals.second.timesFirst, '×'),
    );
    aims.push(...fasterThanHugo(second, goals.second.fasterThanHugo));
  }
  const [peak, peakInMore] = [peakOf(cold?.cold ?? []), peakOf(coldInMore?.cold ?? [])];
  if (cold && peak !== undefined)
    aims.push(atMost(`Memory of a build of ${nameOf(cold)} from nothing`, peak / 1e9, goals.coldGigabytes, 'GB'));
  if (coldInMore && peak !== undefined && peakInMore !== undefined) {
    const ratio = peakInMore / peak;
    aims.push(atMost(`… of ${nameOf(coldInMore)}, as many times as much`, ratio, goals.second.memoryTimesFirst, '×'));
  }
  return aims;
};

const fasterThanHugo = ({ pushes, hugoAgain }: ArchiveResult, least: number): Aim[] =>
  hugoAgain.length === 0
    ? []
    : [atLeast('… as many times faster than Hugo', middle(hugoAgain) / middle(pushes), least, '×')];

const nameOf = ({ events, size }: Pick<ArchiveResult, 'events' | 'size'>): string =>
  `${events} events with ${size.toLocaleString('en')} entries`;

const middle = (measurements: readonly Measurement[]): number => median(measurements.map(({ seconds }) => seconds));

const peakOf = (measurements: readonly Measurement[]): number | undefined => {
  const peaks = measurements.flatMap(({ peak }) => peak ?? []);
  return peaks.length === 0 ? undefined : Math.max(...peaks);
};
