import { beforeEach, describe, expect, test } from 'vitest';
import { aRepository, type Repository } from '../../../scripts/testing/repository.ts';
import { entryFile, settings, temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { aPage, withoutFieldLists } from '../../core/testing.ts';
import { refusalOf } from './check-push.ts';

type Files = Readonly<Record<string, string | undefined>>;

const parent = temporaryFolder();
let repository: Repository;

beforeEach(async () => {
  repository = await aRepository(parent);
});

const at = '2020-03-02T10:00';
const entry = (body = 'Something happened.', more = ''): string => entryFile('An entry', at, body, more);
const nothing = '0'.repeat(40);
const base: Files = {
  'site.yml': settings.site,
  'fair/event.md': settings.event('aliases: [old-fair]\n'),
  'fair/first.md': entry(),
  'fair/plain.md': entry(),
  'show/event.md': settings.event(),
  'show/b.md': entry(),
};

/** Commits files, by path below `content/`; one without a text is removed. */
const commit = async (files: Files): Promise<string> => {
  const written = Object.entries(files).filter((one): one is [string, string] => one[1] !== undefined);
  const gone = Object.keys(files).filter((path) => files[path] === undefined);
  if (gone.length > 0) await repository.git('rm', '--quiet', ...gone.map((path) => `content/${path}`));
  await repository.write(Object.fromEntries(written.map(([path, text]) => [`content/${path}`, text])));
  await repository.git('add', '--all');
  expect(await repository.commit('--allow-empty')).toMatchObject({ code: 0 });
  return (await repository.git('rev-parse', 'HEAD')).trim();
};

const check = (old: string, pushed: string, ref = 'refs/heads/main') =>
  refusalOf(repository.folder, 'main', `${old} ${pushed} ${ref}\n`);

/** What is said of a push of files where the branch holds others. */
const push = async (files: Files, before: Files = {}): Promise<string | undefined> =>
  withoutFieldLists((await check(await commit({ ...base, ...before }), await commit(files))) ?? '') || undefined;

describe('a push that is sound', () => {
  test('passes, whatever it links to in other events', async () => {
    const body = '[a](../fair/first.md) [b](/fair/plain/) [c](/old-fair/first/) <a href=/old-fair/>d</a>';
    expect(await push({ 'show/b.md': entry(body) })).toBeUndefined();
  });

  test('passes where it brings pages and copies to which entries link, and keeps the addresses of earlier ones', async () => {
    const before = { 'pages/imprint.md': aPage(), 'public/a.pdf': 'x' };
    const after = {
      'pages/imprint.md': undefined,
      'pages/legal.md': aPage({ aliases: '[imprint]' }, 'Of [the first](../fair/first.md).'),
      'public/a.pdf': 'y',
      'fair/first.md': entry('[a](/imprint/) [b](../pages/legal.md) [c](/a.pdf)'),
    };
    expect(await push(after, before)).toBeUndefined();
  });

  test('passes where an entry translates one of an event that is not pushed', async () => {
    const before = {
      'fair/event.md': settings.event('translations: {de: messe}\naliases: [old-fair]\n'),
      'messe/event.md': settings.event('language: de\ntranslations: {en: old-fair}\n'),
    };
    expect(await push({ 'messe/neu.md': entry('Da.', 'translates: first\n') }, before)).toBeUndefined();
    expect(await push({ 'messe/neu.md': entry('Da.', 'translates: frist\n') }, before)).toContain(
      '+ 4 │ translates: first',
    );
  });

  test('passes where it moves an entry and keeps its address', async () => {
    const to = entry('It is here now.', 'aliases: [plain]\n');
    expect(await push({ 'fair/plain.md': undefined, 'fair/new.md': to })).toBeUndefined();
  });

  test('passes where it withdraws an entry', async () => {
    const withdrawn = entry('', 'withdrawn: {time: 2020-03-03T10:00, reason: It was wrong.}\n');
    expect(await push({ 'fair/plain.md': withdrawn })).toBeUndefined();
  });

  test('passes where an event is renamed and keeps its address', async () => {
    const gone = Object.keys(base).filter((path) => path.startsWith('fair/'));
    const files = Object.fromEntries([
      ...gone.map((path) => [path, undefined]),
      ...gone.map((path) => [path.replace('fair', 'expo'), base[path]?.replace('[old-fair]', '[old-fair, fair]')]),
    ]);
    expect(await push(files)).toBeUndefined();
  });

  test('passes where something else is broken already, which the push does not touch', async () => {
    expect(await push({ 'show/b.md': entry('New.') }, { 'fair/plain.md': 'broken' })).toBeUndefined();
  });

  test('passes where it changes no content', async () => {
    const before = await commit({ ...base, 'fair/plain.md': 'broken' });
    await repository.write({ 'README.md': 'Not content.' });
    expect(await check(before, await commit({}))).toBeUndefined();
  });

  test('passes unchecked where it is of another branch or a tag', async () => {
    const broken = await commit({ 'fair/first.md': 'broken' });
    expect(await check(nothing, broken, 'refs/heads/idea')).toBeUndefined();
    expect(await check(nothing, broken, 'refs/tags/main')).toBeUndefined();
    expect(await check(broken, nothing, 'refs/heads/idea')).toBeUndefined();
  });
});

describe('a push with errors is refused', () => {
  test('with place, rule, frame and cure', async () => {
    expect(await push({ 'show/b.md': entry('Text.', 'topcis: [a]\n') })).toMatchInlineSnapshot(`
      "content/show/b.md:4:1 error unknown-key
        Unexpected field "topcis", expected one of the fields of entry.
          3 │ time: 2020-03-02T10:00
        - 4 │ topcis: [a]
            │ ^
          5 │ ---
        Did you mean "topics"?
        + 4 │ topics: [a]

      1 error and no warnings in 1 file."
    `);
  });

  test('where an entry would keep the server busy, or is none', async () => {
    const table = `${'|a'.repeat(5000)}\n${'|-'.repeat(5000)}\n${'|a\n'.repeat(5000)}`;
    const said = await push({
      'show/b.md': entry(table),
      'show/c.md/d.md': entry(),
      'show/e.md': 'a'.repeat(4_000_001),
    });
    expect(said).toContain('content/show/b.md:5:1 error long-body');
    expect(said).toContain('content/show/c.md:1:1 error not-a-file');
    expect(said).toContain('content/show/e.md:1:1 error not-a-file');
    expect(said).toContain('3 errors and no warnings in 3 files.');
  });

  test('where the first one brings no content, or broken content', async () => {
    await repository.write({ 'README.md': 'No content.' });
    expect(await check(nothing, await commit({}))).toContain('content/site.yml:1:1 error site-missing');
    expect(await check(nothing, await commit({ ...base, 'fair/first.md': 'broken' }))).toContain(
      'content/fair/first.md:1:1 error front-matter-missing',
    );
  });

  test('where a file lies beside the events', async () => {
    expect(await push({ 'stray.md': 'x' })).toContain('content/stray.md:1:1 error entry-without-event');
    expect(await push({ 'site.yaml': 'x' })).toContain('content/site.yaml:1:1 error unread-document');
  });

  test('where a page takes the address of an event that stays as it is', async () => {
    const said = await push({ 'pages/old-fair.md': aPage() });
    expect(said).toContain('content/pages/old-fair.md:1:1 error duplicate-slug');
  });

  test('where a page or a copy is gone', async () => {
    const before = { 'pages/imprint.md': aPage(), 'public/a.pdf': 'x' };
    const said = await push({ 'pages/imprint.md': undefined, 'public/a.pdf': undefined }, before);
    expect(said).toContain('Bring the file public/a.pdf back.');
  });

  test('where an event takes the address of another', async () => {
    const said = await push({ 'old-fair/event.md': settings.event(), 'old-fair/a.md': entry() });
    expect(said).toContain('error duplicate-slug');
  });

  test('where a link leads nowhere, with what was meant among all events', async () => {
    expect(await push({ 'show/b.md': entry('[a](../fare/first.md)') })).toContain('Did you mean "../fair/first.md"?');
    expect(await push({ 'show/b.md': entry('[a](/fair/frist/)') })).toContain('Did you mean "/fair/first/"?');
    expect(await push({ 'show/b.md': entry('[a](../fair/gone.md)') })).toContain('error broken-link');
  });

  test('for its broken links alone, where others of the same push lead to other events', async () => {
    const said = await push(
      {
        'fair/first.md': entry('[a](/show/bb/)'),
        'show/b.md': entry('[a](/expo/c/) [b](../expo/c.md) [c](/old-expo/c/)\n\n[d](gone.md)'),
      },
      { 'expo/event.md': settings.event('aliases: [old-expo]\n'), 'expo/c.md': entry() },
    );
    expect(said?.match(/^\S+ error \S+/gm)).toEqual([
      'content/fair/first.md:5:1 error broken-link',
      'content/show/b.md:7:1 error broken-link',
    ]);
    expect(said).toContain('Did you mean "/show/b/"?');
  });

  test('where a link leads to a draft of another event', async () => {
    const before = { 'fair/plain.md': entry('Soon.', 'draft: true\n') };
    expect(await push({ 'show/b.md': entry('[a](../fair/plain.md)') }, before)).toContain('it is a draft');
  });

  test.each([
    ['is deleted', 'fair/plain.md', undefined, '../fair/plain.md'],
    ['is deleted, and its name is not ASCII', 'fair/十.md', undefined, '../fair/%E5%8D%81.md'],
    ['has another slug', 'fair/plain.md', entry('x', 'slug: other\naliases: [plain]\n'), '../fair/plain.md'],
  ])('with the place of a link in another event, where the file %s', async (_, path, text, link) => {
    const slug = path.slice('fair/'.length, -'.md'.length);
    const keeps = text === undefined ? { 'fair/new.md': entry('x', `aliases: [${slug}]\n`) } : {};
    const said = await push({ [path]: text, ...keeps }, { [path]: entry(), 'show/b.md': entry(`[a](${link})`) });
    expect(said).toContain('content/show/b.md:5:1 error broken-link');
  });

  test('with the place of a picture, where the file is replaced by something else', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
    const before = {
      'fair/a.svg': drawing,
      'fair/first.md': entry('![A](a.svg)'),
      'show/b.md': entry('![B](../fair/a.svg)'),
    };
    const said = await push({ 'fair/a.svg': 'broken' }, before);
    expect(said).toContain('content/fair/first.md:5:1 error unreadable-picture');
    expect(said).toContain('content/show/b.md:5:1 error unreadable-picture');
  });

  test('where many files go at once and others link to one of them', async () => {
    const many = Array.from({ length: 120 }, (_, index) => `fair/many-${index}.md`);
    const before = {
      ...Object.fromEntries(many.map((path) => [path, entry()])),
      'show/b.md': entry('[a](../fair/many-7.md)'),
    };
    await repository.git('config', 'recapsule.allowLost', 'true');
    const said = await push(Object.fromEntries(many.map((path) => [path, undefined])), before);
    expect(said).toContain('content/show/b.md:5:1 error broken-link');
  });
});

