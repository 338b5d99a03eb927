import { buffer } from 'node:stream/consumers';
import { openTerminal, type Terminal } from './terminal.ts';

/** What a command takes from the machine: all of it is an argument, so that tests can give it. */
export type CommandContext = {
  readonly now: Temporal.Instant;
  /** IANA name of the machine's zone: a suggestion only. */
  readonly zone: string;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Somebody to ask; absent where input or messages go elsewhere. */
  readonly terminal?: Terminal;
  /** What comes on standard input, unless that is a terminal. */
  readonly input?: () => Promise<Uint8Array>;
  /** Prints a result. */
  readonly print: (text: string) => void;
  /** Prints a message to the person at the command line. */
  readonly tell: (text: string) => void;
};

/** The machine itself. Somebody can be asked where both input and messages are those of a terminal. */
export const machineContext = (): CommandContext => ({
  now: Temporal.Now.instant(),
  zone: Temporal.Now.timeZoneId(),
  cwd: process.cwd(),
  variables: process.env,
  ...(process.stdin.isTTY && process.stderr.isTTY && { terminal: openTerminal(process.stdin, process.stderr) }),
  ...(!process.stdin.isTTY && { input: () => buffer(process.stdin) }),
  print: (text) => console.log(text),
  tell: (text) => console.error(text),
});
