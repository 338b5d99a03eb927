import type { Metric } from './archive.ts';
import type { Explain } from './check-fields.ts';
import { fixDuration } from './durations.ts';
import { type FigureUnits, meantFigures } from './fix-figure.ts';
import type { ReportPlace } from './place.ts';
import { readNumber } from './read-number.ts';
import { groupAt } from './value-at.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** Explains what is no number where an entry should have one: the value of its milestone. */
export const explainMilestone =
  (fields: Fields, metrics: ReadonlyMap<string, Metric> | undefined): Explain =>
  (path) => {
    const [field, name, ...units] = path;
    if (field !== 'milestone' || name === undefined || (name !== 'value' && units.length > 0)) return undefined;
    // Any other name is a number only where a comma has cut it off.
    if (name !== 'value' && fields.cutAt(path) === undefined) return undefined;
    const { metric } = groupAt(fields.data, ['milestone']);
    const { unit, rates = {}, format } = (typeof metric === 'string' ? metrics?.get(metric) : undefined) ?? {};
    const cut = format === 'duration' ? fields.cutAt(path) : undefined;
    const span = cut && fixDuration(withoutQuotes(cut.source));
    if (cut && span !== undefined) return insteadOf(cut.place, [span]);
    return explainFigure(fields, path, unitsOf(unit, rates), name === 'value' ? units : []);
  };

/** Explains the same in `metrics` of an event: values of references, and rates. */
export const explainMetrics =
  (fields: Fields): Explain =>
  (path) => {
    const [field, slug, part, index, name, ...units] = path;
    if (field !== 'metrics' || slug === undefined) return undefined;
    if (part === 'rates') return explainFigure(fields, path, { all: [] }, []);
    if (part !== 'references' || index === undefined || name === undefined) return undefined;
    if (name !== 'value' && units.length > 0) return undefined;
    if (name !== 'value' && fields.cutAt(path) === undefined) return undefined;
    const { unit } = groupAt(fields.data, ['metrics', slug]);
    const rates = groupAt(fields.data, ['metrics', slug, 'rates']);
    const own = unitsOf(typeof unit === 'string' ? unit : undefined, rates);
    return explainFigure(fields, path, own, name === 'value' ? units : []);
  };

/** `named` is the unit under which the value stands, where it is given by unit. */
const explainFigure = (fields: Fields, path: FieldPath, own: FigureUnits, named: FieldPath): ReturnType<Explain> => {
  const cut = fields.cutAt(path);
  const written = cut?.source ?? fields.sourceOf(path) ?? '';
  const source = withoutQuotes(written);
  const unit = named.length === 0 ? undefined : String(cut?.key ?? named[0]);
  const units = unit === undefined ? own : { main: unit, all: [unit], isNamed: true };
  const [first, second] = meantFigures(source, units);
  if (first === written) return undefined;
  if (first === undefined) {
    const known = units.all.join(' or ');
    return cut || known === '' || !readNumber(source) ? undefined : { hint: `Write the number of ${known} alone.` };
  }
  return insteadOf(cut?.place ?? fields.placeOf(path), second === undefined ? [first] : [first, second]);
};

/** The line with the likelier of what was meant, and a hint that names both. */
const insteadOf = (
  place: ReportPlace,
  [first, second]: readonly [string, string?],
): { readonly hint: string; readonly corrected?: string } => {
  const corrected = place.corrected({ yaml: first });
  return {
    hint: second === undefined ? `Write ${first}.` : `Write ${first}, or ${second} if that is what was meant.`,
    ...(corrected !== undefined && { corrected }),
  };
};

const unitsOf = (unit: string | undefined, rates: object): FigureUnits => ({
  ...(unit !== undefined && { main: unit }),
  all: [...(unit === undefined ? [] : [unit]), ...Object.keys(rates)],
});

const withoutQuotes = (source: string): string => /^(["'])(.*)\1$/s.exec(source)?.[2] ?? source;
