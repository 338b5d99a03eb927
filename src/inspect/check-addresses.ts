import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { addressesOfArchive, addressesOfEvent } from '../core/ledger/built-addresses.ts';
import { continueLedger } from '../core/ledger/continue-ledger.ts';
import { explainLost } from '../core/ledger/explain-lost.ts';
import { explainRenamed } from '../core/ledger/explain-renamed.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import type { Content } from '../io/read-content.ts';
import { markText } from './mark-text.ts';

/** What a content would lose of what has been published; where it cannot be read as a whole, that is said first. */
export const checkAddresses = ({ files }: Content, options: ReadOptions, before: Ledger): readonly Diagnostic[] => {
  const { archive, diagnostics } = readArchive(files, options);
  if (hasErrors(diagnostics)) return [];
  const sources = [addressesOfArchive(archive), ...archive.events.map((event) => addressesOfEvent(event, markText))];
  const { lost, renamed } = continueLedger(before, sources, '');
  const losing = { archive, files, before, markOf: markText };
  return [...explainLost(lost, losing), ...explainRenamed(renamed, losing)];
};
