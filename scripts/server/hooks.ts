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

/**
 * The text of the hook that refuses pushes with errors. What is pushed comes on its standard input. Where nobody publishes,
 * a publish gets ready meanwhile, and ends by itself if the push is refused.
 */
export const preReceiveHook = ({ repo, branch, ...served }: Served): string =>
  [
    '#!/bin/sh',
    markOf('server install'),
    ...unlessInstalled(served, 1),
    `if [ -z "$(ls -A ${quoted(served.queue)} 2>/dev/null)" ]; then (`,
    ...inBackground(`${publishCall({ repo, branch, ...served })} --checker $$`, served.log),
    ') 2>/dev/null; fi',
    `exec ${quoted(served.node)} ${quoted(served.program)} server check-push --repo ${quoted(repo)} --branch ${quoted(branch)} >&2`,
    '',
  ].join('\n');

/**
 * The text of the hook that records each push of the published branch, and starts a publish that nobody has to wait for.
 * A record is moved into its place, so that no reader sees half of it. The push has been received by then: what fails
 * here is told, and cannot undo it.
 */
export const postReceiveHook = (served: Served): string =>
  [
    '#!/bin/sh',
    markOf('server install'),
    ...unlessInstalled(served, 0),
    `queue=${quoted(served.queue)}`,
    'fail() {',
    `  echo ${quoted(`Recapsule: received, but this user may not write to ${served.queue}: it is not published.`)} >&2`,
    '  exit 0',
    '}',
    'pushed=',
    'while read -r old new ref; do',
    `  [ "$ref" = ${quoted(`refs/heads/${served.branch}`)} ] || continue`,
    '  mkdir -p "$queue" || fail',
    '  who=$GL_USER$REMOTE_USER',
    '  [ -n "$who" ] || who=$USER',
    '  time=$(date -u +%Y-%m-%dT%H:%M:%SZ)',
    '  printf "%s %s %s %s\\n" "$time" "$old" "$new" "$who" >"$queue/.$new-$$" || fail',
    '  mv "$queue/.$new-$$" "$queue/$new-$$" || fail',
    '  pushed=yes',
    'done',
    '[ -n "$pushed" ] || exit 0',
    ...inBackground(publishCall(served), served.log),
    `echo ${quoted(`Recapsule: received, and live in a moment. What comes of it: ${served.log}`)}`,
    '',
  ].join('\n');

const publishCall = ({ node, program, repo, site, branch }: Served): string =>
  `${quoted(node)} ${quoted(program)} server publish --repo ${quoted(repo)} --site ${quoted(site)} --branch ${quoted(branch)}`;
