import { type Program, runCommand } from '../../src/command-line/run-command.ts';

/** What only developers of Recapsule run, each as an npm script of its name: `npm run bench -- checks`. */
const program: Program = {
  name: 'npm run tools --',
  verbs: {
    bench: [
      'Measures checks, builds and publishes beside Hugo and Eleventy, and documents what was found.',
      () => import('./bench.ts'),
    ],
    soak: [
      'Runs the program with hostile input and faults, for long, and says where it does harm.',
      () => import('./soak.ts'),
    ],
    schemas: [
      'Writes the JSON Schemas of site.yml, event.md and entries into src/core/schema/, for editors.',
      () => import('./schemas.ts'),
    ],
    compare: ['Says in which files two builds of the same content differ.', () => import('./compare.ts')],
    package: ['Compiles what the npm package consists of into lib/, as npm pack does.', () => import('./package.ts')],
    'package-size': [
      'Says what the packed program weighs where it is installed, and how long it takes, beside others.',
      () => import('./package-size.ts'),
    ],
  },
};

export const run = (args: readonly string[]): Promise<number> => runCommand(program, args);
