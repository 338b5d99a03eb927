import { type HookProgram, hookMark, inBackground, shellQuoted, unlessInstalled } from './shell.ts';

/** What is published after each commit, and where to. */
type PublishedHere = HookProgram & {
  /** The path of the content folder in the repository. */
  readonly content: string;
  readonly site: string;
  readonly log: string;
  /** The branch that readers see; nothing where none was checked out. */
  readonly branch: string | undefined;
};

/** The hooks that are called when a branch has got another commit: by a commit, a merge or pull, an amendment or rebase. */
export const publishingHooks = ['post-commit', 'post-merge', 'post-rewrite'] as const;

/** The text of a hook that publishes in the background what the branch has now. */
export const publishHook = ({ content, site, log, branch, ...program }: PublishedHere): string =>
  [
    '#!/bin/sh',
    hookMark('hook install'),
    // The commit is made already: nothing that happens here can stop it.
    ...unlessInstalled(program, 0),
    // What is tried out on another branch is not for readers yet.
    ...(branch === undefined ? [] : [`[ "$(git symbolic-ref --short -q HEAD)" = ${shellQuoted(branch)} ] || exit 0`]),
    // Of this work tree, which need not be the one in which the hook was installed.
    `CONTENT_DIR="$(git rev-parse --show-toplevel)"/${shellQuoted(content)}; export CONTENT_DIR`,
    ...inBackground(
      `${shellQuoted(program.node)} ${shellQuoted(program.program)} publish --site ${shellQuoted(site)}`,
      log,
    ),
    '',
  ].join('\n');

/** The hooks that are called before a commit is made: git calls the second one for a merge without conflicts. */
export const checkingHooks = ['pre-commit', 'pre-merge-commit'] as const;

/**
 * The text of the hook that checks what is being committed, for the shell that git uses. `content` is the path of the
 * content folder in the repository: the hook runs in every work tree and every copy of it.
 */
export const preCommitHook = ({ content, ...program }: HookProgram & { readonly content: string }): string =>
  [
    '#!/bin/sh',
    hookMark('hook install'),
    ...unlessInstalled(program, 1),
    `${shellQuoted(program.node)} ${shellQuoted(program.program)} check --content ${shellQuoted(content)} --staged --quiet >&2 || exit 1`,
    '',
  ].join('\n');
