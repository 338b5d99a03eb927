import { mostOutput, type Watched } from './run-watched.ts';
import type { Limits } from './suite.ts';

/** A host that nobody may ask for: hostile input names it where naming it must do nothing. */
export const trapHost = 'trap.invalid';

/** What is wrong with the way a program has run, whatever it was to do: how it ended, what it used, and what it said. */
export const judgeRun = (run: Watched, limits: Limits): string[] => [
  ...judgeEnd(run, limits),
  ...judgeMemory(run, limits),
  ...judgeWords(run),
  ...run.lookups.filter((host) => host.includes(trapHost)).map((host) => `It looks up ${host}.`),
  ...new Set(run.connections.map((target) => `It connects to ${target}.`)),
];

const judgeEnd = ({ code, signal, isStopped, seconds }: Watched, limits: Limits): string[] => {
  if (isStopped) return [`It does not end within ${limits.seconds} s.`];
  if (seconds > limits.seconds) return [`It takes ${seconds.toFixed(1)} s, more than ${limits.seconds} s.`];
  if (code === null) return [`It is ended by ${signal}.`];
  return [0, 1, 2].includes(code) ? [] : [`It ends with exit code ${code}, which is none of 0, 1 and 2.`];
};

const judgeMemory = ({ peak, code }: Watched, { memory }: Limits): string[] => {
  const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;
  if (peak === undefined) return code === null ? [] : ['It does not say how much memory it held.'];
  return peak > memory ? [`It holds ${mebibytes(peak)} of memory, more than ${mebibytes(memory)}.`] : [];
};

const judgeWords = ({ stdout, stderr, printed, code }: Watched): string[] => {
  const said = `${stdout}\n${stderr}`;
  const frame = /^\s+at .*:\d+:\d+.*/m.exec(said);
  // A terminal obeys them: a source could clear the screen, or hide what a report says.
  const control = /[^\P{Cc}\n\t]/u.exec(said);
  return [
    ...(frame ? [`It prints a stack trace: ${JSON.stringify(faultIn(said))}.`] : []),
    ...(said.trim() === '' && code !== null ? ['It says nothing at all.'] : []),
    ...(control ? [`It prints the control character ${codePoint(control[0])}: ${around(said, control.index)}.`] : []),
    ...(printed > mostOutput ? [`It prints ${printed} bytes, more than its source can have.`] : []),
  ];
};

/** The line that names the fault, above the stack trace. */
const faultIn = (said: string): string =>
  /^[\w.]*(?:Error|Fault)\b.*$/m.exec(said)?.[0].slice(0, 200) ?? said.slice(0, 200);

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const around = (text: string, index: number): string => JSON.stringify(text.slice(Math.max(0, index - 30), index + 30));
