import { fileName, topFolder } from '../../src/core/content-files.ts';
import { hasErrors } from '../../src/core/diagnostics.ts';
import { readEnvironment } from '../../src/io/environment.ts';
import { git } from '../../src/io/git.ts';
import { publicNames } from '../../src/io/public-names.ts';
import type { Content } from '../../src/io/read-content.ts';
import { listGitTree } from '../../src/io/read-git-tree.ts';
import { type Checked, checkContent } from '../check/check-content.ts';
import { linesOf } from '../check/check-report.ts';
import { pretty } from '../check/pretty.ts';
import { type Change, concernedBy } from '../check/staged.ts';
import { lostReport } from '../publish/report-published.ts';
import { root } from '../settings.ts';
import { linkedEvents } from './linked-events.ts';
import { changesOf, isNothing, mentionsOf, prefix, readPart, readPushedRefs, readWhole } from './read-push.ts';
import { vanishedAddresses } from './vanished.ts';

/** Why a push is refused, for the terminal of the one who pushes; `undefined` where it is not. */
export const refusalOf = async (repo: string, branch: string, input: string): Promise<string | undefined> => {
  const pushed = readPushedRefs(input).find(({ ref }) => ref === `refs/heads/${branch}`);
  if (!pushed) return undefined;
  if (isNothing(pushed.new))
    return `The branch ${branch} is what readers see, and stays. To take the site down, remove it on the server.`;
  const changes = await changesOf(repo, pushed);
  if (changes.length === 0) return undefined;
  const gone = changes.filter(({ status }) => status === 'D').map(({ path }) => path);
  const mentions = await mentionsOf(repo, pushed.new, gone);
  const folders = [...changes.map(({ path }) => path), ...mentions].map(topFolder).filter((one) => one !== undefined);
  const events = [...new Set(folders)].map((folder) => `${folder}/`);
  const isChanged = concernedBy(changes);
  const concerns = (file: string): boolean => isChanged(file) || mentions.includes(file);
  const { checked, report } = await check(await readNeeded(repo, pushed.new, events, changes, concerns), concerns);
  if (hasErrors(checked.diagnostics)) return report;
  const lost =
    isNothing(pushed.old) || (await mayLose(repo)) ? [] : await vanishedAddresses(repo, pushed, changes, events);
  return lost.length === 0 ? undefined : ['Readers have seen what would be gone:', ...lostReport(lost)].join('\n');
};

/**
 * As much of the content as the check of some events needs: themselves, those that they link to, the settings of all where
 * some change, and everything where that cannot be told.
 */
const readNeeded = async (
  repo: string,
  commit: string,
  events: readonly string[],
  changes: readonly Change[],
  concerns: (file: string) => boolean,
): Promise<Content> => {
  const own = await readPart(repo, commit, events);
  const folders = (await listGitTree(repo, commit, prefix)).flatMap(({ path, kind }) =>
    kind === 'folder' ? path : [],
  );
  const linked = linkedEvents(own.files, concerns, folders);
  if (linked.isOpen) return readWhole(repo, commit);
  const settings = changes.every(({ path }) => isEntry(path)) ? [] : folders.map((folder) => `${folder}/event.md`);
  const more = [...linked.folders.map((folder) => `${folder}/`), ...settings];
  return more.length === 0 ? own : readPart(repo, commit, [...events, ...more]);
};

/** Whether a file can be an entry, or a picture beside one: no settings, which other events depend on. */
const isEntry = (path: string): boolean => topFolder(path) !== undefined && fileName(path) !== 'event.md';

const check = async (
  content: Content,
  concerns: (file: string) => boolean,
): Promise<{ readonly checked: Checked; readonly report: string }> => {
  const { siteUrl, drafts } = readEnvironment(process.env);
  const options = { concerns, drafts, publicNames: await publicNames(root), ...(siteUrl && { siteUrl }) };
  const checked = await checkContent(content, options);
  const report = pretty({ ...checked, pathOf: (file) => `${prefix}${file}`, lineOf: linesOf(content.files) });
  return { checked, report };
};

/** Whether the owner of a repository has allowed that entries go: `git config recapsule.allowLost true`. */
export const mayLose = async (repo: string): Promise<boolean> => {
  const set = await git(repo, ['config', '--bool', '--default', 'false', 'recapsule.allowLost']);
  return set.toString('utf8').trim() === 'true';
};
