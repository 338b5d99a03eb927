import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../src/core/read-archive.ts';
import { readContent } from '../src/io/read-content.ts';
import { root as project } from '../src/io/settings.ts';
import { environmentOfCommands, type Run, runRecapsule } from './testing/run-recapsule.ts';
import { settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const root = temporaryFolder();
const program = join(project, 'scripts/recapsule.mjs');
const shell = '/usr/bin/script';

const contentOf = (name: string, files: Readonly<Record<string, string>>): Promise<string> =>
  writeFiles(join(root, name), { 'site.yml': settings.site, ...files });
const runNew = (content: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> =>
  runRecapsule(['new', ...args], { env: { VISUAL: '', EDITOR: '', ...env, CONTENT_DIR: content } });
const pathIn = ({ stdout }: Run): string => join(project, stdout.trimEnd());

describe('recapsule new', () => {
  test('writes an entry of this minute, and prints its path and nothing else', async () => {
    const content = await contentOf('now', { 'party/event.md': settings.event() });
    const before = Temporal.Now.instant();
    const run = await runNew(content, ['第一个小时', '--time', '2020-03-05T10:18']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(pathIn(run)).toBe(join(content, 'party/2020-03-05/1018-第一个小时.md'));
    const stamped = await runNew(content, ['Now']);
    expect(stamped).toMatchObject({ code: 0, stderr: expect.stringContaining('warning outside-coverage') });
    const { archive, diagnostics } = readArchive((await readContent(content)).files);
    expect(diagnostics).toMatchObject([{ rule: 'outside-coverage' }]);
    const { instant = 0 } = archive.events[0]?.entries.at(-1)?.moment ?? {};
    expect(instant).toBeGreaterThan(before.epochMilliseconds - 60_000);
    expect(instant).toBeLessThanOrEqual(Temporal.Now.instant().epochMilliseconds);
  });

  test('takes the body from a pipe', async () => {
    const content = await contentOf('piped', { 'party/event.md': settings.event() });
    const args = ['new', 'A song', '--time', '2020-03-05T10:18', '--body', '-'];
    const { code } = await typing(content, process.execPath, [program, ...args], 'La la la.\n');
    expect(code).toBe(0);
    expect(readFileSync(join(content, 'party/2020-03-05/1018-a-song.md'), 'utf8')).toMatch(/---\n\nLa la la\.\n$/);
  });

  test('writes nothing that would be wrong, and says what and why with exit code 1', async () => {
    const content = await contentOf('wrong', {
      'party/event.md': settings.event('metrics: {guests: {title: Guests, unit: people}}\n'),
    });
    const run = await runNew(content, ['Full', '--time', '2020-03-05T10:18', '--milestone', 'geusts=100']);
    expect(run).toEqual({
      code: 1,
      stdout: '',
      stderr: `party/2020-03-05/1018-full.md:6:11 error unknown-metric
  Unexpected metric "geusts", expected guests.
  Did you mean "guests"?
  >   metric: guests
1 error, 0 warnings
Nothing is written.
`,
    });
    expect(await readdir(join(content, 'party'))).toEqual(['event.md']);
  });

  test.each([
    ['no title', [], 'An entry needs a title: recapsule new "GMV passes 10 billion dollars".'],
    ['two titles', ['A', 'song'], 'Unexpected "song" behind the title, expected one title: put it in quotes.'],
    ['an unknown event', ['A', '--event', 'partie'], 'There is no event "partie". Did you mean "party"?'],
    ['an unknown option', ['A', '--colour', 'red'], "Unknown option '--colour'"],
    ['a time of another form', ['A', '--time', '2020-03-05 9:18'], 'Write 2020-03-05T09:18.'],
  ])('is answered with exit code 2 where it is used wrongly: %s', async (name, args, message) => {
    const content = await contentOf(`usage ${name}`, { 'party/event.md': settings.event() });
    const { code, stdout, stderr } = await runNew(content, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(await readdir(join(content, 'party'))).toEqual(['event.md']);
  });

  test('opens the editor, whose output is kept apart, and keeps the entry where there is none', async () => {
    const content = await contentOf('edited', { 'party/event.md': settings.event() });
    const args = ['A song', '--time', '2020-03-05T10:18', '--edit'];
    const edited = await runNew(content, args, { EDITOR: 'printf "%s in the %s\\n" >>"$1" edited editor; echo done' });
    expect(edited).toMatchObject({ code: 0, stderr: expect.stringContaining('done') });
    expect(await readFile(pathIn(edited), 'utf8')).toMatch(/---\nedited in the editor\n$/);
    const without = await runNew(content, args);
    expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining('no editor is known') });
    expect(await readFile(pathIn(without), 'utf8')).toContain('title: A song\n');
    const failed = await runNew(content, args, { VISUAL: 'exit 3;' });
    expect(failed).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the editor "exit 3;" ended with code 3'),
    });
  });

  test('at the same moment twice writes two entries', async () => {
    const content = await contentOf('together', { 'party/event.md': settings.event() });
    const args = ['A song', '--time', '2020-03-05T10:18'];
    const runs = await Promise.all([runNew(content, args), runNew(content, args), runNew(content, args)]);
    const written = runs.filter(({ code }) => code === 0).map(pathIn);
    expect(new Set(written).size).toBe(written.length);
    for (const { stderr } of runs.filter(({ code }) => code !== 0)) expect(stderr).toContain('is there already');
    expect((await readdir(join(content, 'party/2020-03-05'))).length).toBe(written.length);
  });

  test.skipIf(!existsSync(shell))('asks on a terminal for what is missing', async () => {
    const content = await contentOf('asked', {
      'party/event.md': settings.event(),
      'wake/event.md': settings.event().replace('The test event', 'The wake'),
    });
    const { code, stdout } = await typeAtTerminal(content, ['new', '--time', '2020-03-05T10:18'], '2\nA song\n');
    expect(code).toBe(0);
    expect(stdout).toContain('Which event?');
    expect(stdout).toContain('2  wake: The wake');
    expect(readFileSync(join(content, 'wake/2020-03-05/1018-a-song.md'), 'utf8')).toContain('title: A song\n');
  });
});

