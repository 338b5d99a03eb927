import { createHash } from 'node:crypto';
import { ownFolders, topFolder } from '../core/content-files.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { contentParts } from '../io/content-source.ts';
import { type Content, joinContent } from '../io/read-content.ts';
import type { Inspection } from './inspect.ts';
import type { Caches } from './inspect-event.ts';
import { checkCache } from './kept-checks.ts';
import { type KeptState, memoryOf, stateIn } from './kept-events.ts';
import { commonOf, type EventsToMake, ownFingerprint, planEvents } from './plan-events.ts';

/** What is checked, by which version of the program. */
type PartsOptions = ReadOptions & {
  readonly concerns: (file: string) => boolean;
  readonly version: string;
};

/**
 * What `inspect` says of a whole content, part by part: an event that has not changed, and what lies beside the events, is not
 * parsed again where it had no errors. The cache has what was said of it.
 */
export const checkParts = async (
  content: Content,
  { concerns, version, ...options }: PartsOptions,
  caches: Caches,
): Promise<readonly Diagnostic[]> => {
  const source = contentParts(content);
  const cache = checkCache(await commonOf({ source, options }, [version]));
  const { now = Number.POSITIVE_INFINITY } = options;
  const plan = await planEvents({ source, options }, memoryOf(cache.eventIn, now));
  const inspectPart = async (part: Content, folder: string, isOwn: typeof concerns): Promise<Inspection> => {
    // What inspects is loaded only where there is something to inspect.
    const [{ aroundIn }, { inspect }] = await Promise.all([import('./around.ts'), import('./inspect.ts')]);
    const around = aroundIn(source, plan.addresses, options);
    const isWanted = (file: string): boolean => isOwn(file) && concerns(file);
    return inspect(part, { ...options, around: around(folder), isCheck: true, concerns: isWanted }, caches);
  };
  const found = [...plan.diagnostics, ...[...plan.kept.values()].flatMap(({ diagnostics }) => diagnostics)];
  for (const folder of plan.changed) {
    const part = await source.read(folder);
    const inspection = await inspectPart(joinContent(source.top, part), folder, (file) => topFolder(file) === folder);
    found.push(...inspection.diagnostics);
    const state = stateOf(folder, inspection, plan, now);
    if (state && [...part.files.keys()].every(concerns)) await cache.keepEvent(folder, state);
  }
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([await ownFingerprint(source, content.identityOf), [...plan.fingerprints]]))
    .digest('hex');
  const inspectBeside = async (): Promise<readonly Diagnostic[]> => {
    const { diagnostics } = await inspectPart(source.top, 'pages', isBeside);
    const own = diagnostics.filter(({ file }) => isBeside(file));
    if (!hasErrors(own) && [...source.top.files.keys()].every(concerns)) await cache.keepBeside(fingerprint, own);
    return diagnostics;
  };
  const all = [...found, ...((await cache.beside(fingerprint)) ?? (await inspectBeside()))];
  if (!hasErrors(all)) await cache.keepSound(await source.readSettings(source.folders));
  return sortDiagnostics(all);
};

/** Whether a file lies beside the events. */
const isBeside = (file: string): boolean => ownFolders.has(topFolder(file) ?? 'pages');

/** What is kept of an event; nothing where there is none, or where it has errors. */
const stateOf = (
  folder: string,
  { archive, events, diagnostics }: Inspection,
  plan: EventsToMake<KeptState>,
  now: number,
): KeptState | undefined => {
  const event = archive.events.find((one) => one.folder === folder);
  if (!event || hasErrors(diagnostics) || hasErrors(plan.diagnostics)) return undefined;
  const { slug, aliases, latestPast, firstFuture } = event;
  const [inspected] = events;
  const record = {
    summary: { slug, aliases },
    links: inspected?.finished.links ?? [],
    counterparts: inspected?.counterparts ?? [],
    reached: { ...(latestPast !== undefined && { latestPast }), ...(firstFuture !== undefined && { firstFuture }) },
  };
  return stateIn(folder, { record, diagnostics, now }, plan);
};
