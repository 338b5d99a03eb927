import { type CheckReport, checkSummary } from './check-report.ts';

/** For programs: the diagnostics as data, with the path of each file from where the command was called. */
export const json = (report: CheckReport): string => {
  const { diagnostics, documents, elsewhere, pathOf } = report;
  const reported = diagnostics.map(({ related, ...one }) => ({
    ...one,
    file: pathOf(one.file),
    ...(related !== undefined && { related: pathOf(related) }),
  }));
  return JSON.stringify({ diagnostics: reported, documents, elsewhere, summary: checkSummary(report) }, null, 2);
};
