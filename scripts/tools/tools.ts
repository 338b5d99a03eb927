import type { Program } from '../../src/command-line/run-command.ts';

/** What only developers of Recapsule run, each as an npm script of its name: `npm run bench -- checks`. */
export const program: Program = {
  name: 'npm run tools --',
  verbs: {
    bench: () => import('./bench.ts'),
    soak: () => import('./soak.ts'),
    schemas: () => import('./schemas.ts'),
    compare: () => import('./compare.ts'),
  },
};
