import type { Program } from '../src/command-line/run-command.ts';

/** The command line of the product. */
export const program: Program = {
  name: 'recapsule',
  verbs: {
    init: () => import('./init.ts'),
    new: () => import('./new.ts'),
    build: () => import('./build.ts'),
    dev: () => import('./dev.ts'),
    preview: () => import('./preview.ts'),
    import: () => import('./import.ts'),
    check: () => import('./check.ts'),
    hook: () => import('./hook.ts'),
    publish: () => import('./publish.ts'),
    releases: () => import('./releases.ts'),
    rollback: () => import('./rollback.ts'),
    cache: () => import('./cache.ts'),
    server: () => import('./server.ts'),
    hosts: () => import('./hosts.ts'),
  },
};
