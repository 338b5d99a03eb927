import { rmSync } from 'node:fs';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { withoutSignals } from '../io/without-signals.ts';

/** What came of a build. */
type Outcome = { readonly diagnostics: readonly Diagnostic[]; readonly pages: number };

/**
 * Waits for a build of a content folder, and says what is wrong, and where its pages are. Gives the exit code: 1 where the
 * content has errors.
 */
export const reportBuild = async (content: string, building: Promise<Outcome>, shown: string): Promise<number> => {
  const started = performance.now();
  const { diagnostics, pages } = await building;
  const report = formatDiagnostics(diagnostics);
  if (hasErrors(diagnostics)) {
    console.error(`The content in ${content} has errors:\n${report}`);
    return 1;
  }
  if (diagnostics.length > 0) console.warn(report);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`Built ${pages} pages into ${shown} in ${seconds} s.`);
  return 0;
};

/** A signal ends a build, which leaves nothing behind. Where all is there already, it waits: that is a matter of milliseconds. */
export const signalGuard = () => {
  let unfinished = '';
  const stop = (_signal: string, number: number) => {
    rmSync(unfinished, { recursive: true, force: true });
    process.exit(128 + number);
  };
  return {
    begin: (aside: string): void => {
      unfinished = aside;
      process.once('SIGINT', stop).once('SIGTERM', stop);
    },
    finish: (work: () => Promise<void>): Promise<void> => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      return withoutSignals(work);
    },
  };
};
