/** A release could not be made, for a reason that lies with the machine. The message says what, where, and what to do. */
export class PublishFault extends Error {
  override readonly name = 'PublishFault';
}

type Explanation = { readonly what: string; readonly cure: string };

const full: Explanation = { what: 'There is no space left', cure: 'Free some space, or keep fewer releases' };
const forbidden: Explanation = {
  what: 'This user may not write there',
  cure: 'Give the folder to the user that publishes',
};

const explanations: Readonly<Record<string, Explanation>> = {
  ENOSPC: full,
  EDQUOT: full,
  EIO: { what: 'The disk has failed', cure: "Check the disk and the system's log" },
  EROFS: { what: 'The file system is read-only', cure: 'Mount it for writing' },
  EACCES: forbidden,
  EPERM: forbidden,
  ENOENT: { what: 'A file or folder is gone', cure: 'See that nothing else writes into the folder of the site' },
};

/**
 * Makes an error of the system a `PublishFault`, `path` standing in where the error names none. Gives everything else
 * back as it is. Whatever failed, the release that readers see is whole: a new one takes its place in one step.
 */
export const explainFault = (fault: unknown, path?: string): unknown => {
  if (!isSystemFault(fault)) return fault;
  const { what, cure } = explanations[fault.code] ?? { what: 'The system refuses', cure: 'Mend that' };
  const place = fault.dest ?? fault.path ?? path;
  const where = place === undefined ? '' : `: ${place}`;
  return new PublishFault(
    `${what}${where} (${fault.code} at ${fault.syscall}). ${cure}, then try again. The release that readers see is whole.`,
    { cause: fault },
  );
};

/** Whether an error comes from the system, with one of these codes where any are given. */
export const isSystemFault = (fault: unknown, ...codes: readonly string[]): fault is SystemFault =>
  fault instanceof Error &&
  'syscall' in fault &&
  'code' in fault &&
  typeof fault.code === 'string' &&
  (codes.length === 0 || codes.includes(fault.code));

type SystemFault = NodeJS.ErrnoException & { readonly code: string; readonly dest?: string };
