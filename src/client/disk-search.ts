import type { HeldSearch } from '../core/held-search.ts';
import { once } from '../core/once.ts';
import type { Pagefind } from './pagefind.ts';
import { startSearch } from './search.ts';

declare global {
  var heldSearch: HeldSearch<Pagefind>;
}

// A page on a disk may load scripts and nothing else: they hold what a search would fetch from a server.
globalThis.heldSearch = { files: {} };

/** The address of the whole site there, as the page says it, and the path below which it was published. */
const { root = '', base = '/' } = document.getElementById('page.search')?.dataset ?? {};
const loaded = new Map<string, Promise<void>>();

/** Runs a script, by its path in the site, unless it has been run. */
const runScript = (path: string): Promise<void> => {
  const running = loaded.get(path) ?? loadScript(hrefOf(path));
  loaded.set(path, running);
  return running;
};

const loadScript = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = reject;
    document.head.append(script);
  });

const hrefOf = (path: string): string => `${root}${path.slice(base.length)}`;

const indexEnd = 'entries.json';

const readHeld = async (path: string): Promise<Response> => {
  const [name = ''] = path.split('?');
  if (name.endsWith(indexEnd)) await runScript(`${name.slice(0, -indexEnd.length)}index.js`);
  const held = heldSearch.files[name];
  return held === undefined ? new Response(null, { status: 404 }) : new Response(bytesOf(held));
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const rootAddress = once(() => new URL(root, location.href));

startSearch({
  files: {
    load: async (engine) => {
      await runScript(`${engine}engine.js`);
      const { open } = heldSearch;
      if (!open) throw new Error(`${engine}engine.js holds no engine.`);
      return open((input) => readHeld(String(input)));
    },
    fetch: readHeld,
  },
  pathOf: ({ href }) => {
    const { pathname } = new URL(href);
    return base + pathname.slice(rootAddress().pathname.length).replace(/index\.html$/, '');
  },
  linkTo: (path) => `${hrefOf(path)}${path.endsWith('/') ? 'index.html' : ''}`,
});
