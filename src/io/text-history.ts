import { z } from 'zod';
import type { Cache } from '../core/cache.ts';
import { readDocument } from '../core/document.ts';
import type { FileHistory, TextHistory } from '../core/text-history.ts';
import { UsageError } from '../core/usage-error.ts';
import type { ContentPlace } from './content-source.ts';
import { GitFault, git } from './git.ts';
import { objectsOf } from './git-objects.ts';

/** What is known of the files of a content as a commit has it, and from how many commits before that it has been kept. */
type Known = { readonly commit: string; readonly files: TextHistory; readonly unkept: number };

/** A commit, as `git log --raw` tells of it: its time, its parents, and what it did to which files. */
type Step = { readonly time: number; readonly parents: readonly string[]; readonly changes: readonly FileChange[] };
type FileChange = {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly paths: readonly string[];
};

/** Gives the history of the texts of a content. */
export type Histories = (place: ContentPlace) => Promise<TextHistory>;

/** What follows from so few commits is not worth keeping: a process that publishes each of them knows it, others find out. */
const few = 20;

/**
/**
 * Tells when each text of a content came, and when it was changed last in a later commit, by path below the content folder.
 * Only title and body count. Nothing is known of a content in no repository. Throws `UsageError` where its history is cut short.
 */
export const openHistories = (cache: Cache): Histories => {
  let last: { readonly key: string; readonly known: Known } | undefined;
  return async (place) => {
    try {
      const at = await whereIs(place);
      const key = JSON.stringify(['texts', 2, place.folder, at.prefix]);
      const isAtHand = last?.key === key;
      if (!isAtHand) await refuseCut(place.folder, at);
      const before = last && isAtHand ? last.known : knownIn(await cache.get(key));
      const known = before?.commit === at.commit ? before : await follow(place.folder, at, before);
      const isKept = known.unkept <= few;
      if (!isKept) await cache.set(key, Buffer.from(JSON.stringify({ commit: known.commit, files: known.files })));
      last = { key, known: isKept ? known : { ...known, unkept: 0 } };
      return known.files;
    } catch (fault) {
      if (fault instanceof GitFault) return {};
      throw fault;
    }
  };
};

/** Throws `UsageError` where a content lies in a repository whose history is cut short. Nothing else is read of it. */
export const refuseShallow = async (place: ContentPlace): Promise<undefined> => {
  try {
    await refuseCut(place.folder, await whereIs(place));
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
  }
};

/** A commit, and the path of the content folder in it. */
type Place = { readonly commit: string; readonly prefix: string };

const whereIs = async (place: ContentPlace): Promise<Place> => {
  if (place.kind === 'git') return place;
  const [prefix = '', commit = ''] = await ask(place.folder, '--show-prefix', 'HEAD');
  return { prefix, commit };
};

/** A content that is no part of the commit has no history there that could be cut short. */
const refuseCut = async (folder: string, { commit, prefix }: Place): Promise<void> => {
  if ((await ask(folder, '--is-shallow-repository'))[0] !== 'true') return;
  const listed = await git(folder, ['ls-tree', '--full-tree', '--name-only', commit, '--', prefix || '.']);
  if (listed.length > 0)
    throw new UsageError(
      `The git history of ${folder} is cut short, and pages and feeds say when texts came and changed: fetch all of it. On this machine "git fetch --unshallow" does; on GitHub, Forgejo and Gitea "fetch-depth: 0" below "with:" of actions/checkout; on GitLab the variable GIT_DEPTH: "0"; elsewhere write "git fetch --unshallow || true" before the build.`,
    );
};

const ask = async (folder: string, ...args: readonly string[]): Promise<readonly string[]> =>
  (await git(folder, ['rev-parse', ...args])).toString('utf8').split('\n');

const knownIn = (bytes: Uint8Array | undefined): Known | undefined => {
  const found = bytes && schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  return found && { ...found, unkept: 0 };
};

// Thousands of files are not looked at one by one: what is kept has a checksum.
const schema = z.object({
  commit: z.string(),
  files: z.custom<TextHistory>((value) => typeof value === 'object' && value !== null),
});

