import type { Entry, Figure, Metric, Milestone, Reference } from './archive.ts';
import type { Report } from './diagnostics.ts';
import { amountOf, hasEqualled, hasPassed, isAtLeast } from './figures.ts';
import { nearest } from './nearest.ts';
import { reportAt } from './place.ts';
import type { EntryDraft } from './read-entry.ts';
import { readFigure } from './read-figure.ts';
import type { FieldAt, Fields } from './yaml.ts';

/** What milestones are linked to: the event's metrics, and the instant from which "since the start" counts. */
type MilestoneContext = { readonly metrics: ReadonlyMap<string, Metric>; readonly countsFrom: number };

type Linked = EntryDraft & { linked?: Milestone };

/** A milestone as the fields of its entry have it. */
type WrittenMilestone = Exclude<EntryDraft['milestone'], true | undefined>;

/**
 * The milestones of entries in order (oldest first), linked to metrics and references. Reported are unknown metrics,
 * references and units, a value of a cumulative metric that falls, and a claim to have passed what was not reached.
 */
export const linkMilestones = (
  drafts: readonly EntryDraft[],
  context: MilestoneContext,
  report: Report,
): ReadonlyMap<string, Milestone> => {
  const linked = drafts.map((draft): Linked => {
    const milestone = linkMilestone(draft, context, report);
    return milestone ? { ...draft, linked: milestone } : draft;
  });
  for (const metric of context.metrics.values()) {
    if (metric.cumulative)
      checkRise(
        linked.filter((one) => one.linked?.metric === metric && one.linked.amount !== undefined),
        report,
      );
  }
  return new Map(
    linked.flatMap(({ entry, linked: milestone }) => (milestone ? [[entry.file, milestone] as const] : [])),
  );
};

/**
 * The milestones with the last valued one of each cumulative metric marked, among entries that can be read: as final, or as
 * what is known so far where the event is live.
 */
export const markLast = <E extends Pick<Entry, 'withdrawn'> & { milestone?: Milestone }>(
  entries: readonly E[],
  live: boolean,
): readonly E[] => {
  const standing = live ? 'so far' : 'final';
  const last = new Map<Metric, E>();
  for (const entry of entries) {
    const { metric, amount } = entry.milestone ?? {};
    if (metric?.cumulative && amount !== undefined && !entry.withdrawn) last.set(metric, entry);
  }
  const marked = new Set(last.values());
  return entries.map((entry) =>
    entry.milestone && marked.has(entry) ? { ...entry, milestone: { ...entry.milestone, standing } } : entry,
  );
};

const linkMilestone = (draft: EntryDraft, context: MilestoneContext, report: Report): Milestone | undefined => {
  const { entry, document, milestone: written } = draft;
  if (written === undefined) return undefined;
  const { fields } = document;
  const elapsed = entry.moment.instant === undefined ? {} : { elapsed: entry.moment.instant - context.countsFrom };
  if (written === true || written.metric === undefined) {
    if (written !== true) reportNoMetric(fields, written, context, report);
    return { surpasses: [], ...elapsed };
  }
  const metric = context.metrics.get(written.metric);
  if (!metric) {
    reportUnknownMetric(fields, written.metric, context, report);
    return undefined;
  }
  const valueAt = { fields, path: ['milestone', 'value'] };
  const figure = written.value === undefined ? undefined : readFigure(valueAt, written.value, metric, report);
  const value = figure?.value;
  const amount = value && amountOf(value, metric);
  const surpasses = (written.surpasses ?? []).flatMap((name, index): Reference[] => {
    const at = { fields, path: ['milestone', 'surpasses', index] };
    const reference = metric.references.find((one) => one.name === name);
    if (!reference) reportUnknownReference(at, name, metric, report);
    else if (value) checkPassed(at, value, { metric, reference }, report);
    return reference ? [reference] : [];
  });
  return { metric, surpasses, ...figure, ...(amount !== undefined && { amount }), ...elapsed };
};

