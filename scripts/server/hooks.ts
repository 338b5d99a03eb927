import { inBackground, markOf, type Program, quoted, unlessInstalled } from '../hook/shell.ts';

/** What the hooks of a git server work on, by absolute paths. */
export type Served = Program & {
  readonly repo: string;
  readonly site: string;
  /** The branch that is published. */
  readonly branch: string;
  readonly queue: string;
  readonly log: string;
};

/** The text of the hook that refuses pushes with errors. What is pushed comes on its standard input. */
export const preReceiveHook = ({ repo, branch, ...program }: Served): string =>
  [
    '#!/bin/sh',
    markOf('server install'),
    ...unlessInstalled(program, 1),
    `exec ${quoted(program.node)} ${quoted(program.program)} server check-push --repo ${quoted(repo)} --branch ${quoted(branch)} >&2`,
    '',
  ].join('\n');

/**
 * The text of the hook that records each push of the published branch, and starts a publish that nobody has to wait for.
 * A record is moved into its place, so that no reader sees half of it. The push has been received by then: what fails
 * here is told, and cannot undo it.
 */
export const postReceiveHook = ({ repo, site, branch, queue, log, ...program }: Served): string =>
  [
    '#!/bin/sh',
    markOf('server install'),
    ...unlessInstalled(program, 0),
    `queue=${quoted(queue)}`,
    'fail() {',
    `  echo ${quoted(`Recapsule: received, but this user may not write to ${queue}: it is not published.`)} >&2`,
    '  exit 0',
    '}',
    'pushed=',
    'while read -r old new ref; do',
    `  [ "$ref" = ${quoted(`refs/heads/${branch}`)} ] || continue`,
    '  mkdir -p "$queue" || fail',
    '  who=$GL_USER$REMOTE_USER',
    '  [ -n "$who" ] || who=$USER',
    '  time=$(date -u +%Y-%m-%dT%H:%M:%SZ)',
    '  printf "%s %s %s %s\\n" "$time" "$old" "$new" "$who" >"$queue/.$new-$$" || fail',
    '  mv "$queue/.$new-$$" "$queue/$new-$$" || fail',
    '  pushed=yes',
    'done',
    '[ -n "$pushed" ] || exit 0',
    ...inBackground(
      `${quoted(program.node)} ${quoted(program.program)} server publish --repo ${quoted(repo)} --site ${quoted(site)} --branch ${quoted(branch)}`,
      log,
    ),
    `echo ${quoted(`Recapsule: received, and live in a moment. What comes of it: ${log}`)}`,
    '',
  ].join('\n');
