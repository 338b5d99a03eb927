import fc from './fast-check.ts';
import {
  type Coverage,
  type Details,
  type Settings,
  type WholeEntry,
  type WholeEventFiles,
  type WholeMetric,
  type WholeMoment,
  wholeEventFilesOf,
  written,
} from './whole-event-files.ts';

/**
 * Any event whose content is right: of any length and time, in any zone and language, with metrics and values up to the
 * limits of numbers, without entries or with many, with bodies that are empty or long.
 */
export const wholeEvents = (): fc.Arbitrary<WholeEventFiles> =>
  coverages
    .chain((coverage) =>
      fc.record({ coverage: fc.constant(coverage), metrics, settings, moments: momentsIn(coverage) }),
    )
    .chain(({ moments, ...event }) =>
      fc.array(details(event.metrics), { minLength: moments.length, maxLength: moments.length }).map((all) => {
        const entries = moments.map((moment, index) => ({ moment, ...(all[index] ?? plainDetails) }));
        return wholeEventFilesOf(event, raiseSums(entries, event.metrics));
      }),
    );

const plainDetails: Details = { title: 'Something', body: '', more: [], milestone: { kind: 'none' } };

const second = 1000;
const [minute, hour, day] = [60 * second, 3600 * second, 86_400 * second];

/** The years in which zones had offsets with seconds, skipped days and changed calendars are among them. */
const starts = [
  '0001-01-02T00:00:00Z',
  '1582-10-04T12:00:00Z',
  '1847-12-01T00:01:15Z',
  '1911-03-10T23:50:39Z',
  '1969-07-16T13:32:00Z',
  '2011-12-29T20:00:00Z',
  '2024-03-31T00:59:59Z',
  '9980-01-01T00:00:00Z',
].map((text) => Temporal.Instant.from(text).epochMilliseconds);

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Amsterdam',
  'Asia/Shanghai',
  'America/New_York',
  'America/St_Johns',
  'Africa/Monrovia',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
] as const;

const lengths = [minute, 61 * second, hour, day, 3 * day, 40 * day, 800 * day, 3000 * day];

const coverages: fc.Arbitrary<Coverage> = fc
  .record({
    from: fc.constantFrom(...starts),
    more: fc.integer({ min: 0, max: 100_000 }),
    length: fc.constantFrom(...lengths),
    zone: fc.constantFrom(...zones),
  })
  .map(({ from, more, length, zone }) => ({
    from: from + more * second,
    until: from + more * second + length,
    zone,
  }));

/** Oldest first. Many are seconds apart, some are the same, and some lie before or after the coverage. */
const momentsIn = ({ from, until, zone }: Coverage): fc.Arbitrary<readonly WholeMoment[]> => {
  const length = until - from;
  const at = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: length / second }) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: Math.min(length / second, 120) }) },
    { weight: 2, arbitrary: fc.constantFrom(0, 7, length / second) },
    { weight: 1, arbitrary: fc.integer({ min: -7200, max: length / second + 7200 }) },
  );
  const moment = fc.record({
    instant: at.map((seconds) => from + Math.round(seconds) * second),
    precision: fc.oneof(
      { weight: 5, arbitrary: fc.constant('second' as const) },
      { weight: 3, arbitrary: fc.constant('minute' as const) },
      { weight: 1, arbitrary: fc.constant('day' as const) },
    ),
  });
  const few = fc.array(moment, { maxLength: 9 });
  const many = fc.array(moment, { minLength: 60, maxLength: 170 });
  return fc
    .oneof({ weight: 30, arbitrary: few }, { weight: 1, arbitrary: many })
    .map((all) => all.map((one) => withDate(one, zone)).toSorted((a, b) => a.instant - b.instant));
};

/** A zone that crossed the date line skipped a day, which no entry can be filed under. */
const withDate = (moment: WholeMoment, zone: string): WholeMoment => {
  const date = Temporal.Instant.fromEpochMilliseconds(moment.instant).toZonedDateTimeISO('UTC').toPlainDate();
  const isThere = date.toZonedDateTime(zone).toPlainDate().equals(date);
  return isThere ? moment : { ...moment, precision: 'minute' };
};

const limits = [0, -0, 1, 5e-324, 1e-300, 1e-9, 1e21, 1e300, Number.MAX_VALUE, -Number.MAX_VALUE, 1234567.891, 38.4e9];

const numbers = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 400 }) },
  { weight: 3, arbitrary: fc.integer({ min: -30_000, max: 400_000 }).map((number) => number / 1000) },
  { weight: 1, arbitrary: fc.constantFrom(...limits) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
);

const titles = fc.constantFrom(
  'Rekord',
  'Crowd — by the hour',
  '人数',
  'عدد الزوار',
  'מבקרים',
  '?!',
  'A'.repeat(80),
  '🎉',
);

