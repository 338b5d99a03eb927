import type { Figure, Metric } from './archive.ts';
import type { Report } from './diagnostics.ts';
import { figureOf } from './figures.ts';
import { doubtfulReadings } from './mend-figure.ts';
import { nearest } from './nearest.ts';
import type { EventFields } from './schema/event.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** The metrics of an event, by slug, with their units checked. */
export const readMetrics = (
  fields: Fields,
  metrics: EventFields['metrics'],
  report: Report,
): ReadonlyMap<string, Metric> => {
  const found = new Map<string, Metric>();
  for (const [
    slug,
    { title, unit, cumulative = false, rates = {}, 'rates-note': ratesNote, references = [] },
  ] of Object.entries(metrics ?? {})) {
    checkCurrency(fields, ['metrics', slug, 'unit'], unit, report);
    for (const other of Object.keys(rates)) checkCurrency(fields, ['metrics', slug, 'rates', other], other, report);
    const units = { unit, rates };
    found.set(slug, {
      slug,
      title,
      unit,
      cumulative,
      rates,
      ...(ratesNote !== undefined && { ratesNote }),
      references: references.map(({ name, value }, index) => ({
        name,
        ...(value !== undefined && {
          value: readFigure(fields, ['metrics', slug, 'references', index, 'value'], value, units, report),
        }),
      })),
    });
  }
  return found;
};

/** A written figure by unit; a unit that the metric neither has nor can convert is reported. */
export const readFigure = (
  fields: Fields,
  path: FieldPath,
  written: number | Record<string, number>,
  { unit, rates }: Pick<Metric, 'unit' | 'rates'>,
  report: Report,
): Figure => {
  const figure = figureOf(written, unit);
  const known = [unit, ...Object.keys(rates)];
  for (const given of Object.keys(figure)) {
    if (known.includes(given)) {
      warnOfThousands(fields, typeof written === 'number' ? path : [...path, given], given, report);
      continue;
    }
    const meant = nearest(given, known);
    const { corrected, ...place } = fields.placeOfKey([...path, given]);
    const line = meant && corrected(meant);
    report({
      ...place,
      rule: 'unknown-unit',
      message: `Unexpected unit "${given}", expected ${known.join(' or ')}`,
      hint: meant
        ? `Did you mean "${meant}"?`
        : `Give the value in ${unit}, or add a rate for ${given} to the metric in event.md.`,
      ...(line && { corrected: line }),
    });
  }
  return figure;
};

/** `1.000` is one in YAML, and a thousand in much of the world. */
const warnOfThousands = (fields: Fields, path: FieldPath, unit: string, report: Report): void => {
  const source = fields.sourceOf(path) ?? '';
  const readings = doubtfulReadings(source, unit);
  if (!readings) return;
  const [thousands, decimal] = readings;
  const { corrected, ...place } = fields.placeOf(path);
  const line = corrected({ yaml: thousands });
  report({
    ...place,
    rule: 'doubtful-number',
    message: `Unexpected value ${source} of ${unit}, expected ${thousands} or ${decimal}: a point begins decimals`,
    hint: `Write ${thousands}, or ${decimal} if that is what was meant.`,
    ...(line !== undefined && { corrected: line }),
  });
};

const checkCurrency = (fields: Fields, path: FieldPath, unit: string, report: Report): void => {
  if (!/^[A-Z]{3}$/.test(unit) || Intl.supportedValuesOf('currency').includes(unit)) return;
  const meant = nearest(
    unit,
    Intl.supportedValuesOf('currency').filter((code) => ['USD', 'EUR', 'CNY', 'GBP', 'JPY', 'CHF'].includes(code)),
  );
  const { corrected: _, ...place } = path.includes('rates') ? fields.placeOfKey(path) : fields.placeOf(path);
  report({
    ...place,
    rule: 'unknown-unit',
    message: `Unexpected currency "${unit}", expected a code of ISO 4217, or a noun in lower case`,
    hint: meant ? `Did you mean "${meant}"?` : 'Write a currency such as USD, or what is counted, such as orders.',
  });
};
