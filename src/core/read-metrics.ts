import type { Metric } from './archive.ts';
import type { Report } from './diagnostics.ts';
import { isDurationUnit } from './durations.ts';
import { nearest } from './nearest.ts';
import { reportAt } from './place.ts';
import { type FigureMetric, readFigure } from './read-figure.ts';
import type { EventFields } from './schema/event.ts';
import { unitNamed } from './unit-names.ts';
import type { FieldAt, FieldPath, Fields } from './yaml.ts';

/** The metrics of an event, by slug, with their units checked. */
export const readMetrics = (
  fields: Fields,
  metrics: EventFields['metrics'] = {},
  report: Report,
): ReadonlyMap<string, Metric> =>
  new Map(
    Object.entries(metrics).map(([slug, written]) => {
      const { title, unit, cumulative = false, better = 'higher', decimals = 0, format = 'number' } = written;
      const { rates = {}, 'rates-note': ratesNote, references = [] } = written;
      const at = (...path: FieldPath): FieldAt => ({ fields, path: ['metrics', slug, ...path] });
      checkCurrency(at('unit'), unit, report);
      if (format === 'duration') checkDurationUnit(at('unit'), unit, report);
      for (const other of Object.keys(rates)) checkCurrency(at('rates', other), other, report);
      const units: FigureMetric = { unit, rates, format, decimals };
      const metric: Metric = {
        slug,
        title,
        unit,
        cumulative,
        better,
        decimals,
        format,
        rates,
        ...(ratesNote !== undefined && { ratesNote }),
        references: references.map(({ name, value }, index) => ({
          name,
          ...(value !== undefined && readFigure(at('references', index, 'value'), value, units, report)),
        })),
      };
      return [slug, metric] as const;
    }),
  );

/** The currencies that are looked at where a writer has meant one: with their symbols. */
const common = ['USD', 'EUR', 'CNY', 'GBP', 'JPY', 'CHF'];

const checkCurrency = ({ fields, path }: FieldAt, unit: string, report: Report): void => {
  const isSymbol = /^[A-Z]{0,3}\p{Sc}$/u.test(unit);
  if (isSymbol) reportSymbol({ fields, path }, unit, report);
  if (isSymbol || !/^[A-Z]{3}$/.test(unit) || Intl.supportedValuesOf('currency').includes(unit)) return;
  const meant = nearest(unit, common);
  reportAt(path.includes('rates') ? fields.placeOfKey(path) : fields.placeOf(path), report, {
    rule: 'unknown-unit',
    message: `Unexpected currency "${unit}", expected a code of ISO 4217, or a noun in lower case`,
    hint: meant ? `Did you mean "${meant}"?` : 'Write a currency such as USD, or what is counted, such as orders.',
  });
};

/** Reports a symbol: pages show that of a currency by themselves, in the way of their language. */
const reportSymbol = ({ fields, path }: FieldAt, unit: string, report: Report): void => {
  const codes = [[...common, 'KRW', 'INR'], Intl.supportedValuesOf('currency')].map((all) =>
    all.filter((code) => unitNamed(unit, [code])),
  );
  const meant = codes.find((all) => all.length > 0) ?? [];
  const isKey = path.includes('rates');
  reportAt(isKey ? fields.placeOfKey(path) : fields.placeOf(path), report, {
    rule: 'unknown-unit',
    message: `Unexpected symbol "${unit}", expected the code of a currency (ISO 4217)`,
    hint:
      meant.length > 0
        ? `Did you mean ${meant.map((code) => `"${code}"`).join(' or ')}?`
        : 'Write the code of the currency, such as USD.',
    ...(meant.length === 1 && { meant: meant[0] }),
  });
};

const checkDurationUnit = ({ fields, path }: FieldAt, unit: string, report: Report): void => {
  if (isDurationUnit(unit)) return;
  const meant = /^(?:h|hours?|hrs?)$/i.test(unit) ? 'h' : /^(?:min|minutes?|mins)$/i.test(unit) ? 'min' : 's';
  reportAt(fields.placeOf(path), report, {
    rule: 'unknown-unit',
    message: `Unexpected unit "${unit}" of durations, expected s, min or h`,
    hint: `Write ${meant}, and give the values in it or as text such as 1:21.900.`,
    meant,
  });
};
