import type { Archive } from '../../core/archive.ts';
import { fileName, ownFolders, topFolder } from '../../core/content-files.ts';
import { hasErrors } from '../../core/diagnostics.ts';
import type { LastingAddress } from '../../core/lasting-addresses.ts';
import { addressesOfArchive, addressesOfEvent, built } from '../../core/ledger/built-addresses.ts';
import { explainLost } from '../../core/ledger/explain-lost.ts';
import { emptyLedger, unionOf } from '../../core/ledger/ledger.ts';
import { type ReadOptions, readArchive } from '../../core/read-archive.ts';
import { type CheckOptions, checkContent } from '../../inspect/check-content.ts';
import { markText } from '../../inspect/mark-text.ts';
import { linesOf } from '../../inspect/report/check-report.ts';
import { pretty } from '../../inspect/report/pretty.ts';
import { timeOfContent } from '../../io/content-time.ts';
import { readEnvironment } from '../../io/environment.ts';
import { git } from '../../io/git.ts';
import { publicNames } from '../../io/public-names.ts';
import type { Content } from '../../io/read-content.ts';
import { root } from '../../io/settings.ts';
import { concernedBy, type StagedChange } from '../../io/staged.ts';
import { previousOf } from '../previous.ts';
import { publishedLedger } from '../published-ledger.ts';
import { lostReport } from '../report-published.ts';
import type { PublishedSite } from '../site-folder.ts';
import { aroundPart } from './around-part.ts';
import { lostBy } from './lost-by.ts';
import { mentionsOf, unsettles } from './mentions.ts';
import { type Moved, movedBy } from './moved.ts';
import {
  changedFilesOf,
  foldersOf,
  isNothing,
  type PushedRef,
  prefix,
  readPart,
  readPushedRefs,
  readWhole,
  settingsIn,
} from './read-push.ts';

/** What is compared with a push: what readers have seen. And how many files it may change, where that is limited. */
type RefusalOptions = { readonly site?: PublishedSite | undefined; readonly mostChanges?: number };

/**
 * Why a push is refused, for the terminal of the one who pushes; `undefined` where it is not. Only the published branch
 * is checked, and only what the push changes or can break; what readers have seen of `site`, or else had on the branch,
 * must stay. Nothing is written: what is pushed is still in quarantine (git-receive-pack(1)), which git commands see
 * through the environment of the hook. Rejects with `RangeError` where it changes more than `mostChanges` files.
 */
export const refusalOf = async (
  repo: string,
  branch: string,
  input: string,
  { site, mostChanges = Number.POSITIVE_INFINITY }: RefusalOptions = {},
): Promise<string | undefined> => {
  const pushed = readPushedRefs(input).find(({ ref }) => ref === `refs/heads/${branch}`);
  if (!pushed) return undefined;
  if (isNothing(pushed.new)) return undeletable(branch);
  const isFirst = isNothing(pushed.old);
  const changes = isFirst ? [] : await changedFilesOf(repo, pushed);
  if ((isFirst ? Number.POSITIVE_INFINITY : changes.length) > mostChanges)
    throw new RangeError(`The push changes more than ${mostChanges} files.`);
  const own = foldersOf(changes.map(({ path }) => path));
  const faults = isFirst
    ? await refusalIn(await readWhole(repo, pushed.new), {
        ...(await optionsIn(repo, pushed.new)),
        concerns: () => true,
      })
    : changes.length > 0
      ? await checkPart(repo, pushed.new, { folders: own, changes, concerns: concernedBy(changes) })
      : undefined;
  if (faults !== undefined) return faults;
  const moved = await movedBy(repo, pushed, changes, own);
  const lost = (await lostBy(repo, pushed, site)) ?? moved.vanished;
  if (lost.length > 0 && !(await isOvertaken(repo, pushed)) && !(await mayLose(repo)))
    return lossOf(repo, pushed, lost, site);
  if (moved.vanished.length === 0 && !changes.some((change) => unsettles(change, moved))) return undefined;
  const mentions = await mentionsOf(repo, pushed.new, changes, moved);
  const folders = [...new Set([...own, ...foldersOf(mentions)])];
  return checkPart(repo, pushed.new, { folders, changes, concerns: concerning(changes, moved, mentions) });
};

/**
 * Whether another push has moved the branch meanwhile, and may be live already. Then git refuses this one, and says what to
 * do; that it lacks what the other one has brought is no loss.
 */
