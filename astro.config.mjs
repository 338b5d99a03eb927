import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { permalinks } from './src/core/permalinks.ts';
import { readSite } from './src/core/read-site.ts';
import { readEnvironment } from './src/io/environment.ts';
import { externalPackages } from './src/templates/external-packages.ts';

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
    // A page that is still loading when something else is saved does not hear of it: it loads again when it is connected.
    let changes = 0;
    let shown = 0;
    server.middlewares.use((request, _response, next) => {
      if (request.headers.accept?.includes('text/html')) shown = changes;
      next();
    });
    server.ws.on('connection', () => {
      if (shown < changes) server.hot.send({ type: 'full-reload' });
    });
    server.watcher.add(contentFolder);
    server.watcher.on('all', (_event, file) => {
      if (!resolve(file).startsWith(contentFolder + sep)) return;
      for (const environment of Object.values(server.environments)) {
        for (const module of environment.moduleGraph.getModulesByFile(join(root, 'src/rendering.ts')) ?? []) {
          environment.moduleGraph.invalidateModule(module);
        }
      }
      changes += 1;
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

/** Vite opens any file of this machine in an editor for whoever asks. Nothing here needs that. */
const noEditor = () => ({
  name: 'recapsule:no-editor',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (!/\/__open-in-editor/i.test(request.url ?? '')) return next();
      response.statusCode = 404;
      response.end();
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
    plugins: [contentReload(), mediaAddresses(), noEditor()],
    // Scripts are files of their own, however small: a strict policy for content allows no others.
    build: { assetsInlineLimit: 0 },
    // Styles and scripts find what lies beside them wherever an archive is published.
    experimental: { renderBuiltUrl: (_file, { ssr }) => (ssr ? undefined : { relative: true }) },
    define: { 'import.meta.env.PROJECT_ROOT': JSON.stringify(root) },
    // What builds write is no reason to load a page again.
    server: { watch: { ignored: [join(root, '.astro/**'), join(root, 'dist/**'), join(root, '.dist-*/**')] } },
  },
});
