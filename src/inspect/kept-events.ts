import { topFolder } from '../core/content-files.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { type EventMemory, type EventsToMake, foldersShown, type PlannedRecord } from './plan-events.ts';

/** What builds and checks keep of an event that had no errors. */
export type KeptState = {
  readonly fingerprint: string;
  /** How the folders of other events were of which it shows something. */
  readonly near: Readonly<Record<string, string>>;
  /** The moment at which it was read. */
  readonly now: number;
  /** What is wrong in its folder. */
  readonly diagnostics: readonly Diagnostic[];
  readonly record: PlannedRecord;
};

/** A memory of what is kept, at the moment `now`. `isThere` says whether what was made of an event is still as it was. */
export const memoryOf = <Kept extends KeptState>(
  eventIn: (folder: string) => Promise<Kept | undefined>,
  now: number,
  isThere: (kept: Kept) => boolean = () => true,
): EventMemory<Kept> => ({
  recall: async (folder, fingerprint) => {
    const event = await eventIn(folder);
    if (event?.fingerprint !== fingerprint) return undefined;
    // This warning names the moment of the build.
    if (event.now !== now && event.diagnostics.some(({ rule }) => rule === 'future-time')) return undefined;
    return isThere(event) ? event : undefined;
  },
  fingerprintOf: ({ near }, folder) => near[folder],
});

/** What is kept of the event in a folder that has been made or checked as planned: of what lies beside it each build says it again. */
export const stateIn = <Record extends PlannedRecord>(
  folder: string,
  { record, diagnostics, now }: { readonly record: Record } & Pick<KeptState, 'diagnostics' | 'now'>,
  plan: Pick<EventsToMake<never>, 'fingerprints'>,
) => ({
  fingerprint: plan.fingerprints.get(folder) ?? '',
  near: nearOf(record, plan),
  now,
  diagnostics: diagnostics.filter(({ file }) => topFolder(file) === folder),
  record,
});

/** How the folders of other events are of which an event shows something. */
export const nearOf = (
  record: PlannedRecord,
  { fingerprints }: Pick<EventsToMake<never>, 'fingerprints'>,
): KeptState['near'] =>
  Object.fromEntries(foldersShown(record).map((folder) => [folder, fingerprints.get(folder) ?? '']));
