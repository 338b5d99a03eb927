import type { Terminal } from './terminal.ts';

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
