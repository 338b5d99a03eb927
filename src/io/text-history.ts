import { z } from 'zod';
import type { Cache } from '../core/cache.ts';
import { readDocument } from '../core/document.ts';
import type { FileHistory, TextHistory } from '../core/text-history.ts';
import { UsageError } from '../core/usage-error.ts';
import type { ContentPlace } from './content-source.ts';
import { GitFault, git } from './git.ts';
import { objectsOf } from './git-objects.ts';

/** What is known of the files of a content as a commit has it. */
type Known = { readonly commit: string; readonly files: ReadonlyMap<string, FileHistory> };

/** A commit, as `git log --raw` tells of it: its time, and what it did to which files. */
type Step = { readonly time: number; readonly changes: readonly FileChange[] };
type FileChange = {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly paths: readonly string[];
};

/**
 * When each text of a content came, and when it was changed last in a later commit, by path below the content folder. Only
 * title and body count. Nothing is known of a content in no repository. Throws `UsageError` where its history is cut short.
 */
export const historyOf = async (place: ContentPlace, cache: Cache): Promise<TextHistory> => {
  try {
    const { commit, prefix, isShallow } = await whereIs(place);
    if (isShallow) await refuseCut(place.folder, { commit, prefix });
    const key = JSON.stringify(['texts', 1, place.folder, prefix]);
    const before = knownIn(await cache.get(key));
    const known = before?.commit === commit ? before : await follow(place.folder, { commit, prefix }, before);
    if (known !== before)
      await cache.set(key, Buffer.from(JSON.stringify({ commit, files: Object.fromEntries(known.files) })));
    return Object.fromEntries([...known.files].map(([path, history]) => [path.slice(prefix.length), history]));
  } catch (fault) {
    if (fault instanceof GitFault) return {};
    throw fault;
  }
};

/** Throws `UsageError` where a content lies in a repository whose history is cut short. Nothing else is read of it. */
export const refuseShallow = async (place: ContentPlace): Promise<undefined> => {
  try {
    const { isShallow, ...where } = await whereIs(place);
    if (isShallow) await refuseCut(place.folder, where);
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
  }
};

/** A content that is no part of the commit has no history there that could be cut short. */
const refuseCut = async (folder: string, { commit, prefix }: Omit<Where, 'isShallow'>): Promise<void> => {
  const listed = await git(folder, ['ls-tree', '--full-tree', '--name-only', commit, '--', prefix || '.']);
  if (listed.length > 0)
    throw new UsageError(
      `The git history of ${folder} is cut short, and pages and feeds say when texts came and changed: fetch all of it. On this machine "git fetch --unshallow" does; on GitHub, Forgejo and Gitea "fetch-depth: 0" below "with:" of actions/checkout; on GitLab the variable GIT_DEPTH: "0"; elsewhere write "git fetch --unshallow || true" before the build.`,
    );
};

type Where = { readonly commit: string; readonly prefix: string; readonly isShallow: boolean };

const whereIs = async (place: ContentPlace): Promise<Where> => {
  const asked =
    place.kind === 'git' ? ['--is-shallow-repository'] : ['--is-shallow-repository', '--show-prefix', 'HEAD'];
  const [shallow, ...rest] = (await git(place.folder, ['rev-parse', ...asked])).toString('utf8').split('\n');
  const [prefix = '', commit = ''] = place.kind === 'git' ? [place.prefix, place.commit] : rest;
  return { isShallow: shallow === 'true', prefix, commit };
};

const knownIn = (bytes: Uint8Array | undefined): Known | undefined => {
  const found = bytes && schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  return found && { commit: found.commit, files: new Map(Object.entries(found.files)) };
};

const schema = z.object({
  commit: z.string(),
  files: z.record(z.string(), z.object({ first: z.number(), changed: z.number().exactOptional() })),
});

/** Goes on from what is known where the commit comes after it in one line; otherwise from the beginning. */
const follow = async (
  folder: string,
  { commit, prefix }: { readonly commit: string; readonly prefix: string },
  before: Known | undefined,
): Promise<Known> => {
  const goesOn = before !== undefined && (await isNext(folder, before.commit, commit));
  const range = goesOn ? `${before.commit}..${commit}` : commit;
  const files = new Map(goesOn ? before.files : []);
  const form = ['--reverse', '--topo-order', '--root', '--raw', '--no-abbrev', '-M', '-z', '--format=%x01%ct'];
  const log = await git(folder, ['log', ...form, '--end-of-options', range, '--', `:(top)${prefix}`]);
  const steps = stepsIn(log.toString('utf8'));
  const isOther = await textComparison(folder, steps);
  for (const { time, changes } of steps) for (const change of changes) take(files, time, change, isOther);
  return { commit, files };
};

/** Whether each commit from one to another has one parent, the first of them that one. */
const isNext = async (folder: string, from: string, to: string): Promise<boolean> => {
  const listed = await git(folder, ['rev-list', '--parents', '--end-of-options', `${from}..${to}`]).catch(
    () => undefined,
  );
  const lines =
    listed
      ?.toString('utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')) ?? [];
  return lines.length > 0 && lines.every((ids) => ids.length === 2) && lines.at(-1)?.[1] === from;
};

/** Reads what `git log --raw -z` prints: for each commit its time, then the files of each change. */
const stepsIn = (log: string): readonly Step[] =>
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
        changes.push({ kind, before, after, paths: tokens.slice(at + 1, at + 1 + count) });
        at += 1 + count;
      }
      return { time: Number.parseInt(head, 10) * 1000, changes };
    });

const take = (
  files: Map<string, FileHistory>,
  time: number,
  { kind, before, after, paths }: FileChange,
  isOther: (before: string, after: string) => boolean,
): void => {
  const [from = '', to = from] = paths;
  const known = files.get(from);
  if (kind === 'D') files.delete(from);
  else if (!to.endsWith('.md')) return;
  else if (kind === 'A' || known === undefined || kind.startsWith('C')) files.set(to, { first: time });
  else {
    if (to !== from) files.delete(from);
    files.set(to, isOther(before, after) ? { first: known.first, changed: time } : known);
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
