/** What a hook calls: Node and the program by their absolute paths, because git runs hooks outside npm. */
export type HookCommand = { readonly node: string; readonly program: string; readonly folder: string };

const mark = '# Written by "recapsule hook install", and replaced by it.';

/** The text of the hook, for the shell that git uses. */
export const preCommitHook = ({ node, program, folder }: HookCommand): string =>
  [
    '#!/bin/sh',
    mark,
    `if [ ! -x ${quoted(node)} ]; then`,
    `  echo ${quoted(`Recapsule is not installed at ${program}: run "npm ci" there, or delete this hook.`)} >&2`,
    '  exit 1',
    'fi',
    `CONTENT_DIR=${quoted(folder)} ${quoted(node)} ${quoted(program)} check --staged --quiet >&2 || exit 1`,
    '',
  ].join('\n');

/** Whether a hook is one that this program wrote. */
export const isOurs = (hook: string): boolean => hook.split(/\r?\n/).includes(mark);

/** Text in single quotes, of which a shell changes nothing. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
