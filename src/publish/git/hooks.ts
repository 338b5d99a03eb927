import { quarantine } from './check-requests.ts';
import { type HookProgram, hookMark, inBackground, shellQuoted, unlessInstalled } from './shell.ts';
import { standbyEnvironment } from './standby-mark.ts';

/** What the hooks of a git server work on, by absolute paths. */
type Served = HookProgram & {
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
  /** The folder in which that process is asked to check a push. */
  readonly checks: string;
};

/**
 * The text of the hook that refuses pushes with errors. What is pushed comes on its standard input. The process that stands
 * by checks it, which has everything loaded; where it does not answer, a process of its own does. Where nobody publishes
 * or stands by, a process that does gets ready meanwhile. It is marked here, because it may take longer to load than the
 * check takes, and the next hook would start a second one.
 */
export const preReceiveHook = (served: Served): string =>
  [
    '#!/bin/sh',
    hookMark('server install'),
    ...unlessInstalled(served, 1),
    ...standsBy(served),
    'pushed=$(cat)',
    // A push of other branches and of tags is nothing to get ready for.
    'case "$pushed" in',
    `  *${shellQuoted(` refs/heads/${served.branch}`)}|*${shellQuoted(` refs/heads/${served.branch}\n`)}*) ;;`,
    '  *) exit 0 ;;',
    'esac',
    `if [ -d ${shellQuoted(served.queue)} ] && ! stands_by && [ -z "$(ls -A ${shellQuoted(served.queue)} 2>/dev/null)" ]; then (`,
    ...inBackground(`${publishCall(served)} --ahead`, served.log),
    `[ -e ${shellQuoted(served.standby)} ] && [ ! -f ${shellQuoted(served.standby)} ] || printf '%s\\n' "$!" "${environment}" >${shellQuoted(served.standby)}`,
    ') 2>/dev/null; fi',
    ...askStandby(served),
    `printf '%s\\n' "$pushed" | ${shellQuoted(served.node)} ${shellQuoted(served.program)} server check-push --repo ${shellQuoted(served.repo)} --site ${shellQuoted(served.site)} --branch ${shellQuoted(served.branch)} >&2`,
    '',
  ].join('\n');

/** How often the hook looks whether its request has been taken, and whether there is an answer, every few milliseconds. */
const looks = { untilTaken: 100, untilAnswered: 2000 } as const;

/**
 * Asks the process that stands by for a check, and ends with its answer. It goes on where there is no folder for requests,
 * because that process publishes; where nobody takes the request soon, because it has been stopped; and where there is no
 * answer, because it has been killed, or cannot give one.
 */
const askStandby = ({ checks }: Served): readonly string[] => [
  'answered() {',
  `  stands_by && cd ${shellQuoted(checks)}/"$pid" || return 1`,
  '  trap "rm -f $$.new $$.asked $$.answer" EXIT',
  `  printf '%s\\n' ${quarantine.map((name) => `"$${name}"`).join(' ')} "$pushed" >$$.new && mv $$.new $$.asked || return 1`,
  '  looks=0',
  '  until [ -e $$.answer ]; do',
  '    looks=$((looks + 1))',
  `    [ "$looks" -lt ${looks.untilTaken} ] || [ ! -e $$.asked ] || return 1`,
  `    [ "$looks" -lt ${looks.untilAnswered} ] && [ -e ../"$pid" ] && kill -0 "$pid" && sleep 0.005 || return 1`,
  '  done',
  '}',
  'answer=$(answered 2>/dev/null && cat $$.answer)',
  'case "$answer" in',
  '  0) exit 0 ;;',
  `  1*) printf '%s\\n' "\${answer#1?}" >&2; exit 1 ;;`,
  'esac',
];

/**
 * The text of the hook that records each push of the published branch, and starts a publish that nobody has to wait for:
 * later, and only if need be, where a process stands by, which is sooner.
 * A record is moved into its place, so that no reader sees half of it. The push has been received by then: what fails
 * here is reported, and cannot undo it.
 */
export const postReceiveHook = (served: Served): string =>
  [
    '#!/bin/sh',
    hookMark('server install'),
    ...unlessInstalled(served, 0),
    `queue=${shellQuoted(served.queue)}`,
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
    `  if [ "$ref" != ${shellQuoted(`refs/heads/${served.branch}`)} ]; then`,
    '    case "$ref" in refs/heads/*) others=1 ;; esac',
    '    continue',
    '  fi',
    // The state of a site may be removed at any time: it is locks and logs, and is made again.
    `  [ ! -d ${shellQuoted(served.releases)} ] || mkdir -p "$queue" 2>/dev/null || fail ${shellQuoted(`${served.queue} cannot be made. Move away what is in its place.`)}`,
    `  [ -d "$queue" ] || fail ${shellQuoted(goneSite(served))}`,
    '  who=$GL_USER$REMOTE_USER',
    '  [ -n "$who" ] || who=$USER',
    '  time=$(date -u +%Y-%m-%dT%H:%M:%SZ)',
    '  printf "%s %s %s %s\\n" "$time" "$old" "$new" "$who" >"$queue/.$new-$$" || fail "this user may not write to $queue."',
    '  mv "$queue/.$new-$$" "$queue/$new-$$" || fail "this user may not write to $queue."',
    '  records="$records $new-$$"',
    'done',
    'if [ -z "$records" ]; then',
    `  [ -z "$others" ] || echo ${shellQuoted(`Recapsule: received. Readers see the branch ${served.branch}, and no other.`)}`,
    '  exit 0',
    'fi',
    ...inBackground(`sh -c ${shellQuoted(ifLeft)} "$late" "$queue" "$records" ${publishCall(served)}`, served.log),
    ...answer(served),
    '',
  ].join('\n');

/** What the one who pushes reads at once. */
const answer = ({ failed, log }: Served): readonly string[] => [
  `if [ -e ${shellQuoted(failed)} ]; then`,
  `  echo ${shellQuoted(`Recapsule: received, and tried in a moment. The last publish has failed, and readers see an earlier state; why: ${log}`)}`,
  `  [ ! -f ${shellQuoted(failed)} ] || head -n 1 ${shellQuoted(failed)}`,
  'else',
  `  echo ${shellQuoted(`Recapsule: received, and live in a moment. What comes of it: ${log}`)}`,
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
  `  [ -f ${shellQuoted(standby)} ] || return 1`,
  `  { read -r pid && IFS= read -r environment; } 2>/dev/null <${shellQuoted(standby)} || return 1`,
  `  [ "$environment" = "${environment}" ] || rm -f ${shellQuoted(standby)}`,
  `  [ -e ${shellQuoted(standby)} ] && kill -0 "$pid" 2>/dev/null`,
  '}',
];

/**
 * Waits so many seconds as `$0` says, and then runs the words behind `$2` if the folder `$1` still holds one of the records
 * that `$2` names.
 */
const ifLeft = 'sleep "$0"; for record in $2; do [ ! -e "$1/$record" ] || { shift 2; exec "$@"; }; done';

/** A process that stands by cleans up behind each publish (`--expose-gc`). */
const publishCall = ({ node, program, repo, site, branch }: Served): string =>
  `${shellQuoted(node)} --expose-gc ${shellQuoted(program)} server publish --repo ${shellQuoted(repo)} --site ${shellQuoted(site)} --branch ${shellQuoted(branch)}`;
