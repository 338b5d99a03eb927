import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { GitFault, gitEnvironment } from './git.ts';

/** An object of git: its id, what it is (blob, tree, commit), and its bytes. */
export type GitObject = { readonly id: string; readonly type: string; readonly bytes: Buffer };

/** Objects of a repository, all read by one process, which ends with this one. */
export type GitObjects = {
  /**
   * The objects of these ids, or of other names that git can resolve, in their order; `undefined` for one that is not
   * there. Rejects with `GitFault` where git fails.
   */
  readonly read: (names: readonly string[]) => Promise<readonly (GitObject | undefined)[]>;
};

/** With whether their process has ended, and how it is ended. */
type OpenObjects = GitObjects & { readonly isOver: () => boolean; readonly close: () => void };

const opened = new Map<string, OpenObjects>();

/** What git is told decides which objects it finds. */
const keyOf = (folder: string): string => `${folder}\0${gitEnvironment()['GIT_OBJECT_DIRECTORY'] ?? ''}`;

/** The objects of the repository in a folder. To start a process for each question would take longer than the answers. */
export const objectsOf = (folder: string): GitObjects => {
  const known = opened.get(keyOf(folder));
  if (known && !known.isOver()) return known;
  const objects = openObjects(folder);
  opened.set(keyOf(folder), objects);
  return objects;
};

/** Ends the process that reads the objects of a repository, where they will not be there any more. */
export const closeObjects = (folder: string): void => {
  opened.get(keyOf(folder))?.close();
  opened.delete(keyOf(folder));
};

/** Starts to read objects (git-cat-file(1), `--batch`). */
const openObjects = (folder: string): OpenObjects => {
  const child = spawn('git', ['cat-file', '--batch'], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = chunks();
  const waiting: Request[] = [];
  let complaint = '';
  let ended: GitFault | undefined;
  const end = (fault: GitFault): void => {
    ended ??= fault;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  keepAlive(child, false);
  child.stdout.on('data', (bytes: Buffer) => {
    said.add(bytes);
    if (answer(waiting, said)) keepAlive(child, false);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  // It has ended early then, and says why.
  child.stdin.on('error', () => undefined);
  child.on('error', (fault) => end(new GitFault(`git could not be started: ${fault.message}`)));
  child.on('close', (code) => end(new GitFault(complaint.trim() || `git cat-file ended with ${code}`)));
  const ask = (names: readonly string[], { resolve, reject }: Pick<Request, 'resolve' | 'reject'>): void => {
    const odd = names.find((name) => name.includes('\n'));
    if (ended) reject(ended);
    else if (odd !== undefined) reject(new GitFault(`Unexpected line break in ${JSON.stringify(odd)}`));
    else if (names.length === 0) resolve([]);
    else {
      waiting.push({ count: names.length, found: [], resolve, reject });
      keepAlive(child, true);
      child.stdin.write(`${names.join('\n')}\n`);
    }
  };
  return {
    isOver: () => ended !== undefined,
    close: () => void child.stdin.end(),
    read: (names) => new Promise((resolve, reject) => ask(names, { resolve, reject })),
  };
};

/** Whether this process waits for that one: only while it has been asked for something. */
const keepAlive = (child: ChildProcessWithoutNullStreams, isAlive: boolean): void => {
  const sockets = [child.stdin, child.stdout, child.stderr].filter((pipe) => pipe instanceof Socket);
  for (const part of [child, ...sockets])
    if (isAlive) part.ref();
    else part.unref();
};

type Request = {
  readonly count: number;
  readonly found: (GitObject | undefined)[];
  readonly resolve: (found: readonly (GitObject | undefined)[]) => void;
  readonly reject: (fault: GitFault) => void;
};

/** Bytes as they come: they are put together when as many are there as were needed last. */
const chunks = () => {
  let parts: Buffer[] = [];
  let length = 0;
  let needed = 0;
  return {
    add: (bytes: Buffer): void => {
      parts.push(bytes);
      length += bytes.length;
    },
    /** All of them, or none while too few are there. */
    whole: (): Buffer | undefined => {
      if (length < needed) return undefined;
      const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts);
      parts = whole ? [whole] : [];
      return whole;
    },
    /** Goes on with these, and with as many more as are needed. */
    goOn: (rest: Buffer, bytes = 0): void => {
      parts = [rest];
      length = rest.length;
      needed = bytes;
    },
  };
};

/** Answers what has been asked for, in its order; gives whether nothing is left of it. */
const answer = (waiting: Request[], said: ReturnType<typeof chunks>): boolean => {
  for (let [first] = waiting; first; [first] = waiting) {
    if (!takeObjects(said, first)) return false;
    waiting.shift();
    first.resolve(first.found);
  }
  return true;
};

/** Takes what has been asked for from what git has said; gives whether all of it is there. */
const takeObjects = (said: ReturnType<typeof chunks>, { count, found }: Request): boolean => {
  const bytes = said.whole();
  if (!bytes) return false;
  let at = 0;
  while (found.length < count) {
    const end = bytes.indexOf(0x0a, at);
    if (end === -1) break;
    // "<id> <type> <size>", or "<name> missing".
    const [, id = '', type = '', size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(bytes.toString('utf8', at, end)) ?? [];
    const next = end + 1 + (size === undefined ? 0 : Number(size) + 1);
    if (next > bytes.length) {
      said.goOn(bytes.subarray(at), next - at);
      return false;
    }
    found.push(size === undefined ? undefined : { id, type, bytes: bytes.subarray(end + 1, next - 1) });
    at = next;
  }
  said.goOn(bytes.subarray(at));
  return found.length === count;
};
