import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { permalinks } from './src/core/permalinks.ts';
import { readSite } from './src/core/read-site.ts';
import { readEnvironment } from './src/io/environment.ts';
import { externalPackages } from './src/press/external-packages.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { contentFolder, siteUrl } = readEnvironment(process.env);

/** The path below which the archive is published: that of its address. Faults in `site.yml` are reported by the pages' door. */
const base = async () => {
  const bytes = await readFile(join(contentFolder, 'site.yml')).catch(() => undefined);
  const site = readSite(new Map(bytes ? [['site.yml', bytes]] : []), siteUrl, () => {});
  return `${permalinks(site.url).base}/`;
};

/** Shows what a writer saves at the next request: the door reads the content again, and the browser loads the page again. */
const contentReload = () => ({
  name: 'recapsule:content-reload',
  configureServer(server) {
    server.watcher.add(contentFolder);
    server.watcher.on('all', (_event, file) => {
      if (!resolve(file).startsWith(contentFolder + sep)) return;
      for (const environment of Object.values(server.environments)) {
        for (const module of environment.moduleGraph.getModulesByFile(join(root, 'src/site.ts')) ?? []) {
          environment.moduleGraph.invalidateModule(module);
        }
      }
      server.hot.send({ type: 'full-reload' });
    });
  },
});

/** Astro's development server wants a slash behind every address without an ending in its route, which files do not have. */
const mediaAddresses = () => ({
  name: 'recapsule:media-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      request.url = request.url?.replace(/(\/(?:media|search\/pagefind(?:\/\w+)*)\/[^/?]+\.\w+)(?=$|\?)/, '$1/');
      next();
    });
  },
});

export default defineConfig({
  base: await base(),
  trailingSlash: 'always',
  // Pages render at once and wait for the disk together.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
  devToolbar: { enabled: false },
  vite: {
    ssr: { external: externalPackages },
    plugins: [contentReload(), mediaAddresses()],
    // Scripts are files of their own, however small: a strict policy for content allows no others.
    build: { assetsInlineLimit: 0 },
    define: { 'import.meta.env.PROJECT_ROOT': JSON.stringify(root) },
    // What builds write is no reason to load a page again.
    server: { watch: { ignored: [join(root, '.astro/**'), join(root, 'dist/**'), join(root, '.dist-*/**')] } },
  },
});
