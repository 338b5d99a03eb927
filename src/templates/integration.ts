import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { root } from '../io/settings.ts';
import { bundleFile } from './bundle-file.ts';
import { externalPackages } from './external-packages.ts';

/** What the cached bundle exports, compiled together with the pages. */
const entry = fileURLToPath(new URL('./entry.ts', import.meta.url));

/** What answers Astro's requests for pages. */
const inject: Record<string, [string, string]> = {
  Response: [fileURLToPath(new URL('./page-response.ts', import.meta.url)), 'PageResponse'],
};

/**
 * Lets an Astro build keep its compiled templates in `folder` instead of rendering pages with them. Only documented hooks
 * are used: an adapter for a static site, an entry of our own for the environment that prerenders, and a prerenderer that
 * has no page to make.
 */
export const keepTemplates = (folder: string): AstroIntegration => {
  let compiled = '';
  let outDir = '';
  let name = '';
  return {
    name: 'recapsule:templates',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // Whoever renders says what: nothing is read from this place.
        const define = { 'import.meta.env.PROJECT_ROOT': '""' };
        const noteBundle = (dir: string, file: string): void => {
          [compiled, name] = [dir, file];
        };
        updateConfig({ vite: { define, plugins: [oneBundle(noteBundle)] } });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        outDir = fileURLToPath(config.outDir);
        setAdapter({
          name: 'recapsule:templates',
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'recapsule:templates',
          // Astro removes the bundle after the build.
          setup: async () => {
            await cp(compiled, folder, { recursive: true });
            await writeFile(join(folder, bundleFile), `export * from './${name}';\n`);
            await forgetPlaces(folder, [outDir, root]);
          },
          getStaticPaths: async () => [],
          render: async () => new Response(),
        });
      },
    },
  };
};

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/** Makes of all that prerenders one file to load instead of hundreds, and says where that is. */
const oneBundle = (note: (dir: string, file: string) => void): VitePlugin => ({
  name: 'recapsule:templates',
  enforce: 'post',
  configEnvironment: (name) =>
    name === 'prerender'
      ? {
          resolve: { noExternal: true, external: externalPackages },
          build: { target: 'node22', rolldownOptions: { input: entry, transform: { inject } } },
        }
      : undefined,
  writeBundle({ dir = '' }, bundle) {
    if (this.environment.name !== 'prerender') return;
    note(dir, Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)?.fileName ?? '');
  },
});

/** Takes the folders of this machine out of a bundle: they are names in it, and nothing is looked for there. */
const forgetPlaces = async (folder: string, places: readonly string[]): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      places.reduce((left, place) => left.replaceAll(place.replaceAll('\\', '/'), '/recapsule/'), text),
    );
  }
};
