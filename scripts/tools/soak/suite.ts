/** Numbered cases of one kind of trouble. */
export type Suite = {
  readonly name: string;
  /** What its cases do, for `--help`. */
  readonly about: string;
  /** How many cases are run where nobody says how many. */
  readonly runs: number;
  /** The case of a number, from 1, and a seed: always the same, whatever was run before it. */
  readonly caseOf: (number: number, seed: number) => Case;
};

/** One thing that is tried. */
export type Case = {
  /** What a person reads of it, in one line. */
  readonly name: string;
  /** Tries it in an empty folder of its own. What goes wrong is in the result; it rejects only where the soak itself is broken. */
  readonly run: (folder: string, how: How) => Promise<CaseResult>;
};

/** What a program may use up, and the way to stop it. */
export type How = { readonly limits: Limits; readonly signal: AbortSignal };

/** Seconds of the clock on the wall, the start of Node among them, and bytes of memory. */
export type Limits = { readonly seconds: number; readonly memory: number };

/** What came of a case. It is good where it has no faults. */
export type CaseResult = {
  /** How it ended, in a word that the summary counts, such as `refused`. */
  readonly outcome: string;
  readonly seconds: number;
  /** The most memory that the program held, in bytes; `undefined` where it did not live to say it. */
  readonly peak: number | undefined;
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[];
  /** What the program said, for a person who looks into a fault. */
  readonly said: string;
};
