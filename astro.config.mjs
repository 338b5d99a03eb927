import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { permalinks } from './src/core/permalinks.ts';
import { readSite } from './src/core/read-site.ts';
import { readEnvironment } from './src/io/environment.ts';
import { externalPackages } from './src/templates/external-packages.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { contentFolder, siteUrl } = readEnvironment(process.env);

/** The path below which the archive is published: that of its address. Faults in `site.yml` are reported where pages are rendered. */
const base = async () => {
  const bytes = await readFile(join(contentFolder, 'site.yml')).catch(() => undefined);
  const site = readSite(new Map(bytes ? [['site.yml', bytes]] : []), siteUrl, () => {});
  return `${permalinks(site.url).base}/`;
};

export default defineConfig({
  base: await base(),
  trailingSlash: 'always',
  // Pages render at once and wait for the disk together.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
  vite: {
    ssr: { external: externalPackages },
    // Scripts are files of their own, however small: a strict policy for content allows no others.
    build: { assetsInlineLimit: 0 },
    // Styles and scripts find what lies beside them wherever an archive is published.
    experimental: {
      renderBuiltUrl: (file, { ssr, hostType }) => {
        if (hostType === 'css') return `./${basename(file)}`;
        return ssr ? undefined : { relative: true };
      },
    },
    define: { 'import.meta.env.PROJECT_ROOT': JSON.stringify(root) },
  },
});
