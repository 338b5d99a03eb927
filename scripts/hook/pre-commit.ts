import { markOf, type Program, quoted, unlessInstalled } from './shell.ts';

/** The text of the hook that checks what is being committed, for the shell that git uses. */
export const preCommitHook = ({ folder, ...program }: Program & { readonly folder: string }): string =>
  [
    '#!/bin/sh',
    markOf('hook install'),
    ...unlessInstalled(program, 1),
    `CONTENT_DIR=${quoted(folder)} ${quoted(program.node)} ${quoted(program.program)} check --staged --quiet >&2 || exit 1`,
    '',
  ].join('\n');
