import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../settings.ts';

/** What kept work depends on, each as a text that changes with it. */
export type PressKeys = {
  /** The compiled templates: all of `src/` and `public/`, the configuration, the packages, Node, and the path in addresses. */
  readonly press: string;
  /** Finished bodies: what makes them. */
  readonly bodies: string;
  /** Pictures as they are published: what encodes them. */
  readonly pictures: string;
};

/** The keys for templates whose addresses begin with `base`, such as `/` or `/recaps/`; `project` is where they lie. */
export const pressKeys = (base: string, project = root): PressKeys => {
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
  const templates = filesBelow('src').filter((path) => !/\.test\.ts$|(?:^|\/)testing(?:\/|\.ts$)/.test(path));
  return {
    press: keyOf([...around, project, base, hashOf(templates), hashOf(filesBelow('public'))]),
    bodies: keyOf([...around, hashOf(templates.filter((path) => /^src\/(?:core|markdown|images)\//.test(path)))]),
    pictures: keyOf([...around, hashOf(templates.filter((path) => path.startsWith('src/images/')))]),
  };
};

const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
