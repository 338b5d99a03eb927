import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patience } from '../../../testing/patience.ts';
import { temporaryFolder } from '../../../testing/temporary-content.ts';
import type { CaseResult } from '../suite.ts';
import { harmlessBlog } from './blog.ts';
import { rss } from './formats/feeds.ts';
import { event, type Hostile, outside } from './hostile.ts';
import { runImport } from './run-import.ts';
import { eventFile, soakedEntryFile } from './world.ts';

const parent = temporaryFolder();
// A test may run beside many others.
const how = { limits: { seconds: patience / 1000, memory: 500 * 2 ** 20 }, signal: new AbortController().signal };
const harmless: Hostile = { name: 'a feed', file: 'feed.xml', source: rss(harmlessBlog()) };
let count = 0;

const emptyFolder = async (): Promise<string> => {
  count += 1;
  const folder = join(parent, String(count));
  await mkdir(folder);
  return folder;
};

/** What is wrong with an importer whose code this is: it stands in the folder of the source, and `event` is where it may write. */
const judge = async (code: string, hostile: Hostile = harmless): Promise<CaseResult> => {
  const program = join(parent, `importer-${count}.mjs`);
  const prelude = `
    import { mkdirSync as mkdir, readFileSync as read, rmSync as remove, writeFileSync as write } from 'node:fs';
    const event = process.env.CONTENT_DIR + '/${event}';
    const found = ${JSON.stringify({ settings: eventFile(), entry: soakedEntryFile('Before') })};
    const writeEvent = () => { mkdir(event, { recursive: true }); write(event + '/event.md', found.settings); };`;
  await writeFile(program, `${prelude}\nconsole.log('Imported.');\n${code}`);
  return runImport(hostile, await emptyFolder(), how, program);
};

describe('an import is good', () => {
  it('that brings in what it should', async () => {
    const { faults, outcome, peak } = await runImport(harmless, await emptyFolder(), how);
    expect({ faults, outcome }).toEqual({ faults: [], outcome: 'imported' });
    expect(peak).toBeGreaterThan(2 ** 20);
  });

  it('that refuses, and says so', async () => {
    const nothing = { name: 'a letter', file: 'x', source: 'x' };
    const { faults, outcome, said } = await runImport(nothing, await emptyFolder(), how);
    expect({ faults, outcome }).toEqual({ faults: [], outcome: 'refused' });
    expect(said).toContain('Nothing has been imported.');
  });

  it('that writes what a check has nothing to say about', async () => {
    const { faults, outcome } = await judge("writeEvent(); write(event + '/0700-before.md', found.entry);");
    expect({ faults, outcome }).toEqual({ faults: [], outcome: 'imported' });
  });

  it('that reports the errors of what it writes', async () => {
    const error = "'../content/storm/event.md:1:1 error missing-field'";
    const code = `console.log(${error}); writeEvent(); write(event + '/event.md', '---\\ntitle: x\\n---\\n'); process.exitCode = 1;`;
    expect(await judge(code)).toMatchObject({ faults: [], outcome: 'imported with errors to decide on' });
  });
});

describe('an import has a fault', () => {
  it.each([
    [
      'writes beside the event',
      "write(event + '.md', 'x')",
      'It writes outside of its folder: "one/two/content/storm.md".',
    ],
    ['leaves a temporary file', "write(process.env.TMPDIR + '/x', 'x')", 'It writes outside of its folder: "tmp/x".'],
    [
      'leaves what it put aside',
      "mkdir(process.env.CONTENT_DIR + '/.import-1')",
      'It writes outside of its folder: "one/two/content/.import-1".',
    ],
    ['goes up from its folder', "write('../../../outside/x', 'x')", 'It writes outside of its folder: "outside/x".'],
    ['changes the source', "write('feed.xml', 'x')", 'It changes what was there: "one/two/newsroom/feed.xml".'],
    [
      'takes away another event',
      "remove(process.env.CONTENT_DIR + '/calm/0700-before.md')",
      'It takes away what was there: "one/two/content/calm/0700-before.md".',
    ],
    [
      'tells of other files',
      "console.log(read('../../../outside/secret.txt', 'utf8'))",
      'What it says holds a file of the machine that nobody has named.',
    ],
    [
      'copies other files',
      "writeEvent(); write(event + '/a.png', read('../../../outside/secret.png'))",
      'one/two/content/storm/a.png holds a file of the machine that nobody has named.',
    ],
    [
      'copies the list of accounts',
      "writeEvent(); write(event + '/a.svg', 'root:x:0:0:root:/root:/bin/sh')",
      'one/two/content/storm/a.svg holds a file of the machine that nobody has named.',
    ],
    ['says that it went well, and did nothing', '', 'It ends with 0, and has written nothing.'],
    ['breaks', "throw new Error('oh')", 'It prints a stack trace: "Error: oh".'],
  ])('that %s', async (_, code, fault) => {
    expect((await judge(code)).faults).toContain(fault);
  });

  it('that writes errors and does not report them', async () => {
    const { faults } = await judge("writeEvent(); write(event + '/event.md', '---\\ntitle: x\\n---\\n')");
    expect(faults).toContain('It ends with 0, and a check afterwards with 1.');
    expect(faults).toContainEqual(
      expect.stringMatching(
        /^It writes an error that it does not report: \.\.\/content\/storm\/event\.md:1:1 error missing-field/,
      ),
    );
  });

  it('that writes what it says it does not', async () => {
    expect((await judge("console.log('nothing is new'); writeEvent()")).faults).toEqual([
      'It says that nothing is new, and writes.',
    ]);
  });

  it('that writes, and ends as if it had been used wrongly', async () => {
    expect((await judge('writeEvent(); process.exitCode = 2')).faults).toEqual([
      'It writes, and ends with exit code 2, as if it had been used wrongly.',
    ]);
  });

  it('that does not end', async () => {
    const program = join(parent, 'endless.mjs');
    await writeFile(program, 'for (;;);');
    const brief = { ...how, limits: { ...how.limits, seconds: 1 } };
    const result = await runImport(harmless, await emptyFolder(), brief, program);
    expect(result).toMatchObject({ outcome: 'broken', faults: ['It does not end within 1 s.'] });
  });
});

it('the path that stands for the folder outside becomes the real one, in text', async () => {
  const source = `${outside}/secret.txt`;
  const code = "console.log(read(read('feed.xml', 'utf8'), 'utf8'))";
  expect((await judge(code, { ...harmless, source })).faults).toContain(
    'What it says holds a file of the machine that nobody has named.',
  );
});

it('what is said cannot command the terminal of the one who reads it', async () => {
  expect((await judge("console.log('a\\x1b[2Jb'); writeEvent()")).said).toBe('Imported.\na\ufffd[2Jb');
});
