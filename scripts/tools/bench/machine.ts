import { availableParallelism, cpus } from 'node:os';
import type { Generator } from './generator.ts';

/** A sentence on what was measured with: the machine, Node, and generators that have a version. */
export const machineOf = (generators: readonly Pick<Generator, 'name' | 'version'>[]): string => {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'of an unknown kind'})`;
  const versions = generators.flatMap(({ name, version }) => (version === undefined ? [] : [`${name} ${version}`]));
  return `Measured on ${[machine, `Node ${process.versions.node}`, ...versions].join(', ')}.`;
};
