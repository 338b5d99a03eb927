import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from '../suite.ts';
import { damageAndPublish, prepareSite } from './damage-site.ts';

/** A published site of which something is damaged: the next publish leaves it whole, or says what to do, and that works. */
export const damagesSuite: Suite = {
  name: 'damages',
  about: 'a published site or its cache is damaged at random, and published to again',
  runs: 200,
  caseOf: (number, seed) => ({
    name: `a site is damaged (${number})`,
    run: async (folder) => {
      const ready = await prepared();
      const started = performance.now();
      const { damage, outcome, faults, said } = await damageAndPublish(
        ready,
        join(folder, 'base'),
        seed * 10_000 + number,
      );
      const seconds = (performance.now() - started) / 1000;
      return { outcome, seconds, peak: undefined, faults: faults.map((fault) => `${damage}: ${fault}`), said };
    },
  }),
};

let preparing: Promise<string> | undefined;

const prepared = (): Promise<string> => {
  preparing ??= prepare();
  return preparing;
};

const prepare = async (): Promise<string> => {
  const ready = join(await mkdtemp(join(tmpdir(), 'recapsule-soak-damages-')), 'base');
  await prepareSite(ready);
  return ready;
};
