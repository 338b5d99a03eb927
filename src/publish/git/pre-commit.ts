import { markOf, type Program, quoted, unlessInstalled } from './shell.ts';

/** The hooks that are called before a commit is made: git calls the second one for a merge without conflicts. */
export const checkingHooks = ['pre-commit', 'pre-merge-commit'] as const;

/**
 * The text of the hook that checks what is being committed, for the shell that git uses. `content` is the path of the
 * content folder in the repository: the hook runs in every work tree and every copy of it.
 */
export const preCommitHook = ({ content, ...program }: Program & { readonly content: string }): string =>
  [
    '#!/bin/sh',
    markOf('hook install'),
    ...unlessInstalled(program, 1),
    `${quoted(program.node)} ${quoted(program.program)} check --content ${quoted(content)} --staged --quiet >&2 || exit 1`,
    '',
  ].join('\n');
