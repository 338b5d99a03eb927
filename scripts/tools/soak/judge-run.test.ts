import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-content.ts';
import { judgeRun, trapHost } from './judge-run.ts';
import { mostOutput, runWatched } from './run-watched.ts';

const folder = temporaryFolder();
const mebibyte = 2 ** 20;

/** What is wrong with a program of Node, which has as much time as is needed to start it on a busy machine. */
const judge = async (code: string, seconds = 20): Promise<string[]> => {
  const limits = { seconds, memory: 200 * mebibyte };
  const program = { args: ['--input-type=module', '--eval', code], folder, environment: {} };
  return judgeRun(await runWatched(program, { limits, signal: new AbortController().signal }), limits);
};

describe('a program is good', () => {
  it.each([
    ['says what it did', 'console.log("Imported 大家好\\n\\tand more")'],
    ['refuses', 'console.error("Nothing has been imported, at 10:18:30."); process.exitCode = 1'],
    ['was used wrongly', 'console.error("Name one file."); process.exitCode = 2'],
    ['asks for a host', 'console.log("x"); await fetch("http://news.example").catch(() => {})'],
  ])('that %s', async (_, code) => {
    expect(await judge(code)).toEqual([]);
  });
});

describe('a program has a fault', () => {
  it.each([
    ['prints a stack trace', 'throw new TypeError("oh")', 'It prints a stack trace: "TypeError: oh".'],
    ['logs one', 'console.log(new Error("oh").stack)', 'It prints a stack trace: "Error: oh".'],
    [
      'ends with another code',
      'console.log("x"); process.exit(3)',
      'It ends with exit code 3, which is none of 0, 1 and 2.',
    ],
    ['is ended', 'console.log("x"); process.abort()', 'It is ended by SIGABRT.'],
    ['says nothing', 'process.exitCode = 1', 'It says nothing at all.'],
    [
      'needs much memory',
      `console.log("x"); globalThis.kept = Buffer.alloc(${300 * mebibyte}, 1)`,
      expect.stringMatching(/^It holds [34]\d\d MB of memory, more than 200 MB\.$/),
    ],
    [
      'commands the terminal',
      'console.log("a\\x1b[2Jb")',
      'It prints the control character U+001B: "a\\u001b[2Jb\\n\\n".',
    ],
    ['hides a line', 'console.error("a\\rb")', expect.stringContaining('U+000D')],
    [
      'falls into a trap',
      `console.log("x"); await fetch("http://${trapHost}/").catch(() => {})`,
      `It looks up ${trapHost}.`,
    ],
    [
      'connects to this machine',
      'console.log("x"); await fetch("http://127.0.0.1:80/").catch(() => {})',
      'It connects to 127.0.0.1:80.',
    ],
    [
      'never stops talking',
      `process.stdout.write("x".repeat(${mostOutput + 1}))`,
      expect.stringContaining('It prints 16777217 bytes'),
    ],
  ])('that %s', async (_, code, fault) => {
    expect(await judge(code)).toEqual([fault]);
  });

  it('that does not end', async () => {
    expect(await judge('console.log("x"); for (;;);', 1)).toEqual(['It does not end within 1 s.']);
  });
});
