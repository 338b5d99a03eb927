import type { Diagnostic } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import type { Published } from './publish-site.ts';

/** What a person can do about entries that would be gone: how to let them go, and how a commit is published by hand. */
type Ways = { readonly letGo: string; readonly publish: string };

const waysHere: Ways = { letGo: 'recapsule publish --allow-lost', publish: 'recapsule publish' };

/** What came of a publish that took so many milliseconds, in words. */
export const reportOf = (published: Published, milliseconds: number, ways = waysHere): string => {
  switch (published.kind) {
    case 'live': {
      const { events, diagnostics, cleared } = published;
      const what = events.length === 0 ? 'no event has changed' : `made anew: ${events.join(', ')}`;
      const withdrawn =
        cleared.length === 0
          ? ''
          : ` What has been withdrawn has no pictures any more in ${cleared.join(', ')} either, whose SHA512SUMS are new.`;
      const live = `Live after ${(milliseconds / 1000).toFixed(2)} s; ${what}.${withdrawn}`;
      return diagnostics.length === 0 ? live : `${formatDiagnostics(diagnostics)}\n${live}`;
    }
    case 'unchanged':
      return 'Readers see all of it already.';
    case 'refused':
      return `Nothing is published, because the content has errors:\n${formatDiagnostics(published.diagnostics)}`;
    case 'unfit':
      return unfit(published, ways);
  }
};

const unfit = ({ faults, lost, forgotten, before }: Extract<Published, { kind: 'unfit' }>, ways: Ways): string =>
  [
    'Nothing is published, because readers would find something broken:',
    ...faults.map((fault) => `  ${fault}`),
    ...(lost.length > 0 ? lostReport(lost, ways.letGo) : []),
    ...(forgotten.length > 0 ? forgottenReport(forgotten, before, ways) : []),
  ].join('\n');

/** What is said of events that have changed, and whose addresses are no longer known. */
const forgottenReport = (trees: readonly string[], before: string | undefined, ways: Ways): readonly string[] => [
  ...trees.map(
    (tree) => `  events/${tree} is gone from the site's folder: nothing says which entries readers have seen there`,
  ),
  ...(before === undefined
    ? []
    : [`Publish the release before once more, then what is newest: ${ways.publish} --commit ${before.slice(0, 12)}.`]),
  `To publish all the same, and let go what is not in the content: ${ways.letGo}.`,
];

/** What is said of addresses that readers have seen and that would be gone: which, and how to keep them. */
export const lostReport = (lost: readonly Diagnostic[], letGo: string): readonly string[] => [
  formatDiagnostics(lost),
  `To let go what would be lost all the same: ${letGo}.`,
];
