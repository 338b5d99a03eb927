import { join } from 'node:path';
import { build } from 'astro';
import { root } from '../io/settings.ts';
import { keepTemplates } from './integration.ts';

// A process of its own: Astro puts what it is at work on into the working directory, and takes up the environment.
const [folder = '', base = '/'] = process.argv.slice(2);
const integrations = [keepTemplates(join(folder, 'bundle'))];
await build({ root, base, outDir: join(folder, 'files'), logLevel: 'silent', integrations });
