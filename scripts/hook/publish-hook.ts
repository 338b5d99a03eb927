import { inBackground, markOf, type Program, quoted, unlessInstalled } from './shell.ts';

/** What is published after each commit, and where to. */
export type PublishedHere = Program & {
  readonly folder: string;
  readonly site: string;
  readonly log: string;
};

/** The text of the hook that publishes each commit in the background. */
export const postCommitHook = ({ folder, site, log, ...program }: PublishedHere): string =>
  [
    '#!/bin/sh',
    markOf('hook install'),
    // The commit is made already: nothing that happens here can stop it.
    ...unlessInstalled(program, 0),
    `CONTENT_DIR=${quoted(folder)}; export CONTENT_DIR`,
    ...inBackground(`${quoted(program.node)} ${quoted(program.program)} publish --site ${quoted(site)}`, log),
    '',
  ].join('\n');
