import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../io/settings.ts';
import type { programKeys as ownKeys } from './program.ts';

// Takes the place of `program.ts` in the package, where keys and templates have been made by `npm pack`.

const schema = z.strictObject({ templates: z.string(), bodies: z.string(), program: z.string() });

/** The keys of what has been compiled. What is rendered also depends on the words that this Node has for dates. */
export const programKeys = (): ReturnType<typeof ownKeys> => {
  const { bodies, ...keys } = schema.parse(JSON.parse(readFileSync(join(root, 'lib/keys.json'), 'utf8')));
  return { ...keys, bodies: createHash('sha256').update(`${bodies} ${process.version}`).digest('hex').slice(0, 20) };
};

/** The folder of the compiled templates. */
export const compiledTemplates = async (): Promise<string> => join(root, 'lib/templates');
