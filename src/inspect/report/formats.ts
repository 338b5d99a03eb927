import { UsageError } from '../../core/usage-error.ts';
import type { CheckReport } from './check-report.ts';

type Reporter = (report: CheckReport) => string;

/** Every form of a report, each read only when it is asked for. */
export const formats = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type Format = keyof typeof formats;

/** The form of that name. Throws `UsageError` where there is none. */
export const reporterOf = (name: string): Format => {
  const found = Object.keys(formats).find((one): one is Format => one === name);
  if (found) return found;
  throw new UsageError(`There is no format "${name}": write ${Object.keys(formats).join(', ')}.`);
};