const isOvertaken = async (repo: string, { old, new: commit, ref }: PushedRef): Promise<boolean> => {
  const now = (await git(repo, ['for-each-ref', '--format=%(objectname)', ref])).toString('utf8').trim();
  return now !== '' && now !== old && now !== commit;
};

/** Whether the owner of a repository has allowed that entries go: `git config recapsule.allowLost true`. */
export const mayLose = async (repo: string): Promise<boolean> => {
  const set = await git(repo, ['config', '--bool', '--default', 'false', 'recapsule.allowLost']);
  return set.toString('utf8').trim() === 'true';
};

/** What is to be reported on: what changes, its event where others in it may depend on that, and what names it elsewhere. */
const concerning = (
  changes: readonly StagedChange[],
  moved: Moved,
  mentions: readonly string[],
): ((file: string) => boolean) => {
  const isChanged = concernedBy(changes);
  const unsettled = new Set(changes.filter((change) => unsettles(change, moved)).map(({ path }) => topFolder(path)));
  const named = new Set([...mentions, 'site.yml']);
  return (file) =>
    isChanged(file) || named.has(file) || (topFolder(file) !== undefined && unsettled.has(topFolder(file)));
};

/** What is checked of a push: the events that are read, what has changed, and which files are reported on. */
type Part = {
  readonly folders: readonly string[];
  readonly changes: readonly StagedChange[];
  readonly concerns: (file: string) => boolean;
};

/**
 * Checks with as little of the content as will do: with the events in question alone, and the settings of all where some
 * change. Where links lead out of these events, it reads those that they lead to.
 */
const checkPart = async (
  repo: string,
  commit: string,
  { folders, changes, concerns }: Part,
): Promise<string | undefined> => {
  const atTop = changes.filter(({ path }) => topFolder(path) === undefined).map(({ path }) => path);
  const movesTops = ({ path }: StagedChange): boolean =>
    fileName(path) === 'event.md' || ownFolders.has(topFolder(path) ?? '');
  const settings = changes.some(movesTops) ? await settingsIn(repo, commit) : [];
  const options = await optionsIn(repo, commit);
  const around = aroundPart(repo, commit, { folders, options });
  return refusalIn(await readPart(repo, commit, [...folders, ...settings, ...atTop]), { ...options, around, concerns });
};

const optionsIn = async (repo: string, commit: string): Promise<ReadOptions> => {
  const { siteUrl, drafts } = readEnvironment();
  const now = await timeOfContent({ kind: 'git', folder: repo, commit, prefix });
  return { drafts, now, publicNames: await publicNames(root), ...(siteUrl && { siteUrl }) };
};

const refusalIn = async (content: Content, options: CheckOptions): Promise<string | undefined> => {
  const checked = await checkContent(content, options);
  return hasErrors(checked.diagnostics)
    ? pretty({ ...checked, pathOf: (file) => `${prefix}${file}`, lineOf: linesOf(content.files) })
    : undefined;
};

const undeletable = (branch: string): string =>
  [
    `The branch ${branch} is what readers see, and cannot be deleted.`,
    'To publish another branch, call "recapsule server install" with --branch on the server. To publish nothing more,',
    'delete the hooks pre-receive and post-receive in the repository there; the branch can be deleted then.',
  ].join('\n');

const lossOf = async (
  repo: string,
  { old, new: commit }: PushedRef,
  vanished: readonly LastingAddress[],
  site: PublishedSite | undefined,
): Promise<string> => {
  const options = await optionsIn(repo, commit);
  const { files } = await readWhole(repo, commit);
  const earlier = isNothing(old) ? [] : addressesOf(readArchive((await readWhole(repo, old)).files, options).archive);
  const published = site ? publishedLedger(site, previousOf(site)?.release).ledger : emptyLedger;
  const before = unionOf(new Map(earlier.map((row) => [row.address, { ...row, first: '' }])), published);
  const lost = vanished.map(({ address }) => before.get(address) ?? { ...built('entry', address), first: '' });
  const { archive } = readArchive(files, options);
  const said = explainLost(lost, { archive, files, before, markOf: markText });
  return [
    'Readers have seen what would be gone:',
    ...lostReport(
      said.map((one) => ({ ...one, file: `${prefix}${one.file}` })),
      `on the server, git -C ${repo} config recapsule.allowLost true`,
    ),
  ].join('\n');
};

const addressesOf = (archive: Archive) => [
  ...addressesOfArchive(archive),
  ...archive.events.flatMap((event) => addressesOfEvent(event, markText)),
];