/** Goes on from what is known where the commit comes after it in one line; otherwise from the beginning. */
const follow = async (folder: string, { commit, prefix }: Place, before: Known | undefined): Promise<Known> => {
  const next = before && (await stepsBetween(folder, before.commit, { commit, prefix }));
  const steps = next ?? (await stepsOf(folder, [commit], prefix));
  const files = next ? { ...before?.files } : {};
  const isOther = await textComparison(folder, steps);
  for (const { time, changes } of steps) for (const change of changes) take(files, time, change, isOther);
  return { commit, files, unkept: next && before ? before.unkept + next.length : Number.POSITIVE_INFINITY };
};

/** The commits from one to another, where each has one parent, the first of them that one. */
const stepsBetween = async (
  folder: string,
  from: string,
  { commit, prefix }: Place,
): Promise<readonly Step[] | undefined> => {
  const all = ['--full-history', '--sparse'];
  const steps = await stepsOf(folder, [...all, `${from}..${commit}`], prefix).catch(() => []);
  const isLine =
    steps.length > 0 && steps.every(({ parents }) => parents.length === 1) && steps[0]?.parents[0] === from;
  return isLine ? steps : undefined;
};

const stepsOf = async (folder: string, commits: readonly string[], prefix: string): Promise<readonly Step[]> => {
  const form = ['--reverse', '--topo-order', '--root', '--raw', '--no-abbrev', '-M', '-z', '--format=%x01%ct %P'];
  const range = [...commits.slice(0, -1), '--end-of-options', ...commits.slice(-1)];
  const log = await git(folder, ['log', ...form, ...range, '--', `:(top)${prefix}`]);
  return stepsIn(log.toString('utf8'), prefix);
};

/** Reads what `git log --raw -z` prints: for each commit its time, then the files of each change. */
const stepsIn = (log: string, prefix: string): readonly Step[] =>
  log
    .split('\u0001')
    .slice(1)
    .map((part): Step => {
      const [head = '', ...rest] = part.split('\0');
      const tokens = [...head.split('\n').slice(1), ...rest]
        .map((one) => one.replace(/^\n+/, ''))
        .filter((one) => one !== '');
      const changes: FileChange[] = [];
      for (let at = 0; at < tokens.length; ) {
        const [, , before = '', after = '', kind = ''] = (tokens[at] ?? '').split(' ');
        const count = /^[RC]/.test(kind) ? 2 : 1;
        const paths = tokens.slice(at + 1, at + 1 + count).map((path) => path.slice(prefix.length));
        changes.push({ kind, before, after, paths });
        at += 1 + count;
      }
      const [time = '', ...parents] = (head.split('\n')[0] ?? '').split(' ').filter((one) => one !== '');
      return { time: Number(time) * 1000, parents, changes };
    });

const take = (
  files: Record<string, FileHistory>,
  time: number,
  { kind, before, after, paths }: FileChange,
  isOther: (before: string, after: string) => boolean,
): void => {
  const [from = '', to = from] = paths;
  const known = files[from];
  if (kind === 'D') delete files[from];
  else if (!to.endsWith('.md')) return;
  else if (kind === 'A' || known === undefined || kind.startsWith('C')) files[to] = { first: time };
  else {
    if (to !== from) delete files[from];
    files[to] = isOther(before, after) ? { first: known.first, changed: time } : known;
  }
};

/** Tells whether two versions of a file that was changed differ in title or body. */
const textComparison = async (folder: string, steps: readonly Step[]) => {
  const compared = steps
    .flatMap(({ changes }) => changes)
    .filter(
      ({ kind, before, after, paths }) => /^[MR]/.test(kind) && before !== after && paths.at(-1)?.endsWith('.md'),
    );
  const ids = [...new Set(compared.flatMap(({ before, after }) => [before, after]))];
  const texts = new Map<string, string>();
  for (const object of await objectsOf(folder).read(ids)) if (object) texts.set(object.id, textOf(object.bytes));
  return (before: string, after: string): boolean => before !== after && texts.get(before) !== texts.get(after);
};

const textOf = (bytes: Uint8Array): string => {
  const document = readDocument('', bytes, () => {});
  const data = document?.fields.data;
  const title = typeof data === 'object' && data !== null ? Reflect.get(data, 'title') : undefined;
  return document ? `${String(title).trim()}\n${document.body.trim()}` : Buffer.from(bytes).toString('utf8');
};
