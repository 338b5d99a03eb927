/** The files of an event, by path below its folder: `event.md`, and an entry each. */
export type WholeEventFiles = Readonly<Record<string, string>>;

export type Coverage = { readonly from: number; readonly until: number; readonly zone: string };

export type WholeMoment = { readonly instant: number; readonly precision: 'day' | 'minute' | 'second' };

export type WholeMetric = {
  readonly slug: string;
  readonly cumulative: boolean;
  /** As `event.md` has it. */
  readonly text: string;
  readonly unit: string;
  readonly references: readonly string[];
};

export type Details = {
  readonly title: string;
  readonly body: string;
  readonly more: readonly string[];
  readonly milestone:
    | { readonly kind: 'none' }
    | { readonly kind: 'moment' }
    | {
        readonly kind: 'metric';
        readonly metric: WholeMetric;
        readonly value: number | undefined;
        readonly surpasses: readonly string[];
      };
};

export type WholeEntry = Details & { readonly moment: WholeMoment };

export type Settings = {
  readonly language: string;
  readonly order: string;
  readonly live: boolean;
  readonly dayStartsAt: string;
  /** From the start, in parts of the coverage. */
  readonly countsFrom: number | undefined;
  readonly standfirst: string;
};

/** Writes an event and its entries, which are in the order of their times. */
export const wholeEventFilesOf = (
  {
    coverage,
    metrics: known,
    settings: own,
  }: { coverage: Coverage; metrics: readonly WholeMetric[]; settings: Settings },
  entries: readonly WholeEntry[],
): WholeEventFiles => ({
  'event.md': eventOf(coverage, known, own),
  ...Object.fromEntries(
    // The slug decides between entries of one time: it has the order of the values.
    entries.map((entry, index) => [`e${`${index}`.padStart(3, '0')}.md`, entryOf(entry)]),
  ),
});

const eventOf = ({ from, until, zone }: Coverage, known: readonly WholeMetric[], own: Settings): string => {
  const { language, order, live, dayStartsAt, countsFrom, standfirst } = own;
  const counts =
    countsFrom === undefined
      ? ''
      : `counts-from: ${timeOf({ instant: from + Math.round(((until - from) * countsFrom) / 1000) * 1000, precision: 'second' })}\n`;
  const all = known.length === 0 ? '' : `metrics:\n${known.map(({ slug, text }) => `  ${slug}: ${text}\n`).join('')}`;
  const span = `starts: ${timeOf({ instant: from, precision: 'second' })}\nends: ${timeOf({ instant: until, precision: 'second' })}\n`;
  return `---\ntitle: An event\ndescription: Made by chance.\ntimezone: ${zone}\n${span}${counts}order: ${order}\nlanguage: ${language}\nlive: ${live}\n${dayStartsAt}${all}---\n\n${standfirst}\n`;
};

const entryOf = ({ moment, title, body, more, milestone }: WholeEntry): string => {
  const fields = more.filter((field) => moment.precision === 'day' || !field.startsWith('untimed'));
  return `---\ntitle: ${JSON.stringify(title)}\ntime: ${timeOf(moment)}\n${fields.map((field) => `${field}\n`).join('')}${milestoneOf(milestone)}---\n\n${body}\n`;
};

const milestoneOf = (milestone: Details['milestone']): string => {
  if (milestone.kind === 'none') return '';
  if (milestone.kind === 'moment') return 'milestone: true\n';
  const { metric, value, surpasses } = milestone;
  const figure = value === undefined ? '' : `, value: ${written(value)}`;
  const passed = surpasses.length === 0 ? '' : `, surpasses: [${surpasses.map((name) => `"${name}"`).join(', ')}]`;
  return `milestone: {metric: ${metric.slug}${figure}${passed}}\n`;
};

/** With an offset: a local time may have been skipped, or have come twice. */
const timeOf = ({ instant, precision }: WholeMoment): string => {
  const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC');
  if (precision === 'day') return time.toPlainDate().toString();
  return `${time.toPlainDateTime().toString({ smallestUnit: precision })}Z`;
};

/** A number as YAML reads it back. */
export const written = (number: number): string => `${Object.is(number, -0) ? '-0' : number}`.replace('e+', 'e');
