import type { Suite } from '../suite.ts';
import { hostileOf } from './case-of.ts';
import { runImport } from './run-import.ts';

/** Hostile live blogs, imported. */
export const importSuite: Suite = {
  name: 'import',
  about: 'imports hostile sources: damaged, endless, deep, and full of tricks',
  runs: 500,
  caseOf: (number, seed) => {
    const hostile = hostileOf(number, seed);
    return { name: hostile.name, run: (folder, how) => runImport(hostile, folder, how) };
  },
};
