import { availableParallelism, cpus } from 'node:os';
import { packageVersion } from '../../../src/io/settings.ts';
import { type Bench, type BenchResult, bareLoop, median } from './rounds.ts';

/** To what each time is compared, where the same archive was built by it: the heading of the column, and the row. */
const peers = ['Hugo', 'Hugo and Pagefind', 'Eleventy and Pagefind'] as const;

/** What is not measured of Recapsule is compared with nothing. */
const others: readonly string[] = [...peers, 'Eleventy', bareLoop];

/** A ratio may be so many times as high as the documented one. */
const tolerance = 1.5;

/** What was found as a Markdown table: medians in seconds, as multiples of others, and what there is for each entry. */
export const tableOf = (results: readonly BenchResult[]): string => {
  const headings = ['entries', 'what', 's', 'MB', ...peers.map((peer) => `× ${peer}`), 'per entry'];
  const rows = results.map((result) => {
    const ratios = peers.map((peer) => {
      const other = results.find(({ archive, what }) => archive === result.archive && what === peer);
      return other && !others.includes(result.what) ? ratioOf(result, other) : '';
    });
    return [result.archive, result.what, secondsOf(result), peakOf(result), ...ratios, figure(result.perEntry)];
  });
  const lines = [headings, ['---', '---', ...headings.slice(2).map(() => '--:')], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`.replaceAll(/(?<=\|) {2}(?=\|)/g, ' ')).join('\n');
};

const middle = ({ measurements }: BenchResult): number | undefined =>
  measurements.length === 0 ? undefined : median(measurements.map(({ seconds }) => seconds));

const secondsOf = (result: BenchResult): string => figure(middle(result));

const ratioOf = (result: BenchResult, peer: BenchResult): string => {
  const [own, other] = [middle(result), middle(peer)];
  return own === undefined || other === undefined ? '' : figure(own / other);
};

/** Two digits of what is small, and one or none of what is not. */
const figure = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

const peakOf = ({ measurements }: BenchResult): string => {
  const peaks = measurements.flatMap(({ peak }) => peak ?? []);
  return peaks.length === 0 ? '' : (Math.max(...peaks) / 1e6).toFixed(0);
};

/** A sentence on what was measured with: the day, the machine, and the versions of all. */
export const machineOf = ({ hugo, eleventy, rounds }: Bench): string => {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  const others = [hugo, eleventy].flatMap((one) => (one ? `${one.name} ${one.version}` : []));
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'of an unknown kind'})`;
  const versions = [`Node ${process.versions.node}`, ...others, `Pagefind ${packageVersion('pagefind')}`];
  return `Measured on ${day} on ${machine} with ${versions.join(', ')}: medians of ${rounds} rounds that count.`;
};

/** Which ratios of a table are too high beside those of a document, each as a line; what has none there is not among them. */
export const tooSlow = (table: string, documented: string): string[] => {
  const known = ratiosIn(sectionOf(documented).table);
  return [...ratiosIn(table)].flatMap(([name, found]) => {
    const most = (known.get(name) ?? Number.POSITIVE_INFINITY) * tolerance;
    return found > most ? [`${name}: ${found}, documented ${known.get(name)}, at most ${most.toFixed(2)}`] : [];
  });
};

/** The ratios in a table as `tableOf` makes it, by archive, row and column. */
const ratiosIn = (table: string): ReadonlyMap<string, number> => {
  const [headings = [], , ...rows] = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return new Map(
    rows.flatMap(([archive = '', what = '', ...cells]) =>
      cells.flatMap((cell, index) => {
        const heading = headings[index + 2] ?? '';
        const isRatio = cell !== '' && (heading.startsWith('×') || heading === 'per entry');
        return isRatio ? [[`${archive}, ${what}, ${heading}`, Number(cell)] as const] : [];
      }),
    ),
  );
};

const [begin, end] = ['<!-- bench -->\n', '<!-- /bench -->'] as const;

/** A document with a table between its markers. */
export const withTable = (documented: string, table: string): string => {
  const { before, after } = sectionOf(documented);
  return `${before}\n${table}\n\n${after}`;
};

/** Throws where a document has no place for a table. */
const sectionOf = (documented: string) => {
  const [from, to] = [documented.indexOf(begin) + begin.length, documented.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`The document has no ${begin.trim()} … ${end}.`);
  return { before: documented.slice(0, from), table: documented.slice(from, to), after: documented.slice(to) };
};
