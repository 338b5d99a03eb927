import type { Writer } from './exported.ts';

/** A form in which an archive leaves: what it is for, how its name ends if nobody names it, and what writes it. */
type Format = {
  readonly summary: string;
  readonly ending: string;
  /** Whether only what has been committed can be exported so. */
  readonly needsCommit?: true;
  readonly load: () => Promise<{ readonly write: Writer }>;
};

export const formats: Readonly<Record<string, Format>> = {
  zip: {
    summary: 'pages that open from a disk and on any server',
    ending: '.zip',
    load: () => import('./zip/write-zip.ts'),
  },
  bag: {
    summary: 'content, history and pages as a bag (RFC 8493), in a zip file, for those who keep things',
    ending: '-bag.zip',
    needsCommit: true,
    load: () => import('./bag/write-bag.ts'),
  },
};
