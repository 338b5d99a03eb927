import { join } from 'node:path';
import { build } from 'astro';
import { rolldown } from 'rolldown';
import { root } from '../io/settings.ts';
import { keepTemplates } from './integration.ts';
import { diskScripts } from './open-templates.ts';

// A process of its own: Astro puts what it is at work on into the working directory, and takes up the environment.
const [folder = ''] = process.argv.slice(2);
const integrations = [keepTemplates(join(folder, 'bundle'))];
// What addresses of an archive begin with is given when pages are rendered.
await build({ root, base: '/', outDir: join(folder, 'files'), logLevel: 'silent', integrations });

// What pages run where they lie on a disk, where browsers load no modules: each script whole, in one file.
for (const [name, source] of Object.entries(diskScripts)) {
  const bundle = await rolldown({ cwd: root, input: source, platform: 'browser' });
  await bundle.write({ file: join(folder, 'disk', name), format: 'iife', minify: true });
}
