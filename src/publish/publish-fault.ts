import { lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A release could not be made, for a reason that lies with the machine. The message says what, where, and what to do. */
export class PublishFault extends Error {
  override readonly name = 'PublishFault';
}

type Explanation = { readonly what: string; readonly cure: string };

const inTheWay = 'Something else is in the way';

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
  EEXIST: { what: inTheWay, cure: 'Move it away' },
  ENOTDIR: { what: inTheWay, cure: 'Move it away' },
  EISDIR: { what: inTheWay, cure: 'Move it away' },
  ENOTEMPTY: { what: inTheWay, cure: 'Move it away' },
  ELOOP: { what: 'A link leads in a circle', cure: 'Remove it' },
  ENOENT: { what: 'A file or folder is gone', cure: 'See that nothing else writes into the folder of the site' },
};

/**
 * Makes an error of the system a `PublishFault`, `path` standing in where the error names none. Gives everything else
 * back as it is. Whatever failed, the release that readers see is whole: a new one takes its place in one step.
 */
export const explainFault = (fault: unknown, path?: string): unknown => {
  if (!isSystemFault(fault)) return fault;
  const { what, cure } = explanations[fault.code] ?? { what: 'The system refuses', cure: 'Fix that' };
  const place = fault.dest ?? fault.path ?? path;
  const where = place === undefined ? '' : `: ${place}`;
  const found = `${what}${where} (${fault.code} at ${fault.syscall}).`;
  // Whatever should be made below a link that leads nowhere is said to be gone.
  const obstacle =
    place !== undefined && (what === inTheWay || fault.code === 'ENOENT') ? obstacleAt(place) : undefined;
  const reported =
    obstacle === undefined
      ? `${found} ${cure}, then try again. The release that readers see is whole.`
      : `${inTheWay}${where} (${fault.code} at ${fault.syscall}). Move ${obstacle} away, then try again.`;
  return new PublishFault(reported, { cause: fault });
};

/** What is said of anything that a publish throws: what a person can do about it, or that the program is at fault. */
export const describeFault = (fault: unknown): string => {
  const reported = explainFault(fault);
  if (!(reported instanceof Error)) return `${failed} ${String(reported)}`;
  if (/^(?:PublishFault|UsageError|GitFault)$/.test(reported.name)) return reported.message;
  const place = /^\s+at .*?([\w.-]+\.\w+:\d+):\d+\)?$/m.exec(reported.stack ?? '')?.[1];
  const where = place === undefined ? '' : ` (${place})`;
  return `${failed} ${reported.name}: ${reported.message}${where}. Please report this. Readers go on to see the earlier release.`;
};

const failed = 'The publish has failed by a fault of the program.';

/** What stands where a folder is needed: the first part of a path that is there and is none, or what is at its end. */
const obstacleAt = (path: string): string | undefined => {
  let obstacle = isThere(path) ? path : undefined;
  for (let at = path; dirname(at) !== at; at = dirname(at)) if (isThere(at) && !isFolder(at)) obstacle = at;
  return obstacle;
};

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** Whether something is at a path; not where something is in the way to it. */
const isThere = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
};

/** Whether an error comes from the system, with one of these codes where any are given. */
export const isSystemFault = (fault: unknown, ...codes: readonly string[]): fault is SystemFault =>
  fault instanceof Error &&
  'syscall' in fault &&
  'code' in fault &&
  typeof fault.code === 'string' &&
  (codes.length === 0 || codes.includes(fault.code));

type SystemFault = NodeJS.ErrnoException & { readonly code: string; readonly dest?: string };
