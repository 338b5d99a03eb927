import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { addressesOfArchive, addressesOfEvent } from '../core/ledger/built-addresses.ts';
import { continueLedger } from '../core/ledger/continue-ledger.ts';
import { explainLost } from '../core/ledger/explain-lost.ts';
import { explainRenamed } from '../core/ledger/explain-renamed.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import type { Content } from '../io/read-content.ts';
import { markText } from './mark-text.ts';

/**
 * What a content would lose of what has been published, and what its history says since then and its texts do not; where it
 * cannot be read as a whole, that is said first.
 */
export const checkPublished = ({ files }: Content, options: ReadOptions, before: Ledger): readonly Diagnostic[] => {
  const reportSince = lastPublished(before);
  const { archive, diagnostics } = readArchive(files, {
    ...options,
    ...(reportSince !== undefined && { reportSince }),
  });
  if (hasErrors(diagnostics)) return [];
  const sources = [addressesOfArchive(archive), ...archive.events.map((event) => addressesOfEvent(event, markText))];
  const { lost, renamed } = continueLedger(before, sources, '');
  const losing = { archive, files, before, markOf: markText };
  const ofHistory = diagnostics.filter(({ rule }) => rule === 'silent-edit' || rule === 'late-entry');
  return [...explainLost(lost, losing), ...explainRenamed(renamed, losing), ...ofHistory];
};

/** The time of the newest commit that is known to have brought an address, in milliseconds since 1970. */
const lastPublished = (ledger: Ledger): number | undefined => {
  const times = [...ledger.values()].map(({ first }) => Date.parse(first)).filter(Number.isFinite);
  return times.length === 0 ? undefined : times.reduce((newest, time) => Math.max(newest, time));
};
