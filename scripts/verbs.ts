import { type Program, runCommand } from '../src/command-line/run-command.ts';

/** The command line of the product. A verb is loaded when it is called: here stands what it says of itself first. */
export const program: Program = {
  name: 'recapsule',
  verbs: {
    init: [
      'Makes an archive: settings, a first event, and what an editor, git and a host need.',
      () => import('./init.ts'),
    ],
    new: ['Writes a new entry, stamped with the present minute, or a new event.', () => import('./new.ts')],
    build: ['Builds the archive from content/ into dist/.', () => import('./build.ts')],
    assemble: [
      'Puts the shards of a build together, with the pages that belong to no event.',
      () => import('./assemble.ts'),
    ],
    dev: [
      'Serves the archive while you write: drafts are shown, and a saved entry appears at once.',
      () => import('./dev.ts'),
    ],
    preview: ['Serves a build as readers will see it.', () => import('./preview.ts')],
    import: ['Brings an existing live blog in as an event.', () => import('./import.ts')],
    check: ['Checks the content without building it.', () => import('./check.ts')],
    hook: ['Puts git hooks in place that check what is being committed, and publish it.', () => import('./hook.ts')],
    publish: [
      'Publishes a commit: makes what has changed, verifies it, and lets readers see it in one step.',
      () => import('./publish.ts'),
    ],
    export: ['Makes a copy of an event, or of the whole archive, to carry away.', () => import('./export.ts')],
    verify: ['Compares a copy of an archive with its sums, and follows its links.', () => import('./verify.ts')],
    releases: ['Lists the releases of a published site, the newest first.', () => import('./releases.ts')],
    rollback: ['Shows readers an earlier release.', () => import('./rollback.ts')],
    cache: [
      'Looks after what builds keep: encoded pictures, social cards, rendered texts, and search indexes.',
      () => import('./cache.ts'),
    ],
    server: ['Publishes what is pushed to a git repository on this machine.', () => import('./server.ts')],
    hosts: ['Says how large a build is, and which limits of a host it comes near.', () => import('./hosts.ts')],
  },
};

export const run = (args: readonly string[]): Promise<number> => runCommand(program, args);
