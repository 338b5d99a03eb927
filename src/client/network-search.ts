import { startSearch } from './search.ts';

startSearch({
  files: {
    load: (engine) => import(/* @vite-ignore */ `${engine}pagefind.js`),
    fetch: (path, init) => fetch(path, init),
  },
  pathOf: ({ pathname }) => pathname,
  linkTo: (path) => path,
});
