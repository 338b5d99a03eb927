import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../io/settings.ts';

/** What cached values depend on, each as a text that changes with it. */
export type TemplateKeys = {
  /** The compiled templates: what of `src/` they can hold, `public/`, the configuration, the packages, and Node. */
  readonly templates: string;
  /** Finished bodies and search indexes: what makes them. */
  readonly bodies: string;
  /** Everything that runs: a process that began with another one is out of date. */
  readonly program: string;
};

/** The keys of a project, which is this one unless another place is named. */
export const templateKeys = (project = root): TemplateKeys => {
  const filesBelow = (folder: string): string[] =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(project, join(parentPath, name)))
      .sort();
  const hashOf = (paths: readonly string[]): string => {
    const hash = createHash('sha256');
    for (const path of paths) {
      const bytes = readFileSync(join(project, path));
      hash.update(`${path}\0${bytes.length}\0`).update(bytes);
    }
    return hash.digest('hex');
  };
  const around = [process.version, ...['package-lock.json', 'astro.config.mjs'].map((file) => hashOf([file]))];
  const programsBelow = (folder: string): string[] =>
    filesBelow(folder).filter((path) => !/\.test\.ts$|(?:^|\/)testing(?:\/|\.ts$)/.test(path));
  const programs = programsBelow('src');
  const templates = programs.filter((path) => !/^src\/(?:import|publish|export|compose|command-line)\//.test(path));
  const compiled = [...around, hashOf(templates), hashOf(filesBelow('public'))];
  return {
    templates: keyOf(compiled),
    get program() {
      return keyOf([...compiled, hashOf([...programs, ...programsBelow('scripts')])]);
    },
    bodies: keyOf([
      ...around,
      hashOf(templates.filter((path) => /^src\/(?:core|words|markdown|media|search)\//.test(path))),
    ]),
  };
};

const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