const metrics: fc.Arbitrary<readonly WholeMetric[]> = fc
  .array(
    fc.record({
      title: titles,
      unit: fc.constantFrom('USD', 'EUR', 'JPY', 's', 'min', 'h', '%', '°C', 'visitors', '人'),
      cumulative: fc.boolean(),
      better: fc.constantFrom('', 'better: lower, ', 'better: higher, '),
      decimals: fc.constantFrom('', 'decimals: 0, ', 'decimals: 3, ', 'decimals: 15, '),
      isDuration: fc.boolean(),
      rate: fc.constantFrom('', 'rates: {GBP: 0.8, parts: 1000}, ', 'rates: {parts: 1e-5}, '),
      references: fc.array(fc.option(numbers), { maxLength: 4 }),
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((one, index) => metricOf({ ...one, slug: `metric-${index}` })));

type MetricParts = {
  readonly slug: string;
  readonly title: string;
  readonly unit: string;
  readonly cumulative: boolean;
  readonly better: string;
  readonly decimals: string;
  readonly isDuration: boolean;
  readonly rate: string;
  readonly references: readonly (number | null)[];
};

const metricOf = ({ references, ...parts }: MetricParts): WholeMetric => {
  const { slug, title, unit, cumulative, better, decimals, isDuration, rate } = parts;
  const format = isDuration && /^(s|min|h)$/.test(unit) ? 'format: duration, ' : '';
  const earlier = references.map((value, index) =>
    value === null ? `{name: "${index}"}` : `{name: "${index}", value: ${written(value)}}`,
  );
  return {
    slug,
    cumulative,
    unit,
    references: references.map((_, index) => `${index}`),
    text: `{title: ${JSON.stringify(title)}, unit: "${unit}", cumulative: ${cumulative}, ${better}${decimals}${format}${rate}references: [${earlier.join(', ')}]}`,
  };
};

const settings: fc.Arbitrary<Settings> = fc.record({
  language: fc.constantFrom('en', 'de', 'zh-Hans', 'zh-Hant', 'ja', 'ar', 'he', 'fa', 'hi', 'pt-BR'),
  order: fc.constantFrom('newest-first', 'oldest-first'),
  live: fc.boolean(),
  dayStartsAt: fc.constantFrom('', 'day-starts-at: "04:30"\n'),
  /** From the start, in parts of the coverage. */
  countsFrom: fc.constantFrom(undefined, 0.5, 1, 1.5, -1e-4),
  standfirst: fc.constantFrom('', '…', 'All of it, by the minute.', '全部记录。'),
});

const bodies = fc.constantFrom(
  '',
  '?!',
  '→ …',
  'Boats *and* wind.',
  '帆船与**风**。',
  'קבוצה א׳ ניצחה 3–1.',
  '- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  'A long report. '.repeat(1500),
  'Kurz.\n\n'.repeat(200),
);

const details = (known: readonly WholeMetric[]): fc.Arbitrary<Details> =>
  fc.record({
    title: fc.constantFrom(
      'Start',
      '3',
      '…',
      'GMV over US$10 billion',
      '纪录',
      'שיא חדש',
      'رقم قياسي',
      'Wort '.repeat(30).trim(),
    ),
    body: bodies,
    more: fc.subarray([
      'topics: [wind, 风]',
      'pinned: true',
      'label: Noon',
      'author: Ada',
      'sequence: -3',
      'untimed: first',
      'withdrawn: {time: 2024-05-01T12:00:00Z, reason: A slip}',
      'corrections: [{time: 2024-05-01T12:00:01Z, note: "3 → 4"}]',
    ]),
    milestone:
      known.length === 0
        ? others
        : fc.oneof({ weight: 2, arbitrary: others }, { weight: 5, arbitrary: ofMetric(known) }),
  });

const others = fc.constantFrom<Details['milestone'][]>({ kind: 'none' }, { kind: 'moment' });

const ofMetric = (known: readonly WholeMetric[]): fc.Arbitrary<Details['milestone']> =>
  fc
    .record({ at: fc.nat(), value: fc.option(numbers, { nil: undefined, freq: 6 }), passes: fc.nat() })
    .map(({ at, value, passes }) => {
      const metric = known[at % known.length];
      if (!metric) return { kind: 'none' };
      const surpasses = metric.references.filter((_, index) => passes % 5 === index);
      return { kind: 'metric', metric, value, surpasses };
    });

/** The values of a sum do not fall; where an entry without a time stands among others is not known beforehand. */
const raiseSums = (entries: readonly WholeEntry[], known: readonly WholeMetric[]): readonly WholeEntry[] =>
  known
    .filter(({ cumulative }) => cumulative)
    .reduce((all, metric) => {
      const isValued = ({ milestone: one, moment }: WholeEntry): boolean =>
        one.kind === 'metric' && one.metric === metric && one.value !== undefined && moment.precision === 'second';
      const values = all
        .filter(isValued)
        .map(({ milestone }) => (milestone.kind === 'metric' ? (milestone.value ?? 0) : 0))
        .sort((a, b) => a - b);
      return all.map((entry): WholeEntry => {
        const { milestone } = entry;
        if (milestone.kind !== 'metric' || milestone.metric !== metric) return entry;
        const value = isValued(entry) ? values.shift() : undefined;
        // Entries with one time stand in an order of their own.
        return {
          ...entry,
          more: entry.more.filter((field) => !/^sequence/.test(field)),
          milestone: { ...milestone, value },
        };
      });
    }, entries);