const reportNoMetric = (
  fields: Fields,
  { value, surpasses }: WrittenMilestone,
  { metrics }: MilestoneContext,
  report: Report,
): void => {
  if (value === undefined && surpasses === undefined) return;
  reportAt(fields.placeOf(['milestone']), report, {
    rule: 'missing-field',
    message: 'Unexpected end of the fields in "milestone", expected "metric": what the value counts',
    hint: `Add metric: followed by ${[...metrics.keys()].join(' or ') || 'a metric that event.md has'}.`,
  });
};

const reportUnknownMetric = (fields: Fields, name: string, { metrics }: MilestoneContext, report: Report): void => {
  const meant = nearest(name, metrics.keys());
  reportAt(fields.placeOf(['milestone', 'metric']), report, {
    rule: 'unknown-metric',
    message: `Unexpected metric "${name}", expected ${[...metrics.keys()].join(' or ') || 'none: the event has no metrics'}`,
    hint: meant ? `Did you mean "${meant}"?` : 'Add the metric to event.md, or correct its name.',
    meant,
  });
};

const reportUnknownReference = ({ fields, path }: FieldAt, name: string, metric: Metric, report: Report): void => {
  const names = metric.references.map((one) => one.name);
  // One year is near to every other: only the writer knows which one was meant.
  const meant = /^\d+$/.test(name) ? undefined : nearest(name, names);
  reportAt(fields.placeOf(path), report, {
    rule: 'unknown-reference',
    message: `Unexpected reference "${name}", expected ${names.length > 0 ? `a reference of "${metric.slug}": ${names.join(' or ')}` : `none: "${metric.slug}" has no references`}`,
    hint: meant ? `Did you mean "${meant}"?` : 'Add the reference to the metric in event.md, or correct its name.',
    meant,
  });
};

const checkPassed = (
  { fields, path }: FieldAt,
  value: Figure,
  { metric, reference }: { readonly metric: Metric; readonly reference: Reference },
  report: Report,
): void => {
  if (!reference.value || !isDoubtful(value, reference.value, metric)) return;
  const only = hasEqualled(value, reference.value, metric) ? ', not only equalled' : '';
  reportAt(fields.placeOf(path), report, {
    rule: 'not-surpassed',
    message: `Unexpected reference "${reference.name}" of ${inWords(reference.value, value, metric)}, expected one that the value of ${inWords(value, reference.value, metric)} has passed${only}${metric.better === 'lower' ? ', of which less is better' : ''}`,
    hint:
      metric.better === 'lower' || metric.cumulative || only
        ? 'Correct the value, or remove the reference.'
        : 'Correct the value, remove the reference, or add "better: lower" to the metric where less is better.',
  });
};

/** A sum goes through the value of a reference on its way up, and its writer may record that moment; any other value has to be better. */
const isDoubtful = (value: Figure, reference: Figure, metric: Metric): boolean =>
  hasPassed(value, reference, metric) === false &&
  !(metric.cumulative && metric.better === 'higher' && hasEqualled(value, reference, metric));

const checkRise = (valued: readonly Linked[], report: Report): void => {
  let highest: Linked | undefined;
  for (const one of valued) {
    if (one.entry.withdrawn || one.entry.draft) continue;
    const { value = {}, metric } = one.linked ?? {};
    const { value: reached = {} } = highest?.linked ?? {};
    if (highest && metric && isAtLeast(value, reached, metric) === false) {
      reportAt(one.document.fields.placeOf(['milestone', 'value']), report, {
        related: highest.entry.file,
        rule: 'falling-metric',
        message: `Unexpected value ${inWords(value, reached, metric)}, expected at least ${inWords(reached, value, metric)} as in ${highest.entry.file}: the metric is cumulative`,
        hint: 'Correct the value or the time of one of the two, or remove "cumulative" from the metric.',
      });
    } else highest = one;
  }
};

/** A figure as written, with its amount in the main unit where only that can be held against `other`. */
const inWords = (figure: Figure, other: Figure, metric: Metric): string => {
  const units = Object.keys(figure);
  const asWritten = units.map((unit) => `${figure[unit]} ${unit}`).join(' or ');
  const amount = amountOf(figure, metric);
  return amount === undefined || units.includes(metric.unit) || units.some((unit) => Object.hasOwn(other, unit))
    ? asWritten
    : `${asWritten} (${Number(amount.toPrecision(6))} ${metric.unit})`;
};
