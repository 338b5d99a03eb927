import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { readPlain } from '../io/plain-file.ts';
import { identityOfAll } from '../io/read-content.ts';
import { root } from '../io/settings.ts';
import { type TemplateKeys, templateKeys } from './template-key.ts';

const schema = z.strictObject({ state: z.string(), templates: z.string(), bodies: z.string(), program: z.string() });

/** The keys of a project. They are worked out again where a file has another number, size or time than it had. */
export const rememberedKeys = (project = root): TemplateKeys => {
  const state = stateOf(project);
  if (state === undefined) return templateKeys(project);
  const file = join(project, '.cache', 'keys.json');
  const known = readKeys(file);
  if (known?.state === state) return known;
  const { templates, bodies, program } = templateKeys(project);
  keep(file, { state, templates, bodies, program });
  return { templates, bodies, program };
};

/** Changes when any file does of which the keys are made; `undefined` where one has just changed. */
const stateOf = (project: string): string | undefined => {
  const inside = ['src', 'public', 'scripts'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(project, join(parentPath, name)))
      .sort(),
  );
  const listed = ['package-lock.json', 'astro.config.mjs', ...inside].map((path) => ({ path, kind: 'file' as const }));
  const identity = identityOfAll(project, listed);
  return identity && createHash('sha256').update(`${process.version}\0${identity}`).digest('hex');
};

const readKeys = (file: string): z.infer<typeof schema> | undefined => {
  try {
    return schema.safeParse(JSON.parse(readPlain(file)?.toString('utf8') ?? '')).data;
  } catch {
    // It is not there, or damaged: then the keys are worked out.
    return undefined;
  }
};

const keep = (file: string, keys: z.infer<typeof schema>): void => {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    const aside = `${file}-${process.pid}`;
    writeFileSync(aside, JSON.stringify(keys));
    renameSync(aside, file);
  } catch {
    // A project on a disk that is only read works them out each time.
  }
};