describe('recapsule new event', () => {
  const args = ['event', '双十一 2019', '--timezone', 'Asia/Shanghai', '--description', 'A day of records.'];

  test('writes the settings of an event, and creates the content folder', async () => {
    const content = join(root, 'fresh', 'content');
    const run = await runNew(content, [...args, '--starts', '2019-11-10T12:00', '--ends', '2019-11-11T24:00']);
    expect(run.code).toBe(0);
    expect(pathIn(run)).toBe(join(content, '双十一-2019/event.md'));
    expect(run.stderr).toContain('url: https://recaps.example.org\n');
    await writeFiles(content, { 'site.yml': settings.site });
    const { archive, diagnostics } = readArchive((await readContent(content)).files);
    expect(diagnostics).toEqual([]);
    expect(archive.events).toMatchObject([{ slug: '双十一-2019', title: '双十一 2019', order: 'newest-first' }]);
    const entry = await runNew(content, ['It begins', '--time', '2019-11-11T00:00']);
    expect(entry).toMatchObject({ code: 0, stderr: '' });
    expect(pathIn(entry)).toBe(join(content, '双十一-2019/2019-11-11/0000-it-begins.md'));
  });

  test('overwrites none', async () => {
    const content = await contentOf('precious', { 'party/event.md': settings.event() });
    const run = await runNew(content, [...args, '--slug', 'party']);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('is there already') });
    expect(await readFile(join(content, 'party/event.md'), 'utf8')).toBe(settings.event());
  });

  test.each([
    ['a zone', { '--timezone': 'Asia/Shangai' }, 1, 'Did you mean "Asia/Shanghai"?'],
    ['an order', { '--order': 'newest' }, 1, 'expected newest-first or oldest-first'],
    ['a coverage', { '--starts': '2019-11-11', '--ends': '2019-11-09' }, 1, 'error invalid-coverage'],
    ['a reserved slug', { '--slug': 'feeds' }, 1, 'error reserved-slug'],
    ['no slug', { '--slug': 'A B' }, 2, 'choose one with --slug'],
    ['no description', { '--description': '' }, 2, 'give it with --description'],
  ])('writes nothing that would be wrong: %s', async (name, changes, code, message) => {
    const content = await contentOf(`event ${name}`, {});
    const more = Object.entries(changes).flat();
    const run = await runNew(content, [...args, ...more]);
    expect(run).toMatchObject({ code, stderr: expect.stringContaining(message) });
    expect(await readdir(content)).toEqual(['site.yml']);
  });

  test.skipIf(!existsSync(shell))('asks on a terminal, with the zone of the machine as a suggestion', async () => {
    const content = await contentOf('asked event', {});
    const typed = 'A wake\nOne night of songs.\n\n';
    const { code, stdout } = await typeAtTerminal(content, ['new', 'event'], typed, { TZ: 'Asia/Tokyo' });
    expect(code).toBe(0);
    expect(stdout).toContain('[Asia/Tokyo]: ');
    expect(readFileSync(join(content, 'a-wake/event.md'), 'utf8')).toMatch(
      /title: A wake\ndescription: One night of songs\.\ntimezone: Asia\/Tokyo\n/,
    );
  });

  test('must be given what it needs where nobody can be asked', async () => {
    const content = join(root, 'silent');
    await mkdir(content);
    expect(await runNew(content, ['event'])).toMatchObject({ code: 2, stderr: expect.stringContaining('a title') });
    expect(await runNew(content, ['event', 'A', '--description', 'B'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('give it with --timezone'),
    });
    expect(await readdir(content)).toEqual([]);
  });
});

/** Runs the command line on a terminal of its own, at which somebody types; what is shown is in `stdout`. */
const typeAtTerminal = (
  content: string,
  args: readonly string[],
  typed: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Pick<Run, 'code' | 'stdout'>> => {
  const command = [process.execPath, program, ...args].map((one) => `'${one}'`).join(' ');
  return typing(content, shell, ['--quiet', '--return', '--command', command, '/dev/null'], typed, env);
};

const typing = (
  content: string,
  command: string,
  args: readonly string[],
  typed: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Pick<Run, 'code' | 'stdout'>> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...environmentOfCommands(), ...env, CONTENT_DIR: content, TERM: 'dumb' },
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, stdout }));
    child.stdin.end(typed);
  });
