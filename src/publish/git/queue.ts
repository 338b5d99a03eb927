import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesInManifest } from '../manifests.ts';
import { readState } from './read-state.ts';

/** What was recorded of a push, in the file `record`. */
export type Push = {
  readonly record: string;
  /** In UTC, to the second. */
  readonly time: string;
  readonly old: string;
  readonly new: string;
  readonly who: string;
};

/** The pushes that are still to be reported on, in their order, and records that are none. */
export type Queue = { readonly pushes: readonly Push[]; readonly unreadable: readonly string[] };

/** Reads what has been recorded. */
export const readQueue = (folder: string): Queue => {
  const pushes: Push[] = [];
  const unreadable: string[] = [];
  for (const record of recordsIn(folder)) {
    const push = readRecord(folder, record);
    if (push) pushes.push(push);
    else unreadable.push(record);
  }
  return { pushes, unreadable };
};

/** Whether nothing has been recorded. */
export const isQueueEmpty = ({ pushes, unreadable }: Queue): boolean => pushes.length + unreadable.length === 0;

/** Removes records that have been reported on, whatever they are. */
export const removeRecords = (folder: string, { pushes, unreadable }: Queue): void => {
  for (const record of [...pushes.map((push) => push.record), ...unreadable])
    rmSync(join(folder, record), { recursive: true, force: true });
};

/** The text of a record, as the hook writes it. */
export const recordOfPush = ({ time, old, new: commit, who }: Omit<Push, 'record'>): string =>
  `${time} ${old} ${commit} ${who}\n`;

const id = '[0-9a-f]{40}(?:[0-9a-f]{24})?';
const form = new RegExp(String.raw`^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (${id}) (${id})(?: (.*))?\n$`, 's');

/** One bad record must not hold up the others. */
const readRecord = (folder: string, record: string): Push | undefined => {
  const [, time, old, commit, who = ''] = form.exec(readState(join(folder, record))) ?? [];
  if (time === undefined || old === undefined || commit === undefined) return undefined;
  return { record, time, old, new: commit, who: who.replace(/\p{Cc}/gu, ' ').trim() || 'somebody' };
};

/** Names that begin with a dot are records that are still being written. */
const recordsIn = (folder: string): readonly string[] =>
  namesInManifest(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({ name, written: lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => a.written - b.written || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
