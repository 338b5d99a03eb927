import { cyclic } from '../../random.ts';
import { harmlessBlog, manyPosts } from '../blog.ts';
import { allFormats, xmlFormats } from '../formats/formats.ts';
import { event, type Hostile } from '../hostile.ts';
import { eventFile, soakedEntryFile } from '../world.ts';
import type { Kind } from './kind.ts';

/** A few lines that want to become gigabytes. */
export const bombs: Kind = (round, random) => {
  const bomb = cyclic(all, round);
  return bomb(random.integer(0, xmlFormats.length - 1));
};

/** Lines of a document type in which each entity is ten of the one before. */
const laughs = [
  '<!ENTITY e0 "ha">',
  ...Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`),
].join('');
const long = `<!ENTITY e12 "${'a'.repeat(100_000)}">`;
const parameters = `<!ENTITY % p0 "ha">${Array.from({ length: 12 }, (_, level) => `<!ENTITY % p${level + 1} "${`%p${level};`.repeat(10)}">`).join('')}<!ENTITY e12 "%p12;">`;
const circle = '<!ENTITY e12 "&e11;"><!ENTITY e11 "&e12;">';

const ofEntities =
  (name: string, entities: string, text = '&e12;') =>
  (choice: number): Hostile => {
    const { name: format, file, write } = cyclic(xmlFormats, choice);
    const source = write(harmlessBlog())
      .replace(/\?>/, `?><!DOCTYPE x [${entities}]>`)
      .replaceAll('Report', text)
      .replaceAll('<b>', text);
    return { name: `${format} with ${name}`, file, source };
  };

/** YAML in which each list is ten times the one before. */
const lists = [
  'l0: &l0 [ha]',
  ...Array.from(
    { length: 9 },
    (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]`,
  ),
].join('\n');

const inText =
  (name: string, text: string) =>
  (choice: number): Hostile => {
    const { name: format, file, write } = cyclic(allFormats, choice * 2);
    return {
      name: `${format} with ${name} as its texts`,
      file,
      source: write(harmlessBlog(manyPosts(3, { title: text, html: text, topic: text }))),
    };
  };

const all: readonly ((choice: number) => Hostile)[] = [
  ofEntities('a billion laughs', laughs),
  ofEntities('a long entity, a hundred thousand times', long, '&e12;'.repeat(20_000)),
  ofEntities('a billion laughs of parameter entities', parameters),
  ofEntities('entities that go round in a circle', circle),
  inText('an alias bomb', `---\n${lists}\n---\n`),
  inText('a million entities of HTML', '&NotEqualTilde;&#x2242;'.repeat(40_000)),
  () => ({ name: 'an alias bomb as a file', file: 'bomb.yml', source: `${lists}\n` }),
  (choice) => inEvent('the front matter of the event', `${event}/event.md`, eventFile(lists), choice),
  (choice) => inEvent('the front matter of an entry', `${event}/1018-bomb.md`, soakedEntryFile('Bomb', lists), choice),
  (choice) => inEvent('the front matter of another event', 'bomb/event.md', eventFile(lists), choice),
  () => ({
    name: 'a page with a billion laughs',
    file: 'a.html',
    source: `<!DOCTYPE html [${laughs}]>LiveBlogPosting &e12;`,
  }),
];

const inEvent = (where: string, path: string, document: string, choice: number): Hostile => {
  const { name, file, write } = cyclic(xmlFormats, choice);
  const content = { [`${event}/event.md`]: eventFile(), [path]: document };
  return { name: `${name} into content with an alias bomb in ${where}`, file, source: write(harmlessBlog()), content };
};
