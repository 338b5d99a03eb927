import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { externalPackages } from './external-packages.ts';

/** What the cached bundle exports, compiled together with the pages. */
const entry = fileURLToPath(new URL('./entry.ts', import.meta.url));

/** The file of the cached bundle that exports what the entry does: the compiler gives the entry's own a name with a hash. */
export const bundleFile = 'templates.mjs';

/**
 * Lets an Astro build keep its compiled templates in `folder` instead of rendering pages with them. Only documented hooks
 * are used: an adapter for a static site, an entry of our own for the environment that prerenders, and a prerenderer that
 * has no page to make.
 */
export const keepTemplates = (folder: string): AstroIntegration => {
  let compiled = '';
  let name = '';
  return {
    name: 'recapsule:templates',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'recapsule:templates',
                enforce: 'post',
                configEnvironment: (name) =>
                  name === 'prerender'
                    ? // One file to load instead of hundreds.
                      {
                        resolve: { noExternal: true, external: externalPackages },
                        build: { rolldownOptions: { input: entry } },
                      }
                    : undefined,
                writeBundle({ dir = '' }, bundle) {
                  if (this.environment.name !== 'prerender') return;
                  compiled = dir;
                  name = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)?.fileName ?? '';
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ setAdapter }) => {
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
          },
          getStaticPaths: async () => [],
          render: async () => new Response(),
        });
      },
    },
  };
};
