import { globSync, readFileSync } from 'node:fs';

/**
 * What a test needs, which says how it is run: nothing but this process (`unit`), processes, builds or an environment of
 * its own (`process`), a browser (`browser`), or minutes (`long`: soak suites, hostile inputs, runs of recipes).
 */
type Project = 'unit' | 'process' | 'browser' | 'long';

/** The names of the files of tests that take long. `npm test` leaves them out, and `.ci/run` runs them after it. */
export const longTests = [
  'bench/bench.test.ts',
  'crawl.test.ts',
  'feeds/edits.property.test.ts',
  'hosts/recipe-steps.test.ts',
  'import/content/hostile.test.ts',
  'import/transcript/hostile.test.ts',
  'publish/faults.test.ts',
  'publish/histories.property.test.ts',
  'publish/publish-suites.test.ts',
  'server-faults.test.ts',
  'soak/soak.test.ts',
  'templates/warm-builds.property.test.ts',
  'whole-events.test.ts',
] as const;

/** The files of tests of each project, by path from `root`. */
export const testFiles = (root: string): Readonly<Record<Project, string[]>> => {
  const all = globSync('{src,scripts}/**/*.test.ts', { cwd: root }).sort();
  const by = Map.groupBy(all, (path) => projectOf(path, readFileSync(`${root}/${path}`, 'utf8')));
  const of = (project: Project): string[] => by.get(project) ?? [];
  return { unit: of('unit'), process: of('process'), browser: of('browser'), long: of('long') };
};

/** The project of a file of tests, by its name and its text. */
export const projectOf = (path: string, text: string): Project => {
  if (longTests.some((name) => `/${path}`.endsWith(`/${name}`))) return 'long';
  if (path.endsWith('.browser.test.ts') || /\/browser\.ts'/.test(text)) return 'browser';
  return startsProcesses.test(text) || needsOwnEnvironment.test(text) ? 'process' : 'unit';
};

/** Processes and threads, and the helpers that start them. */
const startsProcesses =
  /'node:(?:child_process|worker_threads)'|\/(?:repository|fair-repository|run-recapsule|server-process|run-watched|run-suite|run-history|faults|a-workspace|a-server)\.ts'|\bbuildContent\b|inject\('site'\)/;

/** Files of the project `unit` share a process: what one changes in its environment, the others would find. */
const needsOwnEnvironment = /vi\.stubEnv|process\.(?:chdir|exitCode)|process\.env\['\w+'\] = /;