describe('what readers have seen', () => {
  test('cannot be deleted, without the way to keep its address', async () => {
    expect(
      (await push({ 'fair/plain.md': undefined }))?.replace(repository.folder, '<repository>'),
    ).toMatchInlineSnapshot(`
      "Readers have seen what would be gone:
      content/fair/event.md:1:1 error lost-address
        Unexpected loss of "/fair/plain/", expected every address that readers have seen to stay.
        Bring its file back, with "withdrawn: {time: …, reason: …}" if its text has to go; or write "aliases: [plain]" into the entry that has taken its place, behind the slug of that entry if readers know it.
      1 error, 0 warnings
      To let go what would be lost all the same: on the server, git -C <repository> config recapsule.allowLost true."
    `);
  });

  test.each([
    ['become a draft', { 'fair/plain.md': entry('x', 'draft: true\n') }, '/fair/plain/'],
    ['get another slug', { 'fair/plain.md': entry('x', 'slug: other\n') }, '/fair/plain/'],
    ['move to another event', { 'fair/plain.md': undefined, 'show/plain.md': entry() }, '/fair/plain/'],
    ['lose the alias of its event', { 'fair/event.md': settings.event() }, '/old-fair/'],
  ] as const)('cannot %s', async (_, files, address) => {
    const said = await push(files);
    expect(said).toContain(`"${address}"`);
    expect(said).toContain('1 error, 0 warnings');
  });

  test('cannot get another host, unless the earlier one is named', async () => {
    const moved = settings.site.replace(/^url: .*$/m, 'url: https://new.example');
    expect(await push({ 'site.yml': moved })).toContain('Unexpected address "https://new.example/" of the archive');
    const [, former = ''] = /^url: (.*)$/m.exec(settings.site) ?? [];
    expect(await push({ 'site.yml': `${moved}former-urls: [${former}]\n` }, base)).toBeUndefined();
  });

  test('cannot go as a whole event, which is said once for all of its entries', async () => {
    const all = Object.keys(base).filter((path) => path.startsWith('fair/'));
    const said = await push(Object.fromEntries(all.map((path) => [path, undefined])));
    expect(said?.match(/Unexpected loss of .*(?=, expected)/g)).toEqual([
      'Unexpected loss of "/fair/"',
      'Unexpected loss of "/old-fair/"',
    ]);
  });

  test('may go where the owner has allowed it, unless something links to it', async () => {
    await repository.git('config', 'recapsule.allowLost', 'true');
    expect(await push({ 'fair/plain.md': undefined })).toBeUndefined();
    const linked = { 'fair/plain.md': entry(), 'show/b.md': entry('[a](/fair/plain/)') };
    expect(await push({ 'fair/plain.md': undefined }, linked)).toContain('content/show/b.md:5:1 error broken-link');
    const viaAlias = { 'fair/event.md': base['fair/event.md'], 'show/b.md': entry('[a](/old-fair/)') };
    expect(await push({ 'fair/event.md': settings.event() }, viaAlias)).toContain(
      'content/show/b.md:5:1 error broken-link',
    );
  });

  test('stays where the branch itself would be deleted', async () => {
    expect(await check(await commit(base), nothing)).toMatchInlineSnapshot(`
      "The branch main is what readers see, and cannot be deleted.
      To publish another branch, call "recapsule server install" with --branch on the server. To publish nothing more,
      delete the hooks pre-receive and post-receive in the repository there; the branch can be deleted then."
    `);
  });
});

test('nothing is written into the repository', async () => {
  const pushed = await commit(base);
  const count = () => repository.git('count-objects', '-v');
  const before = await count();
  await check(nothing, pushed);
  await refusalOf(repository.folder, 'main', `${pushed} ${pushed} refs/heads/main\n`);
  expect(await count()).toBe(before);
});
