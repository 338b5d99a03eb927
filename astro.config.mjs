import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { permalinks } from './src/core/permalinks.ts';
import { readSite } from './src/core/read-site.ts';
import { readContent } from './src/io/read-content.ts';

const content = resolve(process.env.CONTENT_DIR ?? 'content');

/** The path below which the archive is published: that of its address. Faults in `site.yml` are reported by the pages' door. */
const base = async () => {
  const { files } = await readContent(content);
  return `${permalinks(readSite(files, process.env.SITE_URL, () => {}).url).base}/`;
};

/** Shows what a writer saves at the next request: the door reads the content again, and the browser loads the page again. */
const contentReload = () => ({
  name: 'recapsule:content-reload',
  configureServer(server) {
    server.watcher.add(content);
    server.watcher.on('all', (_event, file) => {
      if (!resolve(file).startsWith(content)) return;
      for (const environment of Object.values(server.environments)) {
        for (const module of environment.moduleGraph.getModulesByFile(resolve('src/site.ts')) ?? []) {
          environment.moduleGraph.invalidateModule(module);
        }
      }
      server.hot.send({ type: 'full-reload' });
    });
  },
});

export default defineConfig({
  base: await base(),
  trailingSlash: 'always',
  // Pages render at once and wait for the disk together.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
  devToolbar: { enabled: false },
  // What builds write is no reason to load a page again.
  vite: { plugins: [contentReload()], server: { watch: { ignored: ['**/.astro/**', '**/dist/**', '**/.dist-*/**'] } } },
});
