import { formatDiagnostics } from '../../src/core/format-diagnostic.ts';
import type { Published } from './publish-site.ts';

/** What came of a publish that took so many milliseconds, in words. `letGo` is how entries that readers have seen may go. */
export const reportOf = (
  published: Published,
  milliseconds: number,
  letGo = 'recapsule publish --allow-lost',
): string => {
  switch (published.kind) {
    case 'live': {
      const { events, diagnostics } = published;
      const what = events.length === 0 ? 'no event has changed' : `made anew: ${events.join(', ')}`;
      const live = `Live after ${(milliseconds / 1000).toFixed(2)} s; ${what}.`;
      return diagnostics.length === 0 ? live : `${formatDiagnostics(diagnostics)}\n${live}`;
    }
    case 'unchanged':
      return 'Readers see all of it already.';
    case 'refused':
      return `Nothing is published, because the content has errors:\n${formatDiagnostics(published.diagnostics)}`;
    case 'unfit':
      return unfit(published, letGo);
  }
};

const unfit = ({ faults, lost }: Extract<Published, { kind: 'unfit' }>, letGo: string): string =>
  [
    'Nothing is published, because readers would find something broken:',
    ...faults.map((fault) => `  ${fault}`),
    ...(lost.length > 0
      ? lostReport(
          lost.map((path) => `/${path.replace(/index\.html$/, '')}`),
          letGo,
        )
      : []),
  ].join('\n');

/** What is said of addresses that readers have seen and that would be gone: which, and how to keep them. */
export const lostReport = (addresses: readonly string[], letGo: string): readonly string[] => [
  ...addresses.map((address) => `  ${address} would be gone`),
  'Give what has taken its place the earlier slug as an alias, or bring the entry back and withdraw it:',
  '  aliases: [earlier-slug]',
  '  withdrawn: {time: 2026-01-31T12:00, reason: Why it is gone.}',
  `To let it go all the same: ${letGo}.`,
];
