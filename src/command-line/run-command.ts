import { nearest } from '../core/nearest.ts';
import { isUnexpected } from '../core/unexpected-fault.ts';
import { isUsageError } from '../core/usage-error.ts';
import { programVersion } from '../io/settings.ts';

/** A verb of the command line: one file, which is read only when the verb is called. */
type Verb = {
  /** What `--help` prints; the first line says what the verb does. */
  readonly help: string;
  /** Does it. Gives the exit code: 0 fine, 1 the content has errors. Throws `UsageError` where it is used wrongly. */
  readonly run: (args: readonly string[]) => Promise<number>;
};

/** What a verb does, as the first line of its help says it, and how it is loaded. */
type LazyVerb = readonly [summary: string, load: () => Promise<Verb>];

/** A command line: what it is called by, and its verbs by their names. */
export type Program = { readonly name: string; readonly verbs: Readonly<Record<string, LazyVerb>> };

/** Runs the command line and gives its exit code: 0 fine, 1 the content has errors, 2 used wrongly. */
export const runCommand = async (program: Program, [name, ...args]: readonly string[]): Promise<number> => {
  const { verbs } = program;
  if (name === '--help') {
    console.log(overview(program));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    console.log(programVersion());
    return 0;
  }
  const found = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!found) {
    console.error(`${noVerb(name, verbs)}\n\n${overview(program)}`);
    return 2;
  }
  const [, load] = found;
  const verb = await load();
  if (args.includes('--help')) {
    console.log(verb.help);
    return 0;
  }
  try {
    return await verb.run(args);
  } catch (fault) {
    if (isUnexpected(fault)) {
      console.error(`${fault.stack}\n\n${report}`);
      return 1;
    }
    const hint = hintOf(fault);
    if (hint !== undefined) {
      console.error(`${fault instanceof Error ? fault.message : fault}\n${hint}`);
      return 1;
    }
    if (!isUsage(fault)) throw fault;
    console.error(
      `${fault.message}${optionMeant(fault.message, verb.help)}\n"${program.name} ${name} --help" says how it is used.`,
    );
    return 2;
  }
};

const report =
  'This is an error of Recapsule, not of the content. Please report it with these lines, and with the file that they name.';

const noVerb = (name: string | undefined, verbs: Program['verbs']): string => {
  if (name === undefined) return 'No verb was given.';
  const meant = nearest(name, Object.keys(verbs));
  return `There is no verb "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
};

/** The option that was meant where Node's parser knows none of that name: one of those that the verb's help names. */
const optionMeant = (message: string, help: string): string => {
  const [, unknown] = /^Unknown option '(-[^']+)'/.exec(message) ?? [];
  const meant = unknown && nearest(unknown, new Set(help.match(/(?<![\w-])--[a-z][a-z-]*/gi)));
  return meant ? `\nDid you mean "${meant}"?` : '';
};

const overview = ({ name: called, verbs }: Program): string =>
  [
    `${called} <verb> [options]`,
    ...Object.entries(verbs).map(([name, [summary]]) => `  ${name.padEnd(10)}${summary}`),
    `Each verb explains itself with --help; ${called} --version prints the version.`,
  ].join('\n');

/** Wrong use is what we say it is, and what Node's parser of arguments says. */
const isUsage = (fault: unknown): fault is Error =>
  isUsageError(fault) || (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS'));

/** What to do where the system does not let this user write, or has no room: that is no error of the program. */
const hintOf = (fault: unknown): string | undefined => {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (/^(?:EACCES|EPERM|EROFS)$/.test(code)) return 'Change the rights of that folder, or work in one of your own.';
  return /^(?:ENOSPC|EDQUOT)$/.test(code) ? 'Make room on that disk.' : undefined;
};
