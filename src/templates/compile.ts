import { join } from 'node:path';
import { build } from 'astro';
import { root } from '../io/settings.ts';
import { keepTemplates } from './integration.ts';

// A process of its own: Astro puts what it is at work on into the working directory, and takes up the environment.
const [folder = ''] = process.argv.slice(2);
const integrations = [keepTemplates(join(folder, 'bundle'))];
// What addresses of an archive begin with is given when pages are rendered.
await build({ root, base: '/', outDir: join(folder, 'files'), logLevel: 'silent', integrations });
