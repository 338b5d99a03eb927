import { largestLog } from './log.ts';

/**
 * What a hook calls, by absolute paths, because git runs hooks outside npm: Node, the program, and the cache of the archive
 * or installation in which the hook was installed. Other work trees and bare repositories have none of their own.
 */
export type HookProgram = { readonly node: string; readonly program: string; readonly cache: string };

/** Text in single quotes, of which a shell changes nothing. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The line by which a hook is known as one that `verb` wrote. */
export const hookMark = (verb: string): string => `# Written by "recapsule ${verb}", and replaced by it.`;

/** Whether a hook is one that this program wrote. */
export const isOurs = (hook: string): boolean => /^# Written by "recapsule [a-z ]+", and replaced by it\.$/m.test(hook);

/** The line that says where the cache is, unless the environment of git does. */
const setCache = ({ cache }: HookProgram): string =>
  `[ -n "$CACHE_DIR" ] || CACHE_DIR=${shellQuoted(cache)}; export CACHE_DIR`;

/** Lines that end a hook with a word of help where the program is gone, and otherwise say where the cache is. */
export const unlessInstalled = (called: HookProgram, code: number): readonly string[] => [
  `if [ ! -x ${shellQuoted(called.node)} ] || [ ! -f ${shellQuoted(called.program)} ]; then`,
  `  echo ${shellQuoted(`Recapsule is not installed at ${called.program}: run "npm ci" there, or delete this hook.`)} >&2`,
  `  exit ${code}`,
  'fi',
  setCache(called),
];

/**
 * Lines that start a command in the background, free of the terminal and of what git tells its hooks; what it says is
 * added to the file `log`, which is put aside where it has grown long.
 */
export const inBackground = (command: string, log: string): readonly string[] => [
  `log=${shellQuoted(log)}`,
  // Whatever is in the place of the log must not keep the command from its work.
  `mkdir -p ${shellQuoted(log.slice(0, log.lastIndexOf('/')))} 2>/dev/null || log=/dev/null`,
  '[ ! -e "$log" ] || [ -f "$log" ] || log=/dev/null',
  `if [ -f "$log" ] && [ "$(wc -c <"$log")" -gt ${largestLog} ]; then mv -f "$log" "$log.1"; fi`,
  'unset $(git rev-parse --local-env-vars)',
  'if command -v setsid >/dev/null 2>&1; then detached=setsid; else detached=nohup; fi',
  `$detached ${command} </dev/null >>"$log" 2>&1 &`,
];
