import { cyclic } from '../../random.ts';
import { harmlessBlog, harmlessPost, type Post } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import { outside } from '../hostile.ts';
import type { Kind } from './kind.ts';

/** Names that lead out of the folder, or that cannot be names, in every place of which a name could be made. */
export const names: Kind = (round, random) => {
  const [what, name] = cyclic(all, round);
  const { name: format, file, write } = random.pick(allFormats);
  const posts = places.map((place, index) => harmlessPost(index, { ...without, [place]: name }));
  const everywhere = harmlessPost(places.length, Object.fromEntries(places.map((place) => [place, name])));
  const source = write(harmlessBlog([...posts, everywhere], { title: name, url: name }));
  return { name: `${format} of names such as ${what}`, file, source };
};

/** Also for the arguments of the command. */
export const pathTricks: readonly string[] = [
  '../../x',
  '../../../../../../x',
  '..',
  '.',
  '..\\..\\x',
  `${outside}/x`,
  '/etc/x',
  'C:\\x',
  'C:x',
  '\\\\server\\share\\x',
  'file:///etc/passwd',
  '.git/hooks/x',
  '.import-x',
  '%2e%2e%2f%2e%2e%2fx',
  '..%00/x',
  'x\0.md',
  '....//....//x',
  '~/x',
  '$HOME/x',
  '`touch x`',
  '$(touch x)',
  '-rf',
  '--dry-run',
  'x\n/../../y',
];

const places = ['title', 'id', 'url', 'author', 'topic', 'picture', 'caption', 'html'] as const;
const without: Partial<Post> = { author: '', topic: '', caption: '' };

const devices = ['con', 'NUL', 'aux.md', 'COM1', 'lpt9.txt', 'prn'];
const reserved = [
  'milestones',
  'topics',
  'search',
  'oldest-first',
  'feed-archive',
  'media',
  '2019-11-11',
  'event',
  'event.md',
];

const all: readonly (readonly [what: string, name: string])[] = [
  ...[...pathTricks, ...devices, ...reserved].map((name) => [JSON.stringify(name), name] as const),
  ['10,000 letters', 'a'.repeat(10_000)],
  ['10,000 letters of four bytes', '𐌰'.repeat(10_000)],
  ['10,000 marks on a letter', `a${'\u0301'.repeat(10_000)}`],
  ['10,000 folders', 'a/'.repeat(10_000)],
  ['10,000 steps up', '../'.repeat(10_000)],
  ['nothing but hyphens', '-'.repeat(300)],
  ['blanks', ' \t\u00a0\u3000 '],
  ['a right-to-left override', 'a\u202egnp.md'],
  ['letters that fold to others', 'ſ K ß ﬁ İ ǅ'],
  ['a letter in two parts', 'Cafe\u0301 e\u0301'],
  ['invisible letters', '\u200b\u2060\ufeff\u00ad'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
];
