import { fileName, folderOf, isDocument, topFolder } from '../../core/content-files.ts';
import { GitFault, git } from '../../io/git.ts';
import type { StagedChange } from '../../io/staged.ts';
import type { Moved } from './moved.ts';
import { prefix } from './read-push.ts';

/** For more than these, documents are looked for that name one of the events: git looks for each name in each line. */
const manyNames = 20;

/** Whether others may show or link to what a change takes from its place: a picture that is replaced, too. */
export const unsettles = ({ status, path }: StagedChange, moved: Moved): boolean =>
  status === 'D' || moved.files.has(path) || (status !== 'A' && !isDocument(path));

/**
 * The documents of a commit that name what a push takes from its place: whatever links to it or shows it is among them.
 * Rather too many than too few, because they are only checked.
 */
export const mentionsOf = async (
  repo: string,
  commit: string,
  changes: readonly StagedChange[],
  moved: Moved,
): Promise<readonly string[]> => {
  const names = namesOf(changes, moved);
  if (names.length === 0) return [];
  const patterns = [...new Set(names.flatMap((name) => [name, encodeURI(name)]))].flatMap((name) => ['-e', name]);
  const args = ['grep', '-l', '-z', '-F', ...patterns, commit, '--', `:(glob)${prefix}**/*.md`];
  const found = await git(repo, args).catch((fault: unknown) => {
    // It ends so without a word where nothing is found.
    if (fault instanceof GitFault && fault.message === 'git grep ended with 1') return Buffer.of();
    throw fault;
  });
  return found
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(`${commit}:${prefix}`.length));
};

const namesOf = (changes: readonly StagedChange[], moved: Moved): readonly string[] => {
  const files = changes.filter((change) => unsettles(change, moved)).map(({ path }) => path);
  const addresses = moved.vanished.map(({ address }) => address);
  const names = new Set([...files.map(fileName), ...addresses.map((address) => `/${fileName(address.slice(0, -1))}/`)]);
  if (names.size <= manyNames) return [...names];
  const events = addresses.filter((address) => folderOf(address.slice(0, -1)) === '');
  return [...new Set([...files.map((file) => `/${topFolder(file) ?? ''}/`), ...events])].filter(
    (name) => name !== '//',
  );
};
