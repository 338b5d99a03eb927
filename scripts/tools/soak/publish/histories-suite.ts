import { fileURLToPath } from 'node:url';
import { runIn } from '../../../testing/repository.ts';
import type { CaseResult, Suite } from '../suite.ts';

const program = fileURLToPath(new URL('./history-process.ts', import.meta.url));

/** Histories of random edits: whatever they are, an incremental publish gives what a full one gives. */
export const historiesSuite: Suite = {
  name: 'histories',
  about:
    'an archive is edited and its site harmed at random, and each incremental publish compared with a full one and a build',
  runs: 1000,
  caseOf: (number, seed) => ({
    name: `a history of edits (${number})`,
    run: (folder) => runOne(folder, seed * 1_000_000 + number),
  }),
};

const runOne = async (folder: string, seed: number): Promise<CaseResult> => {
  const started = performance.now();
  const { code, stdout, stderr } = await runIn(folder, process.execPath, [program, folder, `${seed}`]);
  const seconds = (performance.now() - started) / 1000;
  const said = `${stdout}\n${stderr}`;
  if (code !== 0) return { outcome: 'broken off', seconds, peak: undefined, faults: [`it ended with ${code}`], said };
  const { kinds, faults } = JSON.parse(stdout) as {
    readonly kinds: readonly string[];
    readonly faults: readonly string[];
  };
  const live = kinds.filter((kind) => kind === 'live').length;
  return { outcome: `${live} of ${kinds.length} edits live`, seconds, peak: undefined, faults, said };
};
