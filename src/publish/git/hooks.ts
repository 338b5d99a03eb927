import { inBackground, markOf, type Program, quoted, unlessInstalled } from './shell.ts';
import { standbyEnvironment } from './standby-mark.ts';

/** What the hooks of a git server work on, by absolute paths. */
type Served = Program & {
  readonly repo: string;
  readonly site: string;
  /** The branch that is published. */
  readonly branch: string;
  /** The folder of its releases: where that is gone, so is the site. */
  readonly releases: string;
  readonly queue: string;
  readonly log: string;
  /** The file that names the process that stands by. */
  readonly standby: string;
  /** The file that is there while the last publish has failed. */
  readonly failed: string;
};

/**
 * The text of the hook that refuses pushes with errors. What is pushed comes on its standard input. Where nobody publishes
 * or stands by, a process that does gets ready meanwhile. It is marked here, because it may take longer to load than the
 * check takes, and the next hook would start a second one.
 */
export const preReceiveHook = (served: Served): string =>
  [
    '#!/bin/sh',
    markOf('server install'),
    ...unlessInstalled(served, 1),
    ...standsBy(served),
    'pushed=$(cat)',
    // A push of other branches and of tags is nothing to get ready for.
    'case "$pushed" in',
    `  *${quoted(` refs/heads/${served.branch}`)}|*${quoted(` refs/heads/${served.branch}\n`)}*) ;;`,
    '  *) exit 0 ;;',
    'esac',
    `if [ -d ${quoted(served.queue)} ] && ! stands_by && [ -z "$(ls -A ${quoted(served.queue)} 2>/dev/null)" ]; then (`,
    ...inBackground(`${publishCall(served)} --ahead`, served.log),
    `[ -e ${quoted(served.standby)} ] && [ ! -f ${quoted(served.standby)} ] || printf '%s\\n' "$!" "${environment}" >${quoted(served.standby)}`,
    ') 2>/dev/null; fi',
    `printf '%s\\n' "$pushed" | ${quoted(served.node)} ${quoted(served.program)} server check-push --repo ${quoted(served.repo)} --site ${quoted(served.site)} --branch ${quoted(served.branch)} >&2`,
    '',
  ].join('\n');

/**
 * The text of the hook that records each push of the published branch, and starts a publish that nobody has to wait for:
 * later, and only if need be, where a process stands by, which is sooner.
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
    '  echo "Recapsule: received, but not published: $1" >&2',
    '  exit 0',
    '}',
    ...standsBy(served),
    'late=0',
    'if stands_by; then late=2; fi',
    'records=',
    'others=',
    'while read -r old new ref; do',
    `  if [ "$ref" != ${quoted(`refs/heads/${served.branch}`)} ]; then`,
    '    case "$ref" in refs/heads/*) others=1 ;; esac',
    '    continue',
    '  fi',
    // The state of a site may be removed at any time: it is locks and logs, and is made again.
    `  [ ! -d ${quoted(served.releases)} ] || mkdir -p "$queue" 2>/dev/null || fail ${quoted(`${served.queue} cannot be made. Move away what is in its place.`)}`,
    `  [ -d "$queue" ] || fail ${quoted(goneSite(served))}`,
    '  who=$GL_USER$REMOTE_USER',
    '  [ -n "$who" ] || who=$USER',
    '  time=$(date -u +%Y-%m-%dT%H:%M:%SZ)',
    '  printf "%s %s %s %s\\n" "$time" "$old" "$new" "$who" >"$queue/.$new-$$" || fail "this user may not write to $queue."',
    '  mv "$queue/.$new-$$" "$queue/$new-$$" || fail "this user may not write to $queue."',
    '  records="$records $new-$$"',
    'done',
    'if [ -z "$records" ]; then',
    `  [ -z "$others" ] || echo ${quoted(`Recapsule: received. Readers see the branch ${served.branch}, and no other.`)}`,
    '  exit 0',
    'fi',
    ...inBackground(`sh -c ${quoted(ifLeft)} "$late" "$queue" "$records" ${publishCall(served)}`, served.log),
    ...answer(served),
    '',
  ].join('\n');

/** What the one who pushes is told at once. */
const answer = ({ failed, log }: Served): readonly string[] => [
  `if [ -e ${quoted(failed)} ]; then`,
  `  echo ${quoted(`Recapsule: received, and tried in a moment. The last publish has failed, and readers see an earlier state; why: ${log}`)}`,
  `  [ ! -f ${quoted(failed)} ] || head -n 1 ${quoted(failed)}`,
  'else',
  `  echo ${quoted(`Recapsule: received, and live in a moment. What comes of it: ${log}`)}`,
  'fi',
];

const goneSite = ({ node, program, repo, site }: Served): string =>
  `the folder of the site, ${site}, is gone. Where it has been moved, say so: ${node} ${program} server install --repo ${repo} --site <dir>`;

/** The environment in a mark, as a shell writes it. */
const environment = standbyEnvironment.map((name) => `$${name}`).join('|');

/**
 * A function of the shell that says whether a process stands by. One with another environment than that of the hook loses
 * its mark, and ends.
 */
const standsBy = ({ standby }: Pick<Served, 'standby'>): readonly string[] => [
  'stands_by() {',
  `  [ -f ${quoted(standby)} ] || return 1`,
  `  { read -r pid && IFS= read -r environment; } 2>/dev/null <${quoted(standby)} || return 1`,
  `  [ "$environment" = "${environment}" ] || rm -f ${quoted(standby)}`,
  `  [ -e ${quoted(standby)} ] && kill -0 "$pid" 2>/dev/null`,
  '}',
];

/**
 * Waits so many seconds as `$0` says, and then runs the words behind `$2` if the folder `$1` still holds one of the records
 * that `$2` names.
 */
const ifLeft = 'sleep "$0"; for record in $2; do [ ! -e "$1/$record" ] || { shift 2; exec "$@"; }; done';

/** A process that stands by cleans up behind each publish (`--expose-gc`). */
const publishCall = ({ node, program, repo, site, branch }: Served): string =>
  `${quoted(node)} --expose-gc ${quoted(program)} server publish --repo ${quoted(repo)} --site ${quoted(site)} --branch ${quoted(branch)}`;
