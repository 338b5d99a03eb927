import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../../scripts/testing/built-site.ts';
import { temporaryFolder, writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { anEvent, aSite } from '../../core/testing.ts';
import { checkContent } from '../../inspect/check-content.ts';
import { readContent } from '../../io/read-content.ts';
import type { CommandContext } from '../new/command-context.ts';
import { initArchive } from './init-archive.ts';

const parent = temporaryFolder();

/** Runs `recapsule init` in a folder. Answers are what somebody at a terminal says; without any, there is none. */
const init = async (name: string, args: readonly string[] = [], answers?: string[]) => {
  const cwd = join(parent, name);
  mkdirSync(cwd, { recursive: true });
  const said = { printed: [] as string[], advice: [] as string[], asked: [] as string[] };
  const world: CommandContext = {
    now: Temporal.Instant.from('2026-03-02T04:30:00Z'),
    zone: 'Asia/Shanghai',
    cwd,
    variables: {},
    print: (text) => said.printed.push(text),
    tell: (text) => said.advice.push(text),
    ...(answers && {
      terminal: {
        ask: async (question, suggestion = '') => {
          said.asked.push(`${question} [${suggestion}]`);
          return answers.shift() || suggestion;
        },
        choose: () => Promise.reject(new Error('Nobody is to choose.')),
        close: () => undefined,
      },
    }),
  };
  const code = await initArchive(args, world);
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
  return { ...said, code, cwd, read, advice: said.advice.join('\n') };
};

const faultsIn = async (cwd: string): Promise<string> => {
  const now = Temporal.Instant.from('2026-03-02T04:30:00Z').epochMilliseconds;
  return formatDiagnostics((await checkContent(await readContent(join(cwd, 'content')), { now })).diagnostics);
};

describe('a new archive', () => {
  test('is content and one line of ours in package.json, with what an editor, git and writers need', async () => {
    const { printed, advice, cwd, read } = await init('spring-fair');
    expect(printed).toEqual([
      'package.json',
      'content/site.yml',
      'content/first-event/event.md',
      'content/first-event/1000-start.md',
      'content/first-event/1130-hundredth-visitor.md',
      'content/first-event/1600-end.md',
      '.gitignore',
      'README.md',
      '.vscode/settings.json',
      '.vscode/extensions.json',
      '.vscode/recapsule.code-snippets',
    ]);
    expect([...filesOf(cwd).keys()].sort()).toEqual([...printed].sort());
    expect(JSON.parse(read('package.json'))).toEqual({
      private: true,
      scripts: {
        build: 'recapsule build',
        check: 'recapsule check',
        dev: 'recapsule dev',
        preview: 'recapsule preview',
      },
      dependencies: { recapsule: '0.1.0' },
    });
    expect(read('content/site.yml')).toContain('title: Spring fair\n');
    expect(read('content/first-event/1000-start.md')).toContain('time: 2026-03-01T10:00\n');
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(20);
    expect(advice).toBe(
      'Write the address of the archive into url of content/site.yml.\n\nNext:\n  npm install\n  npx recapsule dev',
    );
  });

  test.each([
    ['en', 'Our first event', undefined],
    ['de-CH-1901', 'Unser erstes Ereignis', undefined],
    ['zh-CN', '我们的第一个事件', undefined],
    ['fr', 'Our first event', 'language: en'],
    ['ar', 'Our first event', 'language: en'],
  ])(
    'in %s has nothing that a check would report, and says where it is in another language',
    async (language, title, note) => {
      const { cwd, read, advice } = await init(`in-${language}`, ['--language', language]);
      expect(await faultsIn(cwd)).toBe('0 errors, 0 warnings');
      expect(read('content/first-event/event.md')).toContain(`title: ${title}\n`);
      expect(/^language: .*$/m.exec(read('content/first-event/event.md'))?.[0]).toBe(note);
      expect(advice.includes(`The first event is in English, because there is none in "${language}" yet.`)).toBe(
        note !== undefined,
      );
    },
  );

  test.each(['The "press" room: it\'s #1 \\ 😀', 'מהדורת הבוקר', '- not a list', 'yes'])(
    'may have the title %s',
    async (title) => {
      const { cwd, read } = await init(`title-${encodeURIComponent(title.slice(0, 5))}`, ['--title', title]);
      expect(await faultsIn(cwd)).toBe('0 errors, 0 warnings');
      expect(read('README.md')).toContain(`# ${title}\n`);
    },
  );

  test.each(['http://localhost:8080', 'https://example.com/news/recaps/', 'https://münchen.example'])(
    'may have the address %s',
    async (url) => {
      const { cwd, read, advice } = await init(`url-${url.length}`, ['--url', url]);
      expect(await faultsIn(cwd)).toBe('0 errors, 0 warnings');
      expect(read('content/site.yml')).toContain(`url: ${url}\n`);
      expect(advice).not.toContain('Write the address');
    },
  );

  test.each([
    ['github', '.github/workflows/pages.yml'],
    ['gitlab', '.gitlab-ci.yml'],
    ['forgejo', '.forgejo/workflows/pages.yml'],
  ])('for %s has its workflow', async (host, file) => {
    const { read, printed } = await init(`host-${host}`, ['--host', host, '--yes']);
    expect(printed.at(-1)).toBe(file);
    expect(read(file)).toContain('npm ci');
    expect(read('README.md')).toContain('A push to the default branch is published');
  });

  test('is made in a folder that is not there yet, with the packed file that --from names', async () => {
    const cwd = await writeFiles(join(parent, 'tidy'), { 'recapsule-0.1.0.tgz': '' });
    const { read, advice } = await init('tidy', ['new one/deep', '--from', 'recapsule-0.1.0.tgz']);
    expect(JSON.parse(read('new one/deep/package.json')).dependencies).toEqual({
      recapsule: 'file:../../recapsule-0.1.0.tgz',
    });
    expect(read('new one/deep/content/site.yml')).toContain('title: Deep\n');
    expect(advice).toContain('  cd "new one/deep"\n  npm install\n');
    expect(readdirSync(cwd).sort()).toEqual(['new one', 'recapsule-0.1.0.tgz']);
  });
});

test.each([
  ['zh-CN', 'Recaps', ['serif-sc']],
  ['ja', '記録', ['serif-jp']],
  ['en', 'שלום 😀', ['emoji', 'serif-hebrew']],
  ['en', 'Recaps', []],
])('the fonts of social cards are asked for where an archive needs them: %s, %s', async (language, title, fonts) => {
  const name = `fonts-${language}-${fonts.join('-')}`;
  const { read } = await init(name, ['--language', language, '--title', title]);
  const { dependencies } = JSON.parse(read('package.json'));
  const packages = fonts.map((font) => `@fontsource-variable/noto-${font}`);
  expect(Object.keys(dependencies)).toEqual([...packages, 'recapsule']);
  expect(packages.filter((font) => !/^\d+\.\d+\.\d+$/.test(dependencies[font]))).toEqual([]);
  await writeFiles(join(parent, `${name}-own`), { 'package.json': '{"dependencies": {"recapsule": "0.1.0"}}' });
  const own = await init(`${name}-own`, ['--language', language, '--title', title]);
  const command = packages.map((font) => `${font}@${dependencies[font]}`).join(' ');
  expect(own.advice).toContain(fonts.length > 0 ? `  npm install --save-exact ${command}\n` : '  npm install\n');
});

describe('somebody at a terminal', () => {
  test('is asked four questions, and again where an answer would be wrong', async () => {
    const { asked, advice, read } = await init(
      'asked',
      [],
      ['', 'recaps.test', 'https://recaps.test', 'german', 'de', 'gitlb', 'GitLab'],
    );
    expect(asked).toEqual([
      'Title [Asked]',
      'Address [https://recaps.example.org]',
      'Address [https://recaps.example.org]',
      'Language [en]',
      'Language [en]',
      'Host (github, gitlab, forgejo, server, none) [none]',
      'Host (github, gitlab, forgejo, server, none) [none]',
    ]);
    expect(advice.split('\n').slice(0, 3)).toEqual([
      'Unexpected text "recaps.test" in "url", expected an address that begins with https:// or http://. Write https://recaps.test.',
      'Unexpected text "german" in "language", expected a language tag such as en, zh-Hans or de-CH. Write de.',
      'Unexpected host "gitlb", expected one of github, gitlab, forgejo, server, none. Did you mean "gitlab"?',
    ]);
    expect(read('content/site.yml')).toMatch(/url: https:\/\/recaps\.test\nlanguage: de\n/);
    expect(read('.gitlab-ci.yml')).toContain('pages:');
  });

  test('is asked nothing with --yes, and not what options say', async () => {
    expect((await init('mute', ['--yes'], [])).asked).toEqual([]);
    const all = ['--title', 'A', '--url', 'https://a.test', '--language', 'en'];
    expect((await init('half', all, [])).asked).toEqual(['Host (github, gitlab, forgejo, server, none) [none]']);
  });
});

describe('what is there already', () => {
  test('is left as it was and named, with what has to be added to it', async () => {
    const own = { 'package.json': '{"name": "own"}\n', '.gitignore': '/node_modules\n*.log\n', 'notes.txt': '' };
    await writeFiles(join(parent, 'own'), own);
    const { advice, read, printed } = await init('own');
    for (const [path, text] of Object.entries(own)) expect(read(path)).toBe(text);
    expect(printed).toContain('content/site.yml');
    expect(advice).toBe(
      [
        'Left as it was: package.json, .gitignore.',
        'Add to .gitignore: dist/ published/ .cache/ .*-replaced-*/',
        'Write the address of the archive into url of content/site.yml.',
        '',
        'Next:',
        '  npm install --save-exact recapsule@0.1.0',
        '  npx recapsule dev',
      ].join('\n'),
    );
  });

  test('an archive with events gets no other, and what its settings say is not asked again', async () => {
    const there = { 'content/site.yml': aSite({ title: 'Old' }), 'content/gala/event.md': anEvent() };
    await writeFiles(join(parent, 'old'), there);
    const { asked, printed, read } = await init('old', [], []);
    expect(asked).toEqual(['Host (github, gitlab, forgejo, server, none) [none]']);
    expect(printed.filter((path) => path.startsWith('content/'))).toEqual([]);
    expect(read('README.md')).toContain('# Old\n');
    await expect(init('old', ['--title', 'New'])).rejects.toThrow(
      'content/site.yml is there already, and is left as it is: change title in it, and leave out --title.',
    );
  });

  test('a second run writes nothing', async () => {
    await init('twice');
    const { printed, advice } = await init('twice');
    expect(printed).toEqual([]);
    expect(advice).toContain('Everything was there already. Next:\n');
  });
});

test.each([
  [
    ['--language', 'english'],
    'Unexpected text "english" in "language", expected a language tag such as en, zh-Hans or de-CH. Write en.',
  ],
  [
    ['--language', 'jp'],
    'Unexpected language "jp", expected a language tag such as en, zh-Hans or de-CH. Did you mean "ja"?',
  ],
  [['--language', 'qq'], 'Unexpected language "qq", expected a language tag such as en, zh-Hans or de-CH.'],
  [
    ['--url', 'recaps.test/a'],
    'Unexpected text "recaps.test/a" in "url", expected an address that begins with https:// or http://. Write https://recaps.test/a.',
  ],
  [['--title', ' '], 'Unexpected text "" in "title", expected text that is not empty. Write text that is not empty.'],
  [
    ['--host', 'githb'],
    'Unexpected host "githb", expected one of github, gitlab, forgejo, server, none. Did you mean "github"?',
  ],
  [
    ['--from', 'nowhere.tgz'],
    'There is no packed file …/nowhere.tgz: "npm pack" in the folder of Recapsule makes one.',
  ],
  [['one', 'two'], 'Unexpected "two" behind the folder, expected one folder: put its name in quotes.'],
  [['file'], 'file is a file: name a folder for the archive.'],
  [
    ['archive/content/gala'],
    '…/archive/content/gala lies in the content of an archive, …/archive/content: choose a folder outside.',
  ],
])('init %s is refused, and nothing is written', async (args, message) => {
  const archive = await writeFiles(join(parent, 'wrong'), { 'archive/content/site.yml': aSite(), file: '' });
  await expect(init('wrong', args)).rejects.toThrow(message.replaceAll('…', archive));
  expect([...filesOf(archive).keys()].sort()).toEqual(['archive/content/site.yml', 'file']);
});
