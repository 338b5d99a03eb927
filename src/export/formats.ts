import type { Writer } from './exported.ts';

/** A form in which an archive leaves: what it is for, how its name ends if nobody names it, and what writes it. */
type Format = {
  readonly summary: string;
  readonly ending: string;
  /** Whether only what has been committed can be exported so. */
  readonly needsCommit?: true;
  /** How the name of a copy of the whole archive ends, where that is a folder. */
  readonly folderEnding?: string;
  readonly load: () => Promise<{ readonly write: Writer }>;
};

export const exportFormats: Readonly<Record<string, Format>> = {
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
  pdf: {
    summary: 'a document to print and to keep, by Chromium, Chrome or Edge; of all, a folder with one of each event',
    ending: '.pdf',
    folderEnding: '-pdf',
    load: () => import('./pdf/write-pdf.ts'),
  },
};
