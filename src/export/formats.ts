import type { Writer } from './exported.ts';

/** A form in which an archive leaves: what it is for, how its name ends if nobody names it, and what writes it. */
type Format = {
  readonly summary: string;
  readonly ending: string;
  readonly load: () => Promise<{ readonly write: Writer }>;
};

export const formats: Readonly<Record<string, Format>> = {
  zip: {
    summary: 'pages that open from a disk and on any server',
    ending: '.zip',
    load: () => import('./zip/write-zip.ts'),
  },
};
